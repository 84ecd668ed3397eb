// SPDX-License-Identifier: MIT
#include "lint/easel.h"

#include <array>
#include <cmath>
#include <utility>

namespace xp::lint {

Easel::Easel(Rect part, paint::Painter& painter)
    : part_(part), painter_(painter), pixels_(paint::pixels_for(part.size())) {}

void Easel::paint(scene::Layer layer) {
  layer.clip = {layer.clip.x - part_.x, layer.clip.y - part_.y, layer.clip.w, layer.clip.h};
  layer.offset = {layer.offset.x - part_.x, layer.offset.y - part_.y};
  const Rect area = intersect(scene::visible_area(layer), Rect::of({}, part_.size()));
  if (area.empty()) return;
  painter_.paint({part_.size(), {std::move(layer)}}, {area}, {part_.size(), pixels_.data(), part_.w * 4});
}

double light_of(std::uint8_t level) {
  static const std::array<double, 256> table = [] {
    std::array<double, 256> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
      const double v = static_cast<double>(i) / 255;
      made[i] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    }
    return made;
  }();
  return table[level];
}

double luminance_of(std::uint32_t pixel) {
  const auto level = [pixel](int shift) { return static_cast<std::uint8_t>(pixel >> shift); };
  return 0.2126 * light_of(level(16)) + 0.7152 * light_of(level(8)) + 0.0722 * light_of(level(0));
}

}  // namespace xp::lint
