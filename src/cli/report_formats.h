// SPDX-License-Identifier: MIT
// A report of the play log as a file: a function a format.
#pragma once

#include <string>
#include <string_view>

#include "playlog/report.h"

namespace xp::cli {

std::string report_table(const playlog::Report& report);  ///< for a terminal
std::string report_csv(const playlog::Report& report);    ///< the lines, for spreadsheets
std::string report_json(const playlog::Report& report);   ///< everything, for programs
/// One file to be printed on A4. `days`: the same by day, for the chart.
std::string report_html(const playlog::Report& report, const playlog::Report& days);

/// What a gap's cause is called in the user's language.
std::string cause_text(std::string_view cause);
std::string hours_text(Duration duration);                ///< "12:05:09"
std::string chain_text(const playlog::Report& report);    ///< whether the chain holds, in a sentence
std::string verdict_text(const playlog::Report& report);  ///< the same, with the head hash

}  // namespace xp::cli
