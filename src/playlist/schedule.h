// SPDX-License-Identifier: MIT
// When a slide or a whole campaign may be shown: dates, days, hours. Civil time of the playlist's own offset;
// the system's time zone is never asked. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/hash.h"
#include "base/time.h"
#include "playlist/calendar.h"
#include "playlist/hours.h"
#include "toml/reader.h"

namespace xp::playlist {

enum class DayWord : std::uint8_t { sun, mon, tue, wed, thu, fri, sat, working_day, day_off };

/// A day of every year: "05-15".
struct YearDay {
  unsigned month = 1, day = 1;
  bool operator==(const YearDay&) const = default;
};

/// All of its rules must hold; a list holds where one of its entries does. Without rules: always.
struct Schedule {
  std::optional<Date> from, until;  ///< inclusive
  std::vector<DayWord> weekdays;
  std::vector<YearDay> days;
  std::vector<Date> except;
  std::vector<Hours> hours;  ///< over midnight they belong to the day on which they begin

  bool always() const;
  bool asks_calendar() const;
  bool operator==(const Schedule&) const = default;
};
/// Everything that decides when it holds.
void add_to(Hasher& hasher, const Schedule& schedule);

// Why something is shown or not.
struct Active {};
struct NotYet {
  Date from;
};
struct Over {
  Date until;
};
struct OtherDay {};  ///< of the week or the year
struct Excepted {};  ///< named by `except`
struct OtherHours {};
using Standing = std::variant<Active, NotYet, Over, OtherDay, Excepted, OtherHours>;

Standing standing_at(const Schedule& schedule, const Calendar& calendar, Instant t, UtcOffset offset);
bool is_active(const Standing& standing);
/// For people, in the language of messages: "from 2022-05-01", "not in these hours"; empty where it is
/// active.
std::string reason_of(const Standing& standing);

/// Minutes after local midnight, ascending, from 0 on: the standing changes at no others.
std::vector<int> edges_of(const Schedule& schedule);

/// The keys of a schedule as written.
struct ScheduleKeys {
  std::optional<Date> from, until;
  std::vector<DayWord> weekdays;
  std::vector<toml::Located<std::string>> days, hours;
  std::vector<Date> except;
};
/// Mistakes in the texts are reported.
Schedule schedule_of(const ScheduleKeys& keys, Diagnostics& diagnostics);

}  // namespace xp::playlist

template <>
struct xp::toml::EnumNames<xp::playlist::DayWord> {
  using D = xp::playlist::DayWord;
  static constexpr std::pair<std::string_view, D> names[] = {
      {"mon", D::mon},        {"tue", D::tue}, {"wed", D::wed}, {"thu", D::thu},
      {"fri", D::fri},        {"sat", D::sat}, {"sun", D::sun}, {"working-day", D::working_day},
      {"day-off", D::day_off}};
};

template <>
struct xp::toml::FieldsOf<xp::playlist::ScheduleKeys> {
  using S = xp::playlist::ScheduleKeys;
  static constexpr auto rows = std::tuple{
      field("from", &S::from, N_("the first day, such as 2022-05-01")),
      field("until", &S::until, N_("the last day")),
      field(
          "weekdays", &S::weekdays, Length{1, 9},
          N_("days of the week such as \"mon\"; \"working-day\" and \"day-off\" go by the calendar of public "
             "holidays")),
      field("days", &S::days, Length{1, 366}, N_("days of every year, such as \"05-15\"")),
      field("except", &S::except, Length{1, 366}, N_("days on which it is not shown")),
      field("hours", &S::hours, Length{1, 24},
            N_("hours of the day, such as \"08:30-17:30\"; over midnight where the end is earlier"))};
};
