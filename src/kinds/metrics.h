// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>

#include "base/geometry.h"

namespace xp::kinds {

/// Text smaller than this is not read by anybody; lines of the frame that would be are left out.
inline constexpr int kSmallestText = 12;  // px

/// The lengths of one zone: themes count in vmin, 1 % of the zone's shorter side.
struct Metrics {
  Size box;

  double vmin() const { return std::min(box.w, box.h) / 100.0; }
  /// A length of `v` vmin in whole px, never nothing.
  int px(double v) const { return std::max(1, static_cast<int>(std::lround(v * vmin()))); }
  /// A text size of `v` vmin, px.
  int text_px(double v) const { return std::max(kSmallestText, px(v)); }
  /// Narrower than 3:4: blocks are stacked. In a square they would have no height to be stacked in.
  bool portrait() const { return box.w * 4 < box.h * 3; }
  /// So wide that a line of the usual size would fill less than half of it: walls.
  bool wide() const { return box.w * 2 >= box.h * 5; }
  /// Too flat for more than one line of anything.
  bool strip() const { return box.w >= box.h * 5; }
};

}  // namespace xp::kinds
