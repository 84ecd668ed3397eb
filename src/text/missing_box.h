// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "text/glyph_raster.h"

namespace xp::text {

/// The hollow box, one em wide, that stands for a character no font has; with its hex digits where they are
/// legible.
GlyphImage draw_missing_box(std::uint32_t code_point, int size_px);

}  // namespace xp::text
