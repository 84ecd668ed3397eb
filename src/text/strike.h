// SPDX-License-Identifier: MIT
// Bitmap fonts of one pixel size that are no OpenType (PCF): FreeType opens them, HarfBuzz shapes with what
// FreeType says.
#pragma once

#include <string>

#include "text/handles.h"

namespace xp::text {

/// A font of bitmaps alone.
bool is_strike(FT_Face face);
/// Its pixel size; 0 when it has none.
int strike_px(FT_Face face);
/// A font for HarfBuzz with `em` units to the em; `face` outlives it. One thread, as `face`.
HbFont strike_font(FT_Face face, int em);
/// A name made like a PostScript name: such fonts have none.
std::string strike_name(FT_Face face);

}  // namespace xp::text
