// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "kinds/theme.h"

namespace xp::kinds {

/// The colours of `count` series of one chart by rank: the one the heading is about is 0, the accent; then
/// the theme's own, then mixtures of them. Any two can be told apart, and each from the ground.
std::vector<Color> series_colors(const Palette& colors, std::size_t count);
/// How different two colours look, in OKLab: 0.02 is only just seen, 1 is black beside white.
double difference(Color a, Color b);
/// `share` (0 … 1) of `top` over `bottom`.
Color blend(Color top, Color bottom, double share);

}  // namespace xp::kinds
