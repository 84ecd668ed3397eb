// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "paint/painter.h"

namespace xp::lint {

/// A part of a slide's picture, in its coordinates, that layers are painted on one after the other.
class Easel {
 public:
  Easel(Rect part, paint::Painter& painter);

  void paint(scene::Layer layer);
  std::uint32_t at(int x, int y) const { return pixels_[static_cast<std::size_t>(index(x, y))]; }
  const paint::Pixels& pixels() const { return pixels_; }

 private:
  std::ptrdiff_t index(int x, int y) const { return std::ptrdiff_t{y - part_.y} * part_.w + (x - part_.x); }

  Rect part_;
  paint::Painter& painter_;
  paint::Pixels pixels_;
};

/// Light of an sRGB level, 0 … 1.
double light_of(std::uint8_t level);
/// Of a pixel, white 1.
double luminance_of(std::uint32_t pixel);

}  // namespace xp::lint
