// SPDX-License-Identifier: MIT
// The curved shapes as cubic outlines. Coordinates are computed in double and rounded to 1/64 px once.
#pragma once

#include <vector>

#include "scene/scene.h"

namespace xp::scene {

using Path = std::vector<PathCommand>;

/// `radius` is cut to half the shorter side.
Path rounded_path(RectF rect, Px radius);
Path disc_path(PointF center, Px radius);
/// See Builder::ring. A full turn or more is a whole ring without radial edges; no inner radius gives a
/// sector to the centre.
Path ring_path(PointF center, Px outer, Px inner, double start, double end);

/// Covers the outline (control points included).
Rect path_bounds(const Path& path);

}  // namespace xp::scene
