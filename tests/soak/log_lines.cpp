// SPDX-License-Identifier: MIT
#include "log_lines.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "support/golden.h"

namespace xp::soak {

LogLines::LogLines() : path_(test::scratch_directory() + "/log"), before_(::dup(STDERR_FILENO)) {
  const int kept = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  std::fflush(stderr);
  ::dup2(kept, STDERR_FILENO);
  ::close(kept);
}

LogLines::~LogLines() {
  std::fflush(stderr);
  ::dup2(before_, STDERR_FILENO);
  ::close(before_);
}

int LogLines::fresh_with(std::string_view part) {
  std::ifstream log(path_);
  log.seekg(read_);
  int count = 0;
  for (std::string line; std::getline(log, line); read_ = log.tellg())
    count += line.find(part) != std::string::npos;
  return count;
}

}  // namespace xp::soak
