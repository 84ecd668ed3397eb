// SPDX-License-Identifier: MIT
#include "player/play_clock.h"

#include <algorithm>
#include <cmath>

namespace xp::player {

namespace {

constexpr double kFarthest = 1e18;  ///< ns; later than any deadline

Duration scaled(Duration d, double by) {
  return Duration{static_cast<std::int64_t>(
      std::clamp(std::ceil(static_cast<double>(d.count()) * by), -kFarthest, kFarthest))};
}

}  // namespace

PlayClock::PlayClock(ClockReading first, std::optional<Instant> at, double speed)
    : clock_(first),
      first_monotonic_(first.monotonic),
      first_(at.value_or(first.wall)),
      at_(at),
      speed_(speed) {}

Instant PlayClock::running(ClockReading reading) {
  if (!simulated()) return clock_.at(reading);
  const Duration real = reading.monotonic - first_monotonic_;
  return first_ + (speed_ == 1.0 ? real : scaled(real, speed_));
}

Instant PlayClock::now(ClockReading reading) { return paused_ ? *paused_ : running(reading) + shift_; }

Duration PlayClock::played(ClockReading reading) {
  const Duration real = reading.monotonic - first_monotonic_;
  return speed_ == 1.0 ? real : scaled(real, speed_);
}

std::optional<Duration> PlayClock::when(Instant t, ClockReading reading) {
  if (paused_ || speed_ <= 0) return std::nullopt;
  if (t == kNever) return std::nullopt;
  const Duration left = t - now(reading);
  return reading.monotonic + (speed_ == 1.0 ? left : scaled(left, 1 / speed_));
}

std::optional<Duration> PlayClock::when_played(Duration wanted, ClockReading reading) {
  if (speed_ <= 0) return std::nullopt;
  const Duration left = wanted - played(reading);
  return reading.monotonic + (speed_ == 1.0 ? left : scaled(left, 1 / speed_));
}

void PlayClock::jump_to(Instant t, ClockReading reading) {
  if (paused_) {
    paused_ = t;
  } else {
    shift_ = t - running(reading);
  }
}

void PlayClock::pause(ClockReading reading) {
  if (!paused_) paused_ = now(reading);
}

void PlayClock::resume(ClockReading reading) {
  if (!paused_) return;
  shift_ = *paused_ - running(reading);
  paused_.reset();
}

}  // namespace xp::player
