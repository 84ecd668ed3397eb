// SPDX-License-Identifier: MIT
#pragma once

#include <hb.h>

#include <cstdint>

#include "text/font_catalog.h"

namespace xp::text {

/// How a face is set beside others, 1/65,536: its size, and how much it is raised in em of the paragraph.
struct EmBox {
  std::int32_t scale = 65536, rise = 0;
};

/// Makes the em boxes of all faces match (spec §3): ideographs and emoji are one em wide; ideographs stand in
/// the middle of the box by the font's BASE table, or by their ink where it has none or is wrong. What the
/// catalogue says goes before. `font` has 65,536 units to the em.
EmBox em_box_of(hb_font_t* font, const FaceSpec& spec);

}  // namespace xp::text
