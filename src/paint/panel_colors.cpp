// SPDX-License-Identifier: MIT
#include "paint/panel_colors.h"

#include <array>
#include <cmath>

#include "base/color.h"

namespace xp::paint {

namespace {

constexpr std::uint32_t kAlpha = 0xFF000000, kRed = 0x00FF0000, kGreen = 0x0000FF00;
constexpr int kMiddle = 128;
// Shares of a channel in the luminance of a colour (ITU-R BT.709), in 1/10,000. A lit red panel has the
// first.
constexpr std::int64_t kRedShare = 2126, kGreenShare = 7152, kBlueShare = 722;

/// Light of an sRGB level, 0 … 65,535. Integers, so that every machine decides alike.
const std::array<std::int32_t, 256>& light() {
  static const std::array<std::int32_t, 256> table = [] {
    std::array<std::int32_t, 256> made{};
    for (std::size_t level = 0; level < made.size(); ++level)
      made[level] =
          static_cast<std::int32_t>(std::lround(light_of(static_cast<std::uint8_t>(level)) * 65535));
    return made;
  }();
  return table;
}

std::uint8_t channel(std::uint32_t pixel, int shift) { return static_cast<std::uint8_t>(pixel >> shift); }

bool lights_red_panel(std::uint32_t pixel) {
  const auto& table = light();
  const std::int64_t luminance = kRedShare * table[channel(pixel, 16)] +
                                 kGreenShare * table[channel(pixel, 8)] +
                                 kBlueShare * table[channel(pixel, 0)];
  return 2 * luminance >= kRedShare * 65535;
}

}  // namespace

std::uint32_t panel_color(Panel panel, std::uint32_t pixel) {
  switch (panel) {
    case Panel::full:
      return pixel;
    case Panel::red:
      return (pixel & kAlpha) | (lights_red_panel(pixel) ? kRed : 0);
    case Panel::red_green:
      // Blue is lost in all four alike, so each channel decides for itself which is nearest.
      return (pixel & kAlpha) | (channel(pixel, 16) >= kMiddle ? kRed : 0) |
             (channel(pixel, 8) >= kMiddle ? kGreen : 0);
  }
  return pixel;
}

void show_on_panel(Panel panel, const std::vector<Rect>& rects, const Target& target) {
  if (panel == Panel::full) return;
  for (const Rect& rect : rects) {
    const Rect part = intersect(rect, Rect::of({}, target.size));
    for (int y = part.y; y < part.bottom(); ++y) {
      std::uint32_t* row = target.row(y);
      for (int x = part.x; x < part.right(); ++x) row[x] = panel_color(panel, row[x]);
    }
  }
}

}  // namespace xp::paint
