// SPDX-License-Identifier: MIT
#include "player/dark_rest.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/log.h"

namespace xp::player {

bool rest_dark(Waiter& waiter, Duration until, Health& health) {
  log(LogLevel::error, "player", tr("every try to show something ended in a crash: waiting before the next"));
  health.stays_dark();
  for (ClockReading now = waiter.now(); now.monotonic < until; now = waiter.now()) {
    constexpr bool kTimeRuns = false;  // no slide goes by it
    health.turn({now, now.wall, kTimeRuns, std::nullopt, {}});
    if (waiter.wait(std::min(until, health.next().value_or(until)), -1).stop) return false;
  }
  return true;
}

}  // namespace xp::player
