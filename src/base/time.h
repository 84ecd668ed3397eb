// SPDX-License-Identifier: MIT
// Show time, civil time and the only place that reads a clock.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xp::inline base {

using Duration = std::chrono::nanoseconds;  ///< int64 ns
inline constexpr Duration kDay = std::chrono::hours(24);
using std::chrono::milliseconds;
using std::chrono::seconds;

/// A moment of show time: nanoseconds of UTC since 1970-01-01.
struct Instant {
  std::int64_t ns = 0;
  constexpr auto operator<=>(const Instant&) const = default;
  constexpr Instant operator+(Duration d) const { return {ns + d.count()}; }
  constexpr Instant operator-(Duration d) const { return {ns - d.count()}; }
  constexpr Duration operator-(Instant o) const { return Duration{ns - o.ns}; }
};
inline constexpr Instant kNever{INT64_MAX};  ///< later than everything

/// Offset of local time from UTC. The playlist's own; the system's TZ is never read.
struct UtcOffset {
  std::int32_t seconds = 8 * 3600;
  bool operator==(const UtcOffset&) const = default;
};

using Date = std::chrono::year_month_day;

struct CivilTime {
  Date date;
  int hour = 0, minute = 0, second = 0;
  unsigned weekday = 0;  ///< 0 = Sunday
};

CivilTime to_civil(Instant instant, UtcOffset offset);
Instant from_civil(Date date, int hour, int minute, int second, UtcOffset offset);
/// The last local midnight not later than `instant`.
Instant local_midnight(Instant instant, UtcOffset offset);

/// "2022-05-15T10:24:00+08:00", fraction of a second allowed, offset (or Z) required.
std::optional<Instant> parse_instant(std::string_view text);
std::string format_instant(Instant instant, UtcOffset offset);  ///< to the second, or to the ms where there are any
std::optional<UtcOffset> parse_utc_offset(std::string_view text);  ///< "+08:00"
std::string format_utc_offset(UtcOffset offset);
std::optional<Date> parse_date(std::string_view text);  ///< "2022-05-13", a real day
std::string format_date(Date date);
/// Minutes since midnight of "08:30"; "24:00" is the end of the day.
std::optional<int> parse_minute_of_day(std::string_view text);

/// "8s", "1.5s", "250ms", "2m", "1h": a number and a unit, not negative.
std::optional<Duration> parse_duration(std::string_view text);
std::string format_duration(Duration duration);  ///< the shortest form that parse_duration reads back

/// Both clocks of the machine, read together.
struct ClockReading {
  Duration monotonic{};  ///< CLOCK_MONOTONIC
  Instant wall;          ///< CLOCK_REALTIME
};
ClockReading read_clocks();

}  // namespace xp::inline base
