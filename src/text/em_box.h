// SPDX-License-Identifier: MIT
#pragma once

#include <hb.h>

#include <cstdint>

#include "text/font_catalog.h"

namespace xp::text {

// The em boxes of all faces match (spec §3): ideographs and emoji are one em wide; ideographs stand in the
// middle of the box by the font's BASE table, or by their ink where it has none or is wrong. What the
// catalogue says goes before. Both in 1/65,536; `font` has as many units to the em.

/// A face's size beside others.
std::int32_t scale_of(hb_font_t* font, const FaceSpec& spec);
/// How much a face of this scale is raised, in em of the paragraph. Looks at the outlines of many ideographs.
std::int32_t rise_of(hb_font_t* font, const FaceSpec& spec, std::int32_t scale);

}  // namespace xp::text
