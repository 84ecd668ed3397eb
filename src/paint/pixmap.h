// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.h"

namespace xp::paint {

/// Premultiplied ARGB32 (0xAARRGGBB), rows without padding. Immutable once shared.
struct Pixmap {
  Size size;
  std::vector<std::uint32_t> pixels;
};
using PixmapPtr = std::shared_ptr<const Pixmap>;

/// Borrowed pixels of the same kind to paint from. `stride` in px.
struct Bitmap {
  Size size;
  const std::uint32_t* pixels = nullptr;
  int stride = 0;
};
inline Bitmap view_of(const Pixmap& pixmap) { return {pixmap.size, pixmap.pixels.data(), pixmap.size.w}; }

/// Somebody else's pixels to paint into: a window surface, a pixmap. `stride` in bytes.
struct Target {
  Size size;
  std::uint32_t* pixels = nullptr;
  int stride = 0;
};

}  // namespace xp::paint
