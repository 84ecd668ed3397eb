// SPDX-License-Identifier: MIT
#include "playlist/schedule.h"

#include <algorithm>

#include "base/i18n.h"
#include "playlist/check_keys.h"

namespace xp::playlist {
namespace {

using std::chrono::minutes;

bool holds(DayWord word, const Calendar& calendar, Date date) {
  switch (word) {
    case DayWord::working_day:
      return calendar.is_working_day(date);
    case DayWord::day_off:
      return !calendar.is_working_day(date);
    default:
      return weekday_of(date) == static_cast<unsigned>(word);
  }
}

Standing standing_on(const Schedule& schedule, const Calendar& calendar, Date date) {
  if (schedule.from && date < *schedule.from) return NotYet{*schedule.from};
  if (schedule.until && date > *schedule.until) return Over{*schedule.until};
  if (std::ranges::find(schedule.except, date) != schedule.except.end()) return Excepted{};
  const auto on_weekday = [&](DayWord word) { return holds(word, calendar, date); };
  if (!schedule.weekdays.empty() && std::ranges::none_of(schedule.weekdays, on_weekday)) return OtherDay{};
  const YearDay day{static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
  if (!schedule.days.empty() && std::ranges::find(schedule.days, day) == schedule.days.end())
    return OtherDay{};
  return Active{};
}

bool over_midnight(const Hours& hours) { return hours.end < hours.start; }

/// Do hours that began on the day of `midnight` hold at `t`?
bool hold_since(const std::vector<Hours>& all, Instant midnight, Instant t) {
  return std::ranges::any_of(all, [&](const Hours& hours) {
    const Instant end = midnight + minutes(hours.end) + (over_midnight(hours) ? kDay : Duration{});
    return midnight + minutes(hours.start) <= t && t < end;
  });
}

std::optional<YearDay> parse_year_day(std::string_view text) {
  const auto date = parse_date("2024-" + std::string(text));  // a leap year: 29 February is a day
  if (!date) return std::nullopt;
  return YearDay{static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day())};
}

void report(const toml::Located<std::string>& text, std::string message, std::string remedy,
            Diagnostics& diagnostics) {
  diagnostics.add({Severity::error, "bad-value", text.at, std::move(message), std::move(remedy)});
}

}  // namespace

bool Schedule::always() const { return *this == Schedule{}; }

bool Schedule::asks_calendar() const {
  return std::ranges::any_of(
      weekdays, [](DayWord word) { return word == DayWord::working_day || word == DayWord::day_off; });
}

void add_to(Hasher& hasher, const Schedule& schedule) {
  for (const auto& date : {schedule.from, schedule.until}) hasher.add(date ? format_date(*date) : "");
  hasher.add(schedule.weekdays.size());
  for (const DayWord word : schedule.weekdays) hasher.add(word);
  hasher.add(schedule.days.size());
  for (const YearDay& day : schedule.days) hasher.add(day.month).add(day.day);
  hasher.add(schedule.except.size());
  for (const Date& date : schedule.except) hasher.add(format_date(date));
  hasher.add(schedule.hours.size());
  for (const Hours& hours : schedule.hours) hasher.add(hours.start).add(hours.end);
}

Standing standing_at(const Schedule& schedule, const Calendar& calendar, Instant t, UtcOffset offset) {
  const Instant midnight = local_midnight(t, offset),
                yesterday = local_midnight(midnight - Duration{1}, offset);
  const Standing today = standing_on(schedule, calendar, to_civil(t, offset).date);
  if (schedule.hours.empty()) return today;
  if (is_active(today) && hold_since(schedule.hours, midnight, t)) return Active{};
  if (is_active(standing_on(schedule, calendar, to_civil(yesterday, offset).date)) &&
      hold_since(schedule.hours, yesterday, t))
    return Active{};
  return is_active(today) ? Standing{OtherHours{}} : today;
}

bool is_active(const Standing& standing) { return std::holds_alternative<Active>(standing); }

std::string reason_of(const Standing& standing) {
  struct Words {
    std::string operator()(Active) const { return {}; }
    std::string operator()(NotYet s) const {
      return trf("from {date}", fmt::arg("date", format_date(s.from)));
    }
    std::string operator()(Over s) const {
      return trf("only until {date}", fmt::arg("date", format_date(s.until)));
    }
    std::string operator()(OtherDay) const { return tr("not on this day"); }
    std::string operator()(Excepted) const { return tr("this day is excepted"); }
    std::string operator()(OtherHours) const { return tr("not at this hour"); }
  };
  return std::visit(Words{}, standing);
}

std::vector<int> edges_of(const Schedule& schedule) {
  std::vector<int> edges{0};
  for (const Hours& hours : schedule.hours) edges.insert(edges.end(), {hours.start, hours.end});
  std::ranges::sort(edges);
  edges.erase(std::ranges::unique(edges).begin(), edges.end());
  std::erase_if(edges, [](int minute) { return minute >= 24 * 60; });
  return edges;
}

Schedule schedule_of(const ScheduleKeys& keys, Diagnostics& diagnostics) {
  Schedule schedule{keys.from, keys.until, keys.weekdays, {}, keys.except, {}};
  for (const auto& text : keys.days) {
    if (const auto day = parse_year_day(text.value))
      schedule.days.push_back(*day);
    else
      report(text, trf("“{text}” is no day of the year", fmt::arg("text", text.value)),
             tr("write month and day such as \"05-15\""), diagnostics);
  }
  schedule.hours = hours_of(keys.hours, diagnostics);
  return schedule;
}

}  // namespace xp::playlist
