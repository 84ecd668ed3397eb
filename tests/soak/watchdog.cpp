// SPDX-License-Identifier: MIT
// Ways to be dead without having ended: each must silence the signs of life that the service manager waits
// for.
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <functional>

#include "base/log.h"
#include "player/player.h"
#include "soak.h"
#include "support/golden.h"
#include "theatre.h"

namespace xp::soak {

namespace {

using namespace std::chrono_literals;

constexpr Duration kPeriod = 10s, kFault = 41s, kEnd = 120s;

/// Time jumps to each deadline.
class Hours final : public player::Waiter {
 public:
  ClockReading now() override {
    return {elapsed, *parse_instant("2026-05-15T10:00:00+08:00") + std::min(elapsed, wall_stops)};
  }
  player::Wake wait(Duration deadline, int) override {
    elapsed = std::max(elapsed, deadline);
    player::Wake wake;
    wake.stop = elapsed >= kEnd;
    return wake;
  }
  Duration elapsed{}, wall_stops = kEnd;
};

class Listener final : public player::ServiceManager {
 public:
  explicit Listener(const Hours& clock) : clock_(clock) {}
  void say(std::string_view lines) override {
    if (lines == "WATCHDOG=1") last = clock_.elapsed;
  }
  Duration last{};

 private:
  const Hours& clock_;
};

/// When the last sign of life came from a loop on a stage that gets into trouble at kFault.
enum class Trouble { none, present, timeline, worker };
Duration last_of_loop(Trouble trouble) {
  Hours clock;
  Listener manager(clock);
  player::HealthParts parts;
  parts.manager = &manager;
  parts.watchdog = kPeriod;
  player::Health health(std::move(parts));
  Stage stage{&clock, &health};
  if (trouble == Trouble::timeline) clock.wall_stops = kFault;
  stage.before_picture = [&] {
    if (trouble == Trouble::present && clock.elapsed >= kFault) clock.elapsed += 3 * kPeriod;
  };
  stage.pulse = [&] {
    return trouble == Trouble::worker && clock.elapsed >= kFault ? player::Pulse{true, 1} : player::Pulse{};
  };
  play_on_stage(two_slogans(4s), stage);
  return manager.last;
}

/// A whole player that is stopped as by a debugger, seen from the service manager.
class StoppedProcess {
 public:
  static constexpr Duration kShort = 1s;
  StoppedProcess()
      : folder_(test::scratch_directory()), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder_ + "/notify";
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    ::unlink(path.c_str());
    const timeval patience{30, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    (void)real_files().write_atomically(folder_ + "/playlist.toml", two_slogans(4s));
    player_ = ::fork();
    if (player_ == 0) play(path);
  }
  ~StoppedProcess() {
    ::kill(player_, SIGKILL);
    ::waitpid(player_, nullptr, 0);
    ::close(socket_);
  }
  StoppedProcess(const StoppedProcess&) = delete;
  StoppedProcess& operator=(const StoppedProcess&) = delete;

  /// It pings, and no more once it is stopped.
  bool falls_silent() {
    for (int pings = 0; pings < 3;) {
      const std::string heard = hear(0);
      if (heard.empty()) return false;
      pings += heard == "WATCHDOG=1";
    }
    ::kill(player_, SIGSTOP);
    ::waitpid(player_, nullptr, WUNTRACED);
    while (!hear(MSG_DONTWAIT).empty()) continue;  // said before
    const timeval period{2, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &period, sizeof period);
    return hear(0).empty();
  }

 private:
  [[noreturn]] void play(const std::string& path) {
    set_log_level(LogLevel::error);
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    ::setenv("WATCHDOG_USEC", "1000000", 1);
    ::unsetenv("WATCHDOG_PID");
    player::PlayOptions options;
    options.data.roots = {test::source_path("")};
    options.version = "soak";
    options.playlist = folder_ + "/playlist.toml";
    options.state_directory = folder_ + "/state";
    options.offscreen = true;
    ::_exit(player::play(options));
  }
  std::string hear(int flags) {
    char buffer[512];
    const ssize_t size = ::recv(socket_, buffer, sizeof buffer, flags);
    return {buffer, size > 0 ? static_cast<std::size_t>(size) : 0};
  }

  std::string folder_;
  int socket_;
  pid_t player_ = 0;
};

}  // namespace

Outcome watchdog(const Amount&) {
  struct Case {
    const char* name;
    Duration last;
  };
  Outcome outcome;
  const Duration well = last_of_loop(Trouble::none);
  outcome.require(well + kPeriod >= kEnd, "a player that is well does not ping");
  outcome.require(StoppedProcess().falls_silent(), "a stopped process pings");
  outcome.figures = "stopped process: silent from then on";
  for (const Case& one : {Case{"blocked present", last_of_loop(Trouble::present)},
                          Case{"blocked timeline", last_of_loop(Trouble::timeline)},
                          Case{"blocked worker", last_of_loop(Trouble::worker)}}) {
    outcome.require(one.last <= kFault + kPeriod, fmt::format("{}: it pings on", one.name));
    outcome.figures += fmt::format("; {}: last ping {} after the fault", one.name,
                                   format_duration(std::max(one.last - kFault, Duration{})));
  }
  outcome.figures += fmt::format(" (period {})", format_duration(kPeriod));
  return outcome;
}

}  // namespace xp::soak
