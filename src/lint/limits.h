// SPDX-License-Identifier: MIT
// The thresholds of the rules: [check] of the playlist, else of the screen's profile, else these.
#pragma once

#include <vector>

#include "playlist/hours.h"
#include "show/show.h"

namespace xp::lint {

struct Limits {
  double legible = 250, comfortable = 120;  ///< viewing distance in heights of a text
  int led_outline_px = 20;
  double reading_start = 1, reading_pace = 4.5;  ///< seconds; characters a second
  double scroll_seconds = 2;
  int headline_characters = 16, headline_lines = 3;
  double step_rounding = 0.1;                    ///< px a refresh
  double contrast = 4.5, headline_contrast = 7;  ///< WCAG 2.1: AA, and AAA for what is read from afar
  std::vector<playlist::Hours> quiet_hours, night_hours;
  double night_level = 30;  ///< percent of white
  double flashes = 3;       ///< a second
  double oversize = 3;
  int days = 14;
};

Limits limits_of(const show::Show& show);

}  // namespace xp::lint
