// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "player/panel_switch.h"

extern char** environ;

namespace xp::player {

namespace {

/// What a child is given: nothing to read, signals as usual (the player blocks some and ignores one), a group
/// of its own.
class SpawnSettings {
 public:
  SpawnSettings() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawnattr_init(&attributes_);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

class RealPrograms final : public Programs {
 public:
  Result<pid_t> start(const std::vector<std::string>& arguments) override {
    std::vector<char*> list;
    for (const std::string& argument : arguments) list.push_back(const_cast<char*>(argument.c_str()));
    list.push_back(nullptr);
    const SpawnSettings settings;
    pid_t process = 0;
    const int wrong = ::posix_spawn(&process, list.front(), settings.actions(), settings.attributes(),
                                    list.data(), environ);
    if (wrong != 0) return Error{std::strerror(wrong), wrong};
    return process;
  }

  std::optional<int> ended(pid_t process) override {
    int status = 0;
    const pid_t found = ::waitpid(process, &status, WNOHANG);
    if (found == 0) return std::nullopt;
    if (found < 0) return 0;  // somebody else waited for it
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  void kill(pid_t process) override { ::kill(-process, SIGKILL); }
};

}  // namespace

std::unique_ptr<Programs> real_programs() { return std::make_unique<RealPrograms>(); }

}  // namespace xp::player
