// SPDX-License-Identifier: MIT
// Outlines of the shapes that themes draw: straight edges, cut to a box by geometry, so that their operations
// stay inside the zone.
#pragma once

#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "kinds/spot.h"
#include "scene/builder.h"

namespace xp::kinds {

using Polygon = std::vector<Spot>;

/// The part of the polygon inside `box` (Sutherland and Hodgman).
Polygon clipped(const Polygon& polygon, const Rect& box);
/// Fills the polygons' parts inside `box` as one shape (non-zero winding).
void draw_polygons(scene::Builder& builder, const std::vector<Polygon>& polygons, const Rect& box,
                   Color color);

}  // namespace xp::kinds
