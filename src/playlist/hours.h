// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace xp::playlist {

/// Hours of every day, [start, end) in minutes after local midnight; over midnight where the end is earlier.
struct Hours {
  int start = 0, end = 0;
  bool hold(Instant t, UtcOffset offset) const;
  bool operator==(const Hours&) const = default;
};

/// "22:00-07:00"
std::optional<Hours> parse_hours(std::string_view text);

}  // namespace xp::playlist
