// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace xp::inline base {

/// Lets a message through once, then only at its 10th, 100th, 1000th … repetition. Remembers the latest
/// `capacity` different messages; one thread.
class RepeatFilter {
 public:
  explicit RepeatFilter(std::size_t capacity = 64) : capacity_(capacity) {}
  /// How often `message` came so far when it is to be said now (1: the first time); nothing when it is only
  /// counted.
  std::optional<std::uint64_t> count(std::string_view message);

 private:
  struct Seen {
    std::string message;
    std::uint64_t times = 0;
  };
  std::size_t capacity_;
  std::deque<Seen> seen_;  ///< latest last
};

}  // namespace xp::inline base
