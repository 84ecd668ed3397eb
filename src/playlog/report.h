// SPDX-License-Identifier: MIT
// Sums of the play log: how often and how long, and when not.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "playlog/log_reader.h"
#include "playlog/row.h"

namespace xp::playlog {

enum class By { slide, day, hour };
enum class Runs { real, simulated };

struct ReportRequest {
  std::optional<Instant> since, until;  ///< nothing: from the first row, to the last
  By by = By::slide;
  Runs runs = Runs::real;
};

struct ReportLine {
  std::string zone;
  std::string key;          ///< slide id, day or hour
  std::string kind, title;  ///< of a slide, as it was called last
  std::int64_t times = 0;   ///< showings that began
  Duration on_screen{};
  double share = 0;  ///< slides: of all that the zone showed; days and hours: of the day, of the hour
};

/// A time in which nothing was shown, nothing was written, or the hour is not certain.
struct ReportGap {
  std::string_view cause;  ///< word_of(Reason), or "clock-untrusted"
  Instant from, until;
  std::int64_t lost = 0;  ///< showings that were not written
};

struct Report {
  ReportRequest request;
  std::vector<ReportLine> lines;  ///< by zone; slides: most shown first; days and hours in order
  std::vector<ReportGap> gaps;
  std::int64_t times = 0;
  Duration on_screen{};
  std::optional<Instant> from, until;  ///< the first and the last moment that was counted
  std::int64_t left_out = 0;           ///< rows of runs of the other sort
  UtcOffset offset;                    ///< the playlist's, of the latest row
  std::string screen;                  ///< of the latest row
  LogFacts facts;
};

/// One for each request, in one reading of the whole log: verifying needs all of it.
Result<std::vector<Report>> make_reports(const std::string& directory,
                                         const std::vector<ReportRequest>& requests);

}  // namespace xp::playlog
