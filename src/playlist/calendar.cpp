// SPDX-License-Identifier: MIT
#include "playlist/calendar.h"

#include <set>
#include <vector>

#include "base/i18n.h"
#include "toml/field.h"
#include "toml/reader.h"
#include "toml/schema.h"

namespace xp::playlist {

struct CalendarYear {
  toml::Located<int> year;
  std::vector<toml::Located<Date>> days_off, working_days;
};

struct CalendarFile {
  std::vector<CalendarYear> year;
};

}  // namespace xp::playlist

template <>
struct xp::toml::FieldsOf<xp::playlist::CalendarYear> {
  using Y = xp::playlist::CalendarYear;
  static constexpr auto rows =
      std::tuple{required(field("year", &Y::year, Range{1970, 2200}, N_("the year"))),
                 field("days_off", &Y::days_off, N_("public holidays, with the weekends in them")),
                 field("working_days", &Y::working_days, N_("weekends that are worked"))};
};

template <>
struct xp::toml::FieldsOf<xp::playlist::CalendarFile> {
  static constexpr auto rows = std::tuple{
      field("year", &xp::playlist::CalendarFile::year, N_("one table a year that has been announced"))};
};

namespace xp::playlist {
namespace {

/// Days of another year are slips of the pen.
void check_days(const CalendarYear& year, Diagnostics& diagnostics) {
  for (const auto* days : {&year.days_off, &year.working_days})
    for (const auto& [date, at] : *days)
      if (static_cast<int>(date.year()) != year.year.value)
        diagnostics.add({Severity::error, "other-year", at,
                         trf("{date} is not in {year}", fmt::arg("date", format_date(date)),
                             fmt::arg("year", year.year.value)),
                         tr("put each day into the table of its year")});
}

/// A day is one or the other.
void check_sides(const CalendarYear& year, Diagnostics& diagnostics) {
  std::set<Date> off;
  for (const auto& day : year.days_off) off.insert(day.value);
  for (const auto& [date, at] : year.working_days)
    if (off.contains(date))
      diagnostics.add({Severity::error, "conflicting-days", at,
                       trf("{date} is both a day off and a working day", fmt::arg("date", format_date(date))),
                       tr("keep it in one of the two lists")});
}

void check_years(const std::vector<CalendarYear>& years, Diagnostics& diagnostics) {
  std::set<int> seen;
  for (const CalendarYear& year : years) {
    check_days(year, diagnostics);
    check_sides(year, diagnostics);
    if (!year.year.at.file || seen.insert(year.year.value).second) continue;
    diagnostics.add({Severity::error, "duplicate-year", year.year.at,
                     trf("{year} is there a second time", fmt::arg("year", year.year.value)),
                     tr("put the days of a year into one table")});
  }
}

void add_days(const std::vector<toml::Located<Date>>& days, std::set<Date>& out) {
  for (const auto& day : days) out.insert(day.value);
}

}  // namespace

std::string calendar_schema() {
  return toml::json_schema("Xuanping calendar", toml::describe<CalendarFile>());
}

unsigned weekday_of(Date date) { return std::chrono::weekday(std::chrono::sys_days(date)).c_encoding(); }

bool Calendar::is_working_day(Date date) const {
  if (working_days.contains(date)) return true;
  const unsigned weekday = weekday_of(date);
  return weekday != 0 && weekday != 6 && !days_off.contains(date);
}

Hash Calendar::hash() const {
  Hasher hasher;
  for (const int year : years) hasher.add(year);
  for (const std::set<Date>* days : {&days_off, &working_days}) {
    hasher.add(days->size());
    for (const Date& date : *days) hasher.add(format_date(date));
  }
  return hasher.done();
}

bool read_calendar(const FileSystem& files, const std::string& path, Calendar& calendar,
                   Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::error);
  const auto document = toml::load(files, path, diagnostics);
  if (!document) return false;
  CalendarFile file;
  toml::TableReader reader(*document, document->root, diagnostics);
  reader.read(file);
  reader.finish();
  check_years(file.year, diagnostics);
  for (const CalendarYear& year : file.year) {
    calendar.years.insert(year.year.value);
    add_days(year.days_off, calendar.days_off);
    add_days(year.working_days, calendar.working_days);
  }
  return diagnostics.count(Severity::error) == before;
}

}  // namespace xp::playlist
