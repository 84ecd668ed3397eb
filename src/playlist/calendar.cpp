// SPDX-License-Identifier: MIT
#include "playlist/calendar.h"

#include <vector>

#include "base/i18n.h"
#include "toml/field.h"
#include "toml/reader.h"
#include "toml/schema.h"

namespace xp::playlist {

struct CalendarYear {
  int year = 0;
  std::vector<Date> days_off, working_days;
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
void check_years(const CalendarYear& year, toml::TableReader& reader) {
  for (const std::vector<Date>* days : {&year.days_off, &year.working_days})
    for (const Date& date : *days)
      if (static_cast<int>(date.year()) != year.year)
        reader.report(
            "year", "other-year",
            trf("{date} is not in {year}", fmt::arg("date", format_date(date)), fmt::arg("year", year.year)),
            tr("put each day into the table of its year"));
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
  for (const CalendarYear& year : file.year) {
    check_years(year, reader);
    calendar.years.insert(year.year);
    calendar.days_off.insert(year.days_off.begin(), year.days_off.end());
    calendar.working_days.insert(year.working_days.begin(), year.working_days.end());
  }
  return diagnostics.count(Severity::error) == before;
}

}  // namespace xp::playlist
