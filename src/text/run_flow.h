// SPDX-License-Identifier: MIT
// Shaped runs put into a column (spec §10): what HarfBuzz measured from left to right becomes along and
// across.
#pragma once

#include <hb.h>

#include "text/shape.h"

namespace xp::text {

/// The run is turned as a whole; the middle of its letters comes to stand on the middle of the column.
void turn(ShapedRun& run, hb_font_t* font, hb_script_t script);

/// All glyphs side by side on one em, squeezed where they are wider than that.
void share_cell(ShapedRun& run);

/// Every cluster in the middle of an em of its own: faces that know no columns, such as emoji.
void stack_clusters(ShapedRun& run);

}  // namespace xp::text
