// SPDX-License-Identifier: MIT
// When the panel of a screen is on. Civil time of the playlist's own offset, as for schedules.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "playlist/activity.h"
#include "playlist/calendar.h"
#include "playlist/schedule.h"

namespace xp::playlist {

enum class PanelState : std::uint8_t { on, off };

struct PowerStretch {
  PanelState state = PanelState::on;
  /// The state is the same before it. Off: when the panel comes on again, as far as a year can be looked
  /// ahead.
  Instant until = kNever;
};

/// Immutable; any thread.
class Power {
 public:
  /// On while one of the schedules holds; always where there are none.
  Power(const std::vector<Schedule>& on, CalendarPtr calendar, UtcOffset offset);
  Power() : Power({}, nullptr, {}) {}
  PowerStretch at(Instant t) const;

 private:
  Activity hours_;
};

}  // namespace xp::playlist
