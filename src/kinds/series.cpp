// SPDX-License-Identifier: MIT
#include "kinds/series.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xp::kinds {

Color blend(Color top, Color bottom, double share) {
  const auto channel = [share](int a, int b) {
    return static_cast<std::uint8_t>(std::lround(b + (a - b) * share));
  };
  return {channel(top.r, bottom.r), channel(top.g, bottom.g), channel(top.b, bottom.b), 255};
}

Color series_color(const Palette& colors, std::size_t rank) {
  const std::array ranks{colors.accent,
                         colors.second,
                         colors.third,
                         colors.secondary,
                         blend(colors.accent, colors.background, 0.55),
                         blend(colors.second, colors.background, 0.6),
                         blend(colors.secondary, colors.background, 0.55),
                         blend(colors.third, colors.background, 0.65)};
  return ranks[std::min(rank, ranks.size() - 1)];
}

}  // namespace xp::kinds
