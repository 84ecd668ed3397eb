// SPDX-License-Identifier: MIT
// The Chinese lunisolar calendar (农历, GB/T 33661), from 1950 to 2060.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"

namespace xp::inline base {

struct LunarDate {
  int month = 1;      ///< 1 … 12
  int day = 1;        ///< 1 … 30
  bool leap = false;  ///< the month repeats the one before it
  bool operator==(const LunarDate&) const = default;
};

/// The lunar date of a day in China; nothing where ICU has no calendar. Any thread.
std::optional<LunarDate> lunar_date(Date date);

/// "正月初一", "闰六月廿三", "腊月三十".
std::string lunar_text(const LunarDate& date);

/// The traditional holiday of a day, such as "春节"; empty on others.
std::string lunar_festival(Date date);

}  // namespace xp::inline base
