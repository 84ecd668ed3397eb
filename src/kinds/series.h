// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "kinds/theme.h"

namespace xp::kinds {

/// The colour of a chart's series by rank: the one the heading is about is 0, the accent.
Color series_color(const Palette& colors, std::size_t rank);
/// `share` (0 … 1) of `top` over `bottom`.
Color blend(Color top, Color bottom, double share);

}  // namespace xp::kinds
