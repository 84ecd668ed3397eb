// SPDX-License-Identifier: MIT
// Whether the player deserves to live. That the loop turns is no proof: SDL reports pictures as shown that
// nobody sees, a slide may be held for ever, the worker may be stuck.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "player/worker.h"

namespace xp::player {

/// How the player is at one turn of the loop.
struct Signs {
  ClockReading reading;
  Instant show_time;
  bool time_runs = true;                ///< false: show time stands still on purpose, or it is slow
  std::optional<Duration> picture_due;  ///< when the next picture is or was due; nothing: never
  Pulse worker;
};

/// Pure; on the monotonic clock.
class Watchdog {
 public:
  /// `period`: the service manager ends a player that has not pinged for so long. Twice in it we look.
  explicit Watchdog(Duration period) : step_(period / 2) {}

  /// When check() is due; from the first call on.
  std::optional<Duration> next() const { return next_; }
  /// A picture was computed and presented in so much time.
  void presented(Duration took);
  /// At its time: empty when all is well, to ping; else what is wrong.
  std::string check(const Signs& signs);

 private:
  std::string wrong(const Signs& signs) const;
  bool stands_still(const Signs& signs) const;

  Duration step_;
  std::optional<Duration> next_;
  std::optional<Signs> last_;
  Duration slowest_{};  ///< since the last check
  bool stood_ = false;  ///< once may be a clock that was set back by as much as passed
};

}  // namespace xp::player
