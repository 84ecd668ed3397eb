// SPDX-License-Identifier: MIT
#include "text/glyph_raster.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "text/font_set.h"
#include "text/layout.h"
#include "text/lru.h"
#include "text/missing_box.h"
#include "text/resample.h"
#include "text/strike.h"

namespace xp::text {

namespace {

// Limits (reliability: fonts): larger sizes are drawn at this one; a glyph wider than so many em is left out.
constexpr Px kMaxSize = Px::whole(2048), kMinSize = Px::whole(1);
constexpr int kMaxGlyphEms = 8;

std::size_t area(int stride, int height) {
  return static_cast<std::size_t>(stride) * static_cast<std::size_t>(height);
}

const std::uint8_t* row_of(const FT_Bitmap& bitmap, int row) {
  return bitmap.buffer + std::ptrdiff_t{row} * bitmap.pitch;
}

GlyphImage image_from(FT_GlyphSlot slot) {
  const FT_Bitmap& bitmap = slot->bitmap;
  GlyphImage image;
  image.left = slot->bitmap_left;
  image.top = slot->bitmap_top;
  image.width = image.stride = static_cast<int>(bitmap.width);
  image.height = static_cast<int>(bitmap.rows);
  image.pixels.resize(area(image.stride, image.height));
  for (int y = 0; y < image.height; ++y) {
    std::uint8_t* to = image.pixels.data() + area(image.stride, y);
    const std::uint8_t* from = row_of(bitmap, y);
    if (bitmap.pixel_mode == FT_PIXEL_MODE_MONO) {
      for (int x = 0; x < image.width; ++x) to[x] = (from[x >> 3] >> (7 - (x & 7))) & 1 ? 255 : 0;
    } else {
      std::memcpy(to, from, static_cast<std::size_t>(image.width));
    }
  }
  return image;
}

bool plausible(FT_Outline& outline, Px size) {
  FT_BBox box;
  FT_Outline_Get_CBox(&outline, &box);
  const FT_Pos most = FT_Pos{size.raw} * kMaxGlyphEms;
  return box.xMin >= -most && box.yMin >= -most && box.xMax <= most && box.yMax <= most;
}

// Thicker strokes around the same middle.
void thicken(FT_Outline& outline, double px) {
  const auto strength = static_cast<FT_Pos>(std::lround(px * 64));
  if (strength <= 0 || FT_Outline_Embolden(&outline, strength) != 0) return;
  FT_Outline_Translate(&outline, -strength / 2, -strength / 2);
}

void bend(FT_Outline& outline, const GlyphKey& key) {
  constexpr FT_Fixed kOne = 0x10000;
  const FT_Matrix narrower{key.squeeze.raw, 0, 0, kOne}, clockwise{0, kOne, -kOne, 0};
  if (key.squeeze.raw != kOne) FT_Outline_Transform(&outline, &narrower);
  if (key.turned) FT_Outline_Transform(&outline, &clockwise);
}

// The same turn for what is no outline.
GlyphImage turned(const GlyphImage& source) {
  const auto bytes = source.format == GlyphImage::Format::argb32 ? std::size_t{4} : std::size_t{1};
  GlyphImage image;
  image.format = source.format;
  image.left = source.top - source.height;
  image.top = -source.left;
  image.width = source.height;
  image.height = source.width;
  image.stride = image.width * static_cast<int>(bytes);
  image.pixels.resize(area(image.stride, image.height));
  for (int y = 0; y < source.height; ++y) {
    const std::uint8_t* from = source.pixels.data() + area(source.stride, y);
    std::uint8_t* to = image.pixels.data() + static_cast<std::size_t>(source.height - 1 - y) * bytes;
    for (int x = 0; x < source.width; ++x) {
      std::memcpy(to + area(image.stride, x), from + static_cast<std::size_t>(x) * bytes, bytes);
    }
  }
  return image;
}

GlyphImage draw_smooth(FT_Face face, const GlyphKey& key, double embolden) {
  if (FT_Set_Char_Size(face, key.size.raw, key.size.raw, 72, 72) != 0) return {};
  if (FT_Load_Glyph(face, key.gid, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return {};
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || !plausible(face->glyph->outline, key.size)) return {};
  thicken(face->glyph->outline, embolden * key.size.value());
  bend(face->glyph->outline, key);
  FT_Outline_Translate(&face->glyph->outline, (key.subpixel & 3) * 16, 0);
  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return {};
  return image_from(face->glyph);
}

// Every pixel becomes a square of `times` × `times`.
GlyphImage magnified(const GlyphImage& source, int times) {
  GlyphImage image;
  image.left = source.left * times;
  image.top = source.top * times;
  image.width = image.stride = source.width * times;
  image.height = source.height * times;
  image.pixels.resize(area(image.stride, image.height));
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* from = source.pixels.data() + area(source.stride, y / times);
    std::uint8_t* to = image.pixels.data() + area(image.stride, y);
    for (int x = 0; x < image.width; ++x) to[x] = from[x / times];
  }
  return image;
}

// Small outlines in one bit close up (the 日 in 警) unless their stems are put on the pixels.
constexpr FT_Int32 kFitted = FT_LOAD_FORCE_AUTOHINT;
// Outlines that are drawn pixel by pixel already.
constexpr FT_Int32 kAsDrawn = FT_LOAD_NO_HINTING;

// One bit a pixel at a whole size: what a panel lights or leaves dark.
GlyphImage draw_mono(FT_Face face, std::uint32_t gid, int size, FT_Int32 hinting) {
  if (FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(size)) != 0) return {};
  if (FT_Load_Glyph(face, gid, FT_LOAD_TARGET_MONO | FT_LOAD_NO_BITMAP | hinting) != 0) return {};
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || !plausible(face->glyph->outline, Px::whole(size)))
    return {};
  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_MONO) != 0) return {};
  return image_from(face->glyph);
}

// Two dashes are one line in Chinese (——): a bitmap font that leaves a gap between them is corrected.
GlyphImage joined(const GlyphImage& dash, int advance) {
  GlyphImage image = dash;
  image.left = 0;
  image.width = image.stride = advance;
  image.pixels.assign(area(image.stride, image.height), 0);
  for (int y = 0; y < image.height; ++y) {
    const auto from = dash.pixels.begin() + static_cast<std::ptrdiff_t>(area(dash.stride, y));
    if (std::find(from, from + dash.width, 255) == from + dash.width) continue;
    std::fill_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(area(image.stride, y)), advance,
                std::uint8_t{255});
  }
  return image;
}

GlyphImage draw_strike(FT_Face face, std::uint32_t gid) {
  if (FT_Select_Size(face, 0) != 0 || FT_Load_Glyph(face, gid, FT_LOAD_TARGET_MONO) != 0) return {};
  if (face->glyph->bitmap.pixel_mode != FT_PIXEL_MODE_MONO) return {};
  const GlyphImage image = image_from(face->glyph);
  const bool dash = gid == FT_Get_Char_Index(face, U'—');
  return dash ? joined(image, static_cast<int>(face->glyph->advance.x >> 6)) : image;
}

// At the size the font is made for, magnified by whole numbers only; in the middle of the em where that
// leaves room (spec §14: 17 to 23 px).
GlyphImage draw_bitmap(FT_Face face, const GlyphKey& key, int native_px) {
  const bool strike = is_strike(face);
  const int native = std::clamp(strike ? strike_px(face) : native_px, 1, kMaxSize.round());
  const GlyphImage drawn = strike ? draw_strike(face, key.gid) : draw_mono(face, key.gid, native, kAsDrawn);
  const int size = key.size.round(), times = std::max(1, size / native);
  GlyphImage image = times == 1 ? drawn : magnified(drawn, times);
  const int rest = size - native * times;
  const auto advance = static_cast<int>(face->glyph->advance.x >> 6);
  image.left += static_cast<int>(std::floor(rest * advance / (2.0 * native)));
  // The baseline goes down by the ascent's share of the rest, the glyph by half of it.
  image.top += static_cast<int>(std::lround(rest * (kAscent.value() - 0.5)));
  return image;
}

ColorPixels color_pixels(const FT_Bitmap& bitmap) {
  ColorPixels pixels{static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
  const std::size_t row_bytes = std::size_t{bitmap.width} * 4;
  pixels.bytes.resize(row_bytes * bitmap.rows);
  for (int y = 0; y < pixels.height; ++y) {
    std::memcpy(pixels.bytes.data() + row_bytes * static_cast<std::size_t>(y), row_of(bitmap, y), row_bytes);
  }
  return pixels;
}

// The strike nearest above the size is scaled down; the largest up when there is none.
int strike_for(FT_Face face, Px size) {
  int best = 0;
  for (int i = 1; i < face->num_fixed_sizes; ++i) {
    const FT_Pos now = face->available_sizes[best].y_ppem, next = face->available_sizes[i].y_ppem;
    if (now < size.raw ? next > now : next >= size.raw && next < now) best = i;
  }
  return best;
}

GlyphImage draw_color(FT_Face face, const GlyphKey& key) {
  if (face->num_fixed_sizes < 1 || FT_Select_Size(face, strike_for(face, key.size)) != 0) return {};
  if (FT_Load_Glyph(face, key.gid, FT_LOAD_COLOR | FT_LOAD_DEFAULT) != 0) return {};
  const FT_GlyphSlot slot = face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_BITMAP || slot->bitmap.pixel_mode != FT_PIXEL_MODE_BGRA) return {};
  if (slot->bitmap.width == 0 || slot->bitmap.rows == 0 || face->size->metrics.y_ppem == 0) return {};
  const double scale = key.size.value() / face->size->metrics.y_ppem;
  const auto scaled = [&](int value) { return static_cast<int>(std::lround(value * scale)); };
  const int width =
      std::clamp(scaled(static_cast<int>(slot->bitmap.width)), 1, kMaxGlyphEms * kMaxSize.round());
  const int height =
      std::clamp(scaled(static_cast<int>(slot->bitmap.rows)), 1, kMaxGlyphEms * kMaxSize.round());
  GlyphImage image;
  image.format = GlyphImage::Format::argb32;  // BGRA in memory is ARGB in a little-endian word
  image.left = scaled(slot->bitmap_left);
  image.top = scaled(slot->bitmap_top);
  image.width = width;
  image.height = height;
  image.stride = width * 4;
  image.pixels = resample(color_pixels(slot->bitmap), width, height).bytes;
  return image;
}

struct KeyHash {
  std::size_t operator()(const GlyphKey& key) const {
    std::uint64_t mixed = std::uint64_t{key.gid} << 32 | static_cast<std::uint32_t>(key.size.raw);
    mixed ^= (std::uint64_t{key.face} << 8 | key.subpixel | (key.turned ? 4u : 0u)) << 20;
    mixed ^= static_cast<std::uint64_t>(key.squeeze.raw) << 3;
    mixed *= 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(mixed ^ mixed >> 29);
  }
};

}  // namespace

struct GlyphRaster::State {
  State(std::unique_ptr<FontSet> opened, std::size_t budget) : fonts(std::move(opened)), images(budget) {}

  GlyphImage draw(const GlyphKey& key) {
    if (key.face == kNoFace || key.face >= fonts->catalog().faces.size()) {
      return as_turned(draw_missing_box(key.gid, key.size.round()), key);
    }
    const FT_Face face = fonts->raster_face(key.face);
    if (face == nullptr) return {};
    const FaceSpec& spec = fonts->catalog().faces[key.face];
    switch (spec.rendering) {
      case Rendering::smooth:
        return draw_smooth(face, key, spec.embolden);
      case Rendering::mono:
        return draw_mono(face, key.gid, std::max(1, key.size.round()), kFitted);
      case Rendering::bitmap:
        return as_turned(draw_bitmap(face, key, spec.native_px), key);
      case Rendering::color:
        return as_turned(draw_color(face, key), key);
    }
    return {};
  }

  static GlyphImage as_turned(GlyphImage image, const GlyphKey& key) {
    return key.turned ? turned(image) : std::move(image);
  }

  std::unique_ptr<FontSet> fonts;
  Lru<GlyphKey, std::shared_ptr<const GlyphImage>, KeyHash> images;
};

GlyphRaster::GlyphRaster(std::unique_ptr<State> state) : state_(std::move(state)) {}
GlyphRaster::~GlyphRaster() = default;

Result<std::unique_ptr<GlyphRaster>> GlyphRaster::create(std::shared_ptr<const FontCatalog> catalog,
                                                         std::size_t budget) {
  auto fonts = FontSet::create(std::move(catalog));
  if (!fonts) return fonts.error();
  return std::unique_ptr<GlyphRaster>(new GlyphRaster(std::make_unique<State>(*std::move(fonts), budget)));
}

void GlyphRaster::give_back_pages() { state_->fonts->give_back_pages(); }

std::size_t GlyphRaster::bytes() const { return state_->images.used(); }

std::shared_ptr<const GlyphImage> GlyphRaster::image(const GlyphKey& asked) {
  GlyphKey key = asked;
  key.size = std::clamp(key.size, kMinSize, kMaxSize);
  if (const auto* known = state_->images.find(key)) return *known;
  auto image = std::make_shared<const GlyphImage>(state_->draw(key));
  state_->images.insert(key, image, sizeof(GlyphImage) + image->pixels.size());
  return image;
}

}  // namespace xp::text
