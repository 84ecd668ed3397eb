// SPDX-License-Identifier: MIT
// Where the figures at the points of a line stand.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "kinds/spot.h"

namespace xp::kinds {

/// A known point of the line and the size of its figure.
struct LinePoint {
  Spot at;
  Size figure;
  bool joined = false;  ///< the line comes from the point before
};

/// Each figure near its point and inside `area`, at least `air` from its point and half of it from the line,
/// clear of all other figures; above the point, in a valley below. What finds no place has none; the last
/// figure, the highest, the lowest and the first choose before the others.
std::vector<std::optional<Rect>> place_figures(std::span<const LinePoint> points, const Rect& area, int air);

}  // namespace xp::kinds
