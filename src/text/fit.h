// SPDX-License-Identifier: MIT
// How large a text may be in a box (spec §13): an algorithm over widths and break costs. No fonts, no ICU.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/breaks.h"
#include "text/engine.h"
#include "text/lines.h"

namespace xp::text {

struct FitChoice {
  int size_px = 0;
  bool overflow = false;         ///< does not fit at min_px
  std::vector<LineRange> lines;  ///< to be set exactly so
  double line_height = 1;        ///< em; less than asked for where that lets the text fit after all
  /// How many code points are shown, an ellipsis behind them; absent: all. The lines are those of all.
  std::optional<std::uint32_t> shown = std::nullopt;
};

/// How many lines of `size` px stand in the box; at least 1.
std::size_t lines_in(const FitBox& box, int size, double line_height);

/// `box.box` is measured along the lines: its width is their length, its height the direction they are
/// stacked in. Breaks must tell the costs of words.
FitChoice choose_fit(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of,
                     const FitBox& box);

}  // namespace xp::text
