// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "paint/painter.h"

namespace xp::lint {

/// A part of a slide's picture, painted: what lies beside it costs nothing.
class Easel {
 public:
  explicit Easel(paint::Painter& painter) : painter_(painter) {}

  /// What the layers show in `part`, bottom first; black where they show nothing.
  void paint(const std::vector<scene::Layer>& layers, Rect part);
  /// Of the part painted last, row by row.
  std::span<const std::uint32_t> pixels() const { return {pixels_.get(), pixels_of(part_.size())}; }
  /// From a point in it, in the slide's coordinates, to the right.
  const std::uint32_t* from(int x, int y) const {
    return pixels_.get() + std::ptrdiff_t{y - part_.y} * part_.w + (x - part_.x);
  }

 private:
  static std::size_t pixels_of(Size size) {
    return static_cast<std::size_t>(size.w) * static_cast<std::size_t>(size.h);
  }

  paint::Painter& painter_;
  Rect part_;
  std::unique_ptr<std::uint32_t[]> pixels_;
  std::size_t capacity_ = 0;
};

/// Relative luminance of a pixel; white has 1.
double luminance_of(std::uint32_t pixel);

}  // namespace xp::lint
