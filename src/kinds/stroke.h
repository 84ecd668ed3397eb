// SPDX-License-Identifier: MIT
// Lines that are drawn by hand: round ends and joints, one outline a line.
#pragma once

#include <span>

#include "kinds/spot.h"
#include "scene/builder.h"

namespace xp::kinds {

/// The line through `spots`, `thick` px strong. One spot is a disc.
void draw_stroke(scene::Builder& builder, std::span<const Spot> spots, double thick, Color color);

/// An arrow from `from` to its tip at `to`, head included.
void draw_arrow(scene::Builder& builder, Spot from, Spot to, double thick, Color color);

}  // namespace xp::kinds
