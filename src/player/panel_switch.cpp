// SPDX-License-Identifier: MIT
#include "player/panel_switch.h"

#include <utility>

#include "base/i18n.h"
#include "base/log.h"

namespace xp::player {

namespace {

using playlist::PanelState;

constexpr Duration kLook = milliseconds(200);  ///< at a command that runs

}  // namespace

PanelSwitch::PanelSwitch(playlist::PanelCommands commands, Programs& programs)
    : commands_(std::move(commands)), programs_(programs) {}

PanelSwitch::~PanelSwitch() {
  if (running_) programs_.kill(running_->process);
}

const std::vector<std::string>& PanelSwitch::command_for(PanelState state) const {
  return state == PanelState::on ? commands_.on : commands_.off;
}

void PanelSwitch::follow(PanelState state, Duration now) {
  if (running_) look(now);
  if (running_) return;
  const bool again = due_ && now >= *due_;
  if (told_ == state && !again) return;
  if (killed_ && holds(now)) return;
  due_.reset();
  told_ = state;
  if (!command_for(state).empty()) start(state, now);
}

/// Until the killed one has ended no other begins: they would pile up.
bool PanelSwitch::holds(Duration now) {
  if (programs_.ended(*killed_)) {
    killed_.reset();
    return false;
  }
  if (due_ && now >= *due_) due_ = now + kAgain;
  return true;
}

void PanelSwitch::start(PanelState state, Duration now) {
  const Result<pid_t> process = programs_.start(command_for(state));
  if (!process) return failed(state, process.error().message, now);
  running_ = Running{*process, state, now + kPatience};
  due_ = now + kLook;
}

void PanelSwitch::look(Duration now) {
  const Running command = *running_;
  const std::optional<int> code = programs_.ended(command.process);
  if (!code && now < command.deadline) {
    due_ = now + kLook;
    return;
  }
  running_.reset();
  due_.reset();
  if (!code) {
    programs_.kill(command.process);
    killed_ = command.process;
    return failed(command.state,
                  trf("it has not ended after {time}", fmt::arg("time", format_duration(kPatience))), now);
  }
  if (*code != 0) return failed(command.state, trf("it ended with {code}", fmt::arg("code", *code)), now);
  if (std::exchange(said_, false)) log(LogLevel::info, "player", tr("the panel can be switched again"));
}

void PanelSwitch::failed(PanelState state, const std::string& reason, Duration now) {
  due_ = now + kAgain;
  if (std::exchange(said_, true)) return;
  log(LogLevel::error, "player",
      trf("the panel could not be switched by {program}: {reason}; it is tried every minute",
          fmt::arg("program", command_for(state).front()), fmt::arg("reason", reason)));
}

}  // namespace xp::player
