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

/// Draws into a target. Everything outside the target is left out.
class Canvas {
 public:
  explicit Canvas(const Target& target);
  /// What is drawn is noted in `ink`, which outlives the canvas.
  Canvas(const Target& target, Ink& ink);
  Rect area() const { return Rect::of({}, target_.size); }
  /// The pixels of row `y`, for those who write opaque pixels themselves, and note() where.
  std::uint32_t* row(int y) const;
  void note(const Rect& written) {
    if (ink_) ink_->add(written);
  }

  void fill(const Rect& rect, Color color, std::uint8_t opacity);
  /// `pixels` with their top left corner at `at`, inside `clip` only. `opaque`: all of them are; nothing
  /// below shows.
  enum class Kind { blended, opaque };
  void draw(const Bitmap& pixels, Kind kind, Point at, const Rect& clip, std::uint8_t opacity);
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
