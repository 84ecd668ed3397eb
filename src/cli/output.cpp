// SPDX-License-Identifier: MIT
#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace xp::cli {

namespace {

/// errno of the first write to standard output that failed, or 0.
int& failure() {
  static int code = 0;
  return code;
}

}  // namespace

void put_text(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) < text.size() && failure() == 0) failure() = errno;
}

void complain(std::string_view lines) {
  std::string whole(lines);
  if (!whole.ends_with('\n')) whole += '\n';
  std::fwrite(whole.data(), 1, whole.size(), stderr);  // where this cannot be told, nothing can be
}

bool flush_output() {
  if (std::fflush(stdout) != 0 && failure() == 0) failure() = errno;
  return failure() == 0;
}

std::string take_lost_output() {
  const bool whole = flush_output();
  if (whole && std::ferror(stdout) != 0) failure() = EIO;  // of what was written past put()
  std::clearerr(stdout);
  const int code = std::exchange(failure(), 0);
  return code == 0 || code == EPIPE ? std::string() : std::generic_category().message(code);
}

}  // namespace xp::cli
