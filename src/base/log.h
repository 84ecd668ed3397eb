// SPDX-License-Identifier: MIT
// The program's log: standard error, one line a message; a repeated message is said once, then counted.
#pragma once

#include <string_view>

namespace xp::inline base {

enum class LogLevel { debug, info, warning, error };

void set_log_level(LogLevel level);
/// `topic` names the folder that speaks ("player"). Any thread.
void log(LogLevel level, std::string_view topic, std::string_view message);

}  // namespace xp::inline base
