// SPDX-License-Identifier: MIT
#pragma once

namespace xp::kinds {

/// A place in px, finer than the grid.
struct Spot {
  double x = 0, y = 0;
};

/// On the way from a (t = 0) to b (1).
inline Spot mix(Spot a, Spot b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

}  // namespace xp::kinds
