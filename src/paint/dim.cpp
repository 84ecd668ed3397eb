// SPDX-License-Identifier: MIT
#include "paint/dim.h"

#include <array>

namespace xp::paint {

namespace {

std::array<std::uint8_t, 256> levels_for(unsigned white) {
  std::array<std::uint8_t, 256> levels{};
  for (unsigned level = 0; level < levels.size(); ++level)
    levels[level] = static_cast<std::uint8_t>((level * white + 127) / 255);
  return levels;
}

}  // namespace

void dim(std::uint8_t white, const std::vector<Rect>& rects, const Target& target) {
  if (white == 255) return;
  const std::array<std::uint8_t, 256> levels = levels_for(white);
  for (const Rect& rect : rects) {
    const Rect part = intersect(rect, Rect::of({}, target.size));
    for (int y = part.y; y < part.bottom(); ++y) {
      std::uint32_t* row = target.row(y);
      for (int x = part.x; x < part.right(); ++x) {
        const std::uint32_t pixel = row[x];
        row[x] = (pixel & 0xFF000000) | std::uint32_t{levels[pixel >> 16 & 0xFF]} << 16 |
                 std::uint32_t{levels[pixel >> 8 & 0xFF]} << 8 | levels[pixel & 0xFF];
      }
    }
  }
}

}  // namespace xp::paint
