// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.h"

namespace xp::inline base {

/// Show time out of the machine's two clocks: it runs with the monotonic clock and follows wall time. An error below
/// 250 ms is slewed at 0.1 %, a larger one applied at once, so no animation stutters over NTP and no schedule is late.
/// Pure: readings come in, instants go out; one thread.
class ShowClock {
 public:
  explicit ShowClock(ClockReading first);
  /// Show time at `reading`. Readings come in monotonic order.
  Instant at(ClockReading reading);

 private:
  Duration last_monotonic_;
  Instant show_;
};

}  // namespace xp::inline base
