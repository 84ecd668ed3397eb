// SPDX-License-Identifier: MIT
// The player's show time: wall time in a screen's life; at another speed, from another start, paused or moved
// in a preview.
#pragma once

#include <optional>

#include "base/show_clock.h"
#include "base/time.h"

namespace xp::player {

class PlayClock {
 public:
  /// `at`: where show time begins instead of now. `speed`: show time a real second; 0: it stands still.
  PlayClock(ClockReading first, std::optional<Instant> at, double speed);

  Instant now(ClockReading reading);
  /// Show time played since the start: jumps and pauses do not count.
  Duration played(ClockReading reading);
  /// The monotonic time at which show time will be `t`; nothing while it stands still.
  std::optional<Duration> when(Instant t, ClockReading reading);
  /// The same for the time played.
  std::optional<Duration> when_played(Duration played, ClockReading reading);

  /// Preview: continue at `t`.
  void jump_to(Instant t, ClockReading reading);
  void pause(ClockReading reading);
  void resume(ClockReading reading);
  bool paused() const { return paused_.has_value(); }

 private:
  bool simulated() const { return at_ || speed_ != 1.0; }
  Instant running(ClockReading reading);

  ShowClock clock_;
  Duration first_monotonic_;
  Instant first_;  ///< show time of the first reading
  std::optional<Instant> at_;
  double speed_;
  Duration shift_{};  ///< by jumps and pauses
  std::optional<Instant> paused_;
};

}  // namespace xp::player
