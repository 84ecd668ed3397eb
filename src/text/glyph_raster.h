// SPDX-License-Identifier: MIT
// Glyphs as pixels, for the painter. One thread; masks are immutable and may cross.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "text/font_catalog.h"
#include "text/style.h"

namespace xp::text {

struct GlyphImage {
  enum class Format { a8, argb32 };  ///< coverage, or premultiplied colour (emoji)
  Format format = Format::a8;
  int left = 0, top = 0;  ///< from the pen position to the top left corner; top grows upwards
  int width = 0, height = 0, stride = 0;
  std::vector<std::uint8_t> pixels;
};

struct GlyphKey {
  FaceId face = kNoFace;  ///< kNoFace: the box with the hex digits of code point `gid`
  std::uint32_t gid = 0;
  Px size;                    ///< em in 26.6 px
  std::uint8_t subpixel = 0;  ///< quarter px to the right, 0–3
  bool turned = false;        ///< 90° clockwise about the pen position
  Em squeeze = Em{65536};     ///< so much narrower; outlines only
  bool operator==(const GlyphKey&) const = default;
};

class GlyphRaster {
 public:
  /// `budget`: bytes of masks kept; the least recently used go first.
  static Result<std::unique_ptr<GlyphRaster>> create(std::shared_ptr<const FontCatalog> catalog,
                                                     std::size_t budget);
  ~GlyphRaster();
  /// Never null; an empty image for a space.
  std::shared_ptr<const GlyphImage> image(const GlyphKey& key);
  /// Of the masks kept.
  std::size_t bytes() const;
  /// Gives back the pages of the font files, which come again from the system's cache when they are read.
  void give_back_pages();

 private:
  struct State;
  explicit GlyphRaster(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace xp::text
