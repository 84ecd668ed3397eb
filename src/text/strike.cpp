// SPDX-License-Identifier: MIT
#include "text/strike.h"

#include <algorithm>
#include <cstdint>

namespace xp::text {

namespace {

FT_Face face_of(void* data) { return static_cast<FT_Face>(data); }

hb_position_t to_em(hb_font_t* font, FT_Face face, int px) {
  int em = 0;
  hb_font_get_scale(font, &em, nullptr);
  return static_cast<hb_position_t>(std::int64_t{px} * em / std::max(1, strike_px(face)));
}

hb_bool_t nominal_glyph(hb_font_t*, void* data, hb_codepoint_t c, hb_codepoint_t* glyph, void*) {
  *glyph = FT_Get_Char_Index(face_of(data), c);
  return *glyph != 0;
}

// Glyphs borrowed from the next smaller size lack one pixel of the em and are set on it all the same.
hb_position_t h_advance(hb_font_t* font, void* data, hb_codepoint_t glyph, void*) {
  const FT_Face face = face_of(data);
  if (FT_Load_Glyph(face, glyph, FT_LOAD_BITMAP_METRICS_ONLY) != 0) return 0;
  const int px = static_cast<int>(face->glyph->advance.x >> 6), em = strike_px(face);
  return to_em(font, face, px == em - 1 ? em : px);
}

bool has_ink(const FT_Bitmap& bitmap, unsigned y, unsigned x) {
  return (bitmap.buffer[static_cast<std::ptrdiff_t>(y) * bitmap.pitch + (x >> 3)] >> (7 - (x & 7))) & 1;
}

// The bitmaps are padded: the ink is what counts.
hb_bool_t extents(hb_font_t* font, void* data, hb_codepoint_t glyph, hb_glyph_extents_t* box, void*) {
  const FT_Face face = face_of(data);
  *box = {};
  if (FT_Load_Glyph(face, glyph, FT_LOAD_TARGET_MONO) != 0) return 0;
  const FT_Bitmap& bitmap = face->glyph->bitmap;
  if (bitmap.pixel_mode != FT_PIXEL_MODE_MONO) return 0;
  int left = static_cast<int>(bitmap.width), right = 0, top = static_cast<int>(bitmap.rows), bottom = 0;
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    for (unsigned x = 0; x < bitmap.width; ++x) {
      if (!has_ink(bitmap, y, x)) continue;
      left = std::min(left, static_cast<int>(x));
      right = std::max(right, static_cast<int>(x) + 1);
      top = std::min(top, static_cast<int>(y));
      bottom = std::max(bottom, static_cast<int>(y) + 1);
    }
  }
  if (right <= left) return 1;
  box->x_bearing = to_em(font, face, face->glyph->bitmap_left + left);
  box->y_bearing = to_em(font, face, face->glyph->bitmap_top - top);
  box->width = to_em(font, face, right - left);
  box->height = to_em(font, face, top - bottom);
  return 1;
}

hb_font_funcs_t* functions() {
  static hb_font_funcs_t* const made = [] {
    hb_font_funcs_t* funcs = hb_font_funcs_create();
    hb_font_funcs_set_nominal_glyph_func(funcs, nominal_glyph, nullptr, nullptr);
    hb_font_funcs_set_glyph_h_advance_func(funcs, h_advance, nullptr, nullptr);
    hb_font_funcs_set_glyph_extents_func(funcs, extents, nullptr, nullptr);
    hb_font_funcs_make_immutable(funcs);
    return funcs;
  }();
  return made;
}

}  // namespace

bool is_strike(FT_Face face) { return face != nullptr && !FT_IS_SCALABLE(face) && face->num_fixed_sizes > 0; }

int strike_px(FT_Face face) {
  return face->num_fixed_sizes > 0 ? static_cast<int>(face->available_sizes[0].y_ppem >> 6) : 0;
}

HbFont strike_font(FT_Face face, int em) {
  FT_Select_Size(face, 0);
  hb_face_t* tables = hb_face_create(hb_blob_get_empty(), 0);  // none; the inert face would not be shaped
  HbFont font(hb_font_create(tables));
  hb_face_destroy(tables);  // the font keeps it
  hb_font_set_scale(font.get(), em, em);
  hb_font_set_funcs(font.get(), functions(), face, nullptr);
  return font;
}

std::string strike_name(FT_Face face) {
  std::string name = face->family_name != nullptr ? face->family_name : "Bitmap";
  std::erase(name, ' ');
  return name + "-" + std::to_string(strike_px(face));
}

}  // namespace xp::text
