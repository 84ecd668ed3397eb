// SPDX-License-Identifier: MIT
// The chart of the printed report, as SVG.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "playlog/report.h"

namespace xp::cli {

/// For HTML and SVG.
std::string html_text(std::string_view text);

/// The lines of the zone that plays the slides: of "main" where there is one.
std::vector<playlog::ReportLine> main_lines(const playlog::Report& report);
Duration main_on_screen(const playlog::Report& report);

/// A bar a day, of a report by day; days with gaps are marked.
std::string day_chart(const playlog::Report& days);

}  // namespace xp::cli
