// SPDX-License-Identifier: MIT
#include "player/reading_report.h"

#include <utility>

#include "base/log.h"
#include "player/status_lines.h"

namespace xp::player {

namespace {

LogLevel level_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return LogLevel::info;
    case Severity::warning:
      return LogLevel::warning;
    case Severity::error:
      break;
  }
  return LogLevel::error;
}

}  // namespace

void ReadingReport::say(const Diagnostics& diagnostics) {
  std::string report;
  for (const Diagnostic& diagnostic : diagnostics.list()) report += one_line(diagnostic) + "\n";
  if (report == last_) return;
  for (const Diagnostic& d : diagnostics.list()) log(level_of(d.severity), "player", one_line(d));
  last_ = std::move(report);
}

}  // namespace xp::player
