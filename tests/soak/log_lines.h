// SPDX-License-Identifier: MIT
#pragma once

#include <ios>
#include <string>
#include <string_view>

namespace xp::soak {

/// While it lives, what goes to standard error is kept instead: the program's log.
class LogLines {
 public:
  LogLines();
  ~LogLines();
  LogLines(const LogLines&) = delete;
  LogLines& operator=(const LogLines&) = delete;

  /// Lines since the last question that contain `part`.
  int fresh_with(std::string_view part);

 private:
  std::string path_;
  int before_;
  std::streamoff read_ = 0;
};

}  // namespace xp::soak
