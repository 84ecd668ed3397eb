// SPDX-License-Identifier: MIT
#include "base/show_clock.h"

#include <algorithm>

namespace xp::inline base {
namespace {

constexpr Duration kJump = milliseconds(250);  ///< errors from here on are applied at once
constexpr std::int64_t kSlewDivisor = 1000;    ///< 0.1 % of the time that passed

}  // namespace

ShowClock::ShowClock(ClockReading first) : last_monotonic_(first.monotonic), show_(first.wall) {}

Instant ShowClock::at(ClockReading reading) {
  const Duration passed = std::max(reading.monotonic - last_monotonic_, Duration::zero());
  last_monotonic_ += passed;
  show_ = show_ + passed;
  const Duration error = reading.wall - show_;
  if (error >= kJump || error <= -kJump) {
    show_ = reading.wall;
  } else {
    const Duration most = passed / kSlewDivisor;
    show_ = show_ + std::clamp(error, -most, most);
  }
  return show_;
}

}  // namespace xp::inline base
