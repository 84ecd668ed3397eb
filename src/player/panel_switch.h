// SPDX-License-Identifier: MIT
// Switches the panel itself where a program can: by the commands of the player file. They run beside the
// loop, without a shell, for a limited time.
#pragma once

#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "playlist/player_config.h"
#include "playlist/power.h"

namespace xp::player {

/// Other programs; tests have their own.
class Programs {
 public:
  virtual ~Programs() = default;
  /// Its process. It reads nothing, what it says goes to the log of this one.
  virtual Result<pid_t> start(const std::vector<std::string>& arguments) = 0;
  /// Nothing while it runs; then its exit code, 128 + the signal that ended it.
  virtual std::optional<int> ended(pid_t process) = 0;
  /// With everything it has started. It has ended when ended() says so: at once as a rule, but a driver can
  /// hold it.
  virtual void kill(pid_t process) = 0;
};
std::unique_ptr<Programs> real_programs();

/// Main thread; nothing here waits.
class PanelSwitch {
 public:
  static constexpr Duration kPatience = seconds(10);  ///< of a command; then it is killed
  static constexpr Duration kAgain = seconds(60);     ///< after a command that failed

  /// `programs` outlives it.
  PanelSwitch(playlist::PanelCommands commands, Programs& programs);
  ~PanelSwitch();
  PanelSwitch(const PanelSwitch&) = delete;
  PanelSwitch& operator=(const PanelSwitch&) = delete;

  /// At every turn of the loop: runs the command when the state is another than the last one that was told.
  /// A command that fails is said once on the log and tried again.
  void follow(playlist::PanelState state, Duration now);
  /// When follow() has something to do next; nothing: when the state changes.
  std::optional<Duration> due() const { return due_; }

 private:
  struct Running {
    pid_t process;
    playlist::PanelState state;
    Duration deadline;
  };
  const std::vector<std::string>& command_for(playlist::PanelState state) const;
  void start(playlist::PanelState state, Duration now);
  void look(Duration now);
  bool holds(Duration now);
  void failed(playlist::PanelState state, const std::string& reason, Duration now);

  playlist::PanelCommands commands_;
  Programs& programs_;
  std::optional<playlist::PanelState> told_;  ///< what the panel was told last
  std::optional<Running> running_;
  std::optional<pid_t> killed_;  ///< and has not ended yet
  bool said_ = false;            ///< that commands fail
  std::optional<Duration> due_;
};

}  // namespace xp::player
