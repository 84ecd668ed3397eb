// SPDX-License-Identifier: MIT
#pragma once

#include "base/color.h"
#include "base/geometry.h"
#include "scene/builder.h"

namespace xp::kinds {

/// A shield is this many times as high as wide.
inline constexpr double kShieldHeight = 1.16;

/// The theme's emblem: a shield with a check mark left open, `width` px wide, its top left corner at `at`.
/// Only the part inside `box` is drawn, by geometry: its operations stay inside the zone.
void draw_shield(scene::Builder& builder, PointF at, double width, const Rect& box, Color color);

}  // namespace xp::kinds
