// SPDX-License-Identifier: MIT
// The campaign's line at the top of a slide and the source's at the bottom, without what is behind them.
#pragma once

#include <string>

#include "kinds/canvas.h"

namespace xp::kinds {

/// What the lines leave for the slide: inside the safe margin, between the two.
Rect area_between_lines(const Canvas& canvas, const std::string& source_line);
/// Draws them and returns the area between them.
Rect draw_frame_lines(Canvas& canvas, const std::string& source_line);

}  // namespace xp::kinds
