// SPDX-License-Identifier: MIT
#include "kinds/ticks.h"

namespace xp::kinds {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

struct Split {
  std::int64_t whole, rest;  // rest is never negative
};
Split split(std::int64_t value, std::int64_t by) {
  const std::int64_t rest = ((value % by) + by) % by;
  return {(value - rest) / by, rest};
}

}  // namespace

// Seconds and their rest apart: nanoseconds since 1970 times the refresh do not fit 64 bits.
std::int64_t TickGrid::tick_at(Instant t) const {
  const auto [whole, rest] = split(t.ns - anchor.ns, kSecond);
  return whole * refresh + rest * refresh / kSecond;
}

Instant TickGrid::start_of(std::int64_t tick) const {
  const auto [whole, rest] = split(tick, refresh);
  return {anchor.ns + whole * kSecond + (rest * kSecond + refresh - 1) / refresh};
}

std::int64_t TickGrid::ticks_in(Duration duration) const {
  return (duration.count() / 1000 * refresh + kSecond / 2000) / (kSecond / 1000);
}

}  // namespace xp::kinds
