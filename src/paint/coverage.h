// SPDX-License-Identifier: MIT
// Corrected coverage. Colours are blended as they are stored (sRGB), in which half of a white pixel on black
// gives a fifth of its light and half of a black one on white takes four fifths away: light letters look
// thin, dark ones fat. So coverage goes through a table before it is blended. It gives the edge as much light
// as the shape has area there, if the ground is as dark as the ink is light; ink of middling lightness and
// ink that is hardly there stay as they are. Nothing and everything stay nothing and everything: bitmap fonts
// and the inside of letters do not change.
#pragma once

#include <array>
#include <cstdint>

#include "base/color.h"

namespace xp::paint {

using CoverageTable = std::array<std::uint8_t, 256>;

/// From coverage to alpha, for shapes in `ink`. Lives as long as the program.
const CoverageTable& coverage_table(Color ink);

}  // namespace xp::paint
