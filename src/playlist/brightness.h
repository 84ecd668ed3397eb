// SPDX-License-Identifier: MIT
// How bright a screen is over the day: an LED wall that is right at noon blinds at night.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"

namespace xp::playlist {

/// At this minute of every day the picture has this part of its light.
struct BrightnessPoint {
  int minute = 0;  ///< after local midnight
  int percent = 100;
  bool operator==(const BrightnessPoint&) const = default;
};

/// Points are this far apart at least, and no darker: then no step is more than two levels.
inline constexpr int kMinutesApart = 30, kDarkestPercent = 5;
/// The curve is looked at this often.
inline constexpr Duration kBrightnessStep = seconds(5);

struct Brightness {
  std::uint8_t white = 255;  ///< the level of a channel that shows white
  Instant until = kNever;    ///< it is the same before it
};

/// Straight between the points of the curve, over midnight too. They are in the order of the day; none:
/// always full.
Brightness brightness_at(const std::vector<BrightnessPoint>& curve, Instant t, UtcOffset offset);

/// The level whose light is so many percent of white's.
std::uint8_t white_of(double percent);

}  // namespace xp::playlist
