// SPDX-License-Identifier: MIT
// [check] of a playlist or a screen profile: limits of `xuanping check` other than its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "playlist/hours.h"
#include "toml/field.h"

namespace xp::playlist {

/// As written; what is absent has the default of src/lint/limits.h.
struct CheckKeys {
  std::optional<double> legible, comfortable;
  std::optional<int> led_outline_px;
  std::optional<double> reading_start, reading_pace, scroll_seconds;
  std::optional<int> headline_characters, headline_lines;
  std::optional<double> step_rounding;
  std::optional<double> contrast, headline_contrast;
  std::vector<toml::Located<std::string>> quiet_hours, night_hours;
  std::optional<double> night_level, flashes, oversize;
  std::optional<int> days;
};

/// Mistakes in the texts are reported.
std::vector<Hours> hours_of(const std::vector<toml::Located<std::string>>& texts, Diagnostics& diagnostics);
void check_hours(const CheckKeys& keys, Diagnostics& diagnostics);

}  // namespace xp::playlist

template <>
struct xp::toml::FieldsOf<xp::playlist::CheckKeys> {
  using C = xp::playlist::CheckKeys;
  static constexpr auto rows = std::tuple{
      field("legible", &C::legible, Range{10, 10'000},
            N_("no text is smaller than the farthest viewer's distance divided by this; 250")),
      field("comfortable", &C::comfortable, Range{10, 10'000},
            N_("nor a headline smaller than the distance divided by this; 120")),
      field("led_outline_px", &C::led_outline_px, Range{1, 200},
            N_("on LED panels smaller text needs a bitmap font; 20")),
      field("reading_start", &C::reading_start, Range{0, 60}, N_("seconds until a slide is noticed; 1")),
      field("reading_pace", &C::reading_pace, Range{0.5, 50}, N_("characters read in a second; 4.5")),
      field("scroll_seconds", &C::scroll_seconds, Range{0, 60},
            N_("how long each character of a line that passes is seen, in seconds; 2")),
      field("headline_characters", &C::headline_characters, Range{1, 100},
            N_("Han characters in a line of a headline; 16")),
      field("headline_lines", &C::headline_lines, Range{1, 20}, N_("lines of a headline; 3")),
      field("step_rounding", &C::step_rounding, Range{0, 1},
            N_("by how much lines may pass faster or slower than asked for, px a refresh; 0.1")),
      field("contrast", &C::contrast, Range{1, 21},
            N_("of text and accents against what is behind them; 4.5")),
      field("headline_contrast", &C::headline_contrast, Range{1, 21}, N_("of headlines; 7")),
      field("quiet_hours", &C::quiet_hours, Length{0, 4},
            N_("hours such as \"23:00-06:00\" in which nothing may be shown; none")),
      field("night_hours", &C::night_hours, Length{0, 4},
            N_("hours such as \"19:00-06:00\" in which no slide may be brighter than night_level; none")),
      field("night_level", &C::night_level, Range{0, 100},
            N_("average light of a picture at night, percent of white; 30")),
      field("flashes", &C::flashes, Range{0, 60}, N_("flashes of a video in a second; 3")),
      field("oversize", &C::oversize, Range{1, 100},
            N_("how many times larger than it is shown a picture may be, along each side; 3")),
      field("days", &C::days, Range{1, 366}, N_("how many days ahead gaps and clashes are looked for; 14")),
  };
};
