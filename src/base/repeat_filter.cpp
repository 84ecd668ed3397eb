// SPDX-License-Identifier: MIT
#include "base/repeat_filter.h"

#include <algorithm>

namespace xp::inline base {
namespace {

bool is_power_of_ten(std::uint64_t n) {
  while (n >= 10 && n % 10 == 0) n /= 10;
  return n == 1;
}

}  // namespace

std::optional<std::uint64_t> RepeatFilter::count(std::string_view message) {
  auto found = std::ranges::find(seen_, message, &Seen::message);
  Seen entry{std::string(message), 0};
  if (found != seen_.end()) {
    entry = std::move(*found);
    seen_.erase(found);
  } else if (seen_.size() >= capacity_) {
    seen_.pop_front();
  }
  const std::uint64_t times = ++entry.times;
  seen_.push_back(std::move(entry));
  if (!is_power_of_ten(times)) return std::nullopt;
  return times;
}

}  // namespace xp::inline base
