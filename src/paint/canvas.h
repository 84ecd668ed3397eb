// SPDX-License-Identifier: MIT
// Somewhere to draw: the only file that calls pixman.
#pragma once

#include <cstdint>
#include <memory>

#include "base/color.h"
#include "paint/ink.h"
#include "paint/pixmap.h"

union pixman_image;

namespace xp::paint {

/// Borrowed coverage (a8) or premultiplied colour (argb32) of a glyph or shape.
struct Stencil {
  enum class Format { a8, argb32 };
  Format format = Format::a8;
  Size size;
  int stride = 0;  ///< bytes
  const std::uint8_t* pixels = nullptr;
};

/// Pixels with their top left corner at `corner`.
struct Placed {
  Bitmap pixels;
  Point corner;
  Rect area() const { return Rect::of(corner, pixels.size); }
  const std::uint32_t* at(Point p) const {
    return pixels.pixels + std::ptrdiff_t{p.y - corner.y} * pixels.stride + (p.x - corner.x);
  }
};

/// Draws into a target. Everything outside the target is left out.
class Canvas {
 public:
  explicit Canvas(const Target& target);
  /// What is drawn is noted in `ink`, which outlives the canvas.
  Canvas(const Target& target, Ink& ink);
  Rect area() const { return Rect::of({}, target_.size); }
  /// The pixels of row `y`, for those who write opaque pixels themselves, and note() where.
  std::uint32_t* row(int y) const { return target_.row(y); }
  void note(const Rect& written) {
    if (ink_) ink_->add(written);
  }

  void fill(const Rect& rect, Color color, std::uint8_t opacity);
  /// Inside `clip` only. `opaque`: all of its pixels are; nothing below shows.
  enum class Kind { blended, opaque };
  void draw(const Placed& picture, Kind kind, const Rect& clip, std::uint8_t opacity);
  /// Where both are, inside `clip`: `above` at `opacity` over `below`, both opaque, as if drawn one after the
  /// other.
  void draw_mixed(const Placed& below, const Placed& above, std::uint8_t opacity, const Rect& clip);
  /// Colour through a8 coverage; or a coloured glyph, as opaque as `color`.
  void stamp(const Stencil& stencil, Point at, Color color);

 private:
  struct Unref {
    void operator()(pixman_image* image) const;
  };
  using Image = std::unique_ptr<pixman_image, Unref>;
  static Image solid(std::uint32_t premultiplied);

  Target target_;
  Image image_;
  Ink* ink_ = nullptr;
};

}  // namespace xp::paint
