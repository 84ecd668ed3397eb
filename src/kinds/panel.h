// SPDX-License-Identifier: MIT
#pragma once

#include "kinds/canvas.h"

namespace xp::kinds {

/// A rounded panel in the theme's panel colour.
inline void draw_panel(Canvas& canvas, const Rect& rect, Color color) {
  canvas.draw().rounded(RectF::of(rect), Px::whole(canvas.px(canvas.theme().spacing.radius)), color);
}

}  // namespace xp::kinds
