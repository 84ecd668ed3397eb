// SPDX-License-Identifier: MIT
// The grid on which everything moves: the refreshes of the screen profile, counted from the anchor. Slides
// and tickers share it, so a frame in which several things move is painted once.
#pragma once

#include <cstdint>

#include "base/time.h"

namespace xp::kinds {

struct TickGrid {
  Instant anchor;
  int refresh = 60;  ///< Hz

  /// floor((t − anchor) · refresh).
  std::int64_t tick_at(Instant t) const;
  /// The first instant of a tick.
  Instant start_of(std::int64_t tick) const;
  /// How many ticks `duration` lasts, to the nearest.
  std::int64_t ticks_in(Duration duration) const;
};

}  // namespace xp::kinds
