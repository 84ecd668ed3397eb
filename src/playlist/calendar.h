// SPDX-License-Identifier: MIT
// Public holidays and the working days that make up for them (调休), year by year, as the State Council
// announces them.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/time.h"

namespace xp::playlist {

struct Calendar {
  std::set<int> years;          ///< that are known
  std::set<Date> days_off;      ///< public holidays, weekends among them
  std::set<Date> working_days;  ///< weekends that are worked

  bool knows(Date date) const { return years.contains(static_cast<int>(date.year())); }
  /// In a year that is not known: Monday to Friday.
  bool is_working_day(Date date) const;
  Hash hash() const;
};
using CalendarPtr = std::shared_ptr<const Calendar>;

/// Adds the years of a calendar file. False after an error.
bool read_calendar(const FileSystem& files, const std::string& path, Calendar& calendar,
                   Diagnostics& diagnostics);

std::string calendar_schema();

/// 0 = Sunday.
unsigned weekday_of(Date date);

}  // namespace xp::playlist
