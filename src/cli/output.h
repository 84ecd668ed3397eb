// SPDX-License-Identifier: MIT
// What a command says. A stream that cannot be written stops nothing; run() tells of answers that were lost.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace xp::cli {

/// To standard output.
void put_text(std::string_view text);

template <class... T>
void put(fmt::format_string<T...> format, T&&... values) {
  put_text(fmt::format(format, std::forward<T>(values)...));
}

/// Lines to standard error; the last one is ended.
void complain(std::string_view lines);

/// False: some of standard output is lost.
bool flush_output();

/// Flushes standard output. Why some of it is lost; empty where all is written or its reader has gone away.
std::string take_lost_output();

}  // namespace xp::cli
