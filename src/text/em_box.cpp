// SPDX-License-Identifier: MIT
#include "text/em_box.h"

#include <hb-ot.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "text/layout.h"

namespace xp::text {

namespace {

constexpr std::int32_t kMiddle = (kAscent.raw - kDescent.raw) / 2;
// The middle of 64 ideographs' ink is that of the em box within 0.004 em in Noto Sans and Serif CJK of any
// weight; a table that is off by more than this is wrong (Hanazono's by 0.027).
constexpr std::int32_t kBelievable = kEm / 50;
constexpr std::int32_t kSamples = 64;
// Stands for all emoji: they have one advance.
constexpr char32_t kEmojiSample = U'\U0001F600';

std::int32_t fixed(double em) { return static_cast<std::int32_t>(std::lround(em * kEm)); }

std::int32_t part(std::int64_t value, std::int32_t scale) {
  return static_cast<std::int32_t>(value * scale / kEm);
}

std::int32_t advance_of(hb_font_t* font, char32_t c) {
  hb_codepoint_t gid = 0;
  return hb_font_get_nominal_glyph(font, c, &gid) ? hb_font_get_glyph_h_advance(font, gid) : 0;
}

/// The middle of the ink of ideographs, spread over a block; absent where the font has few of them.
std::optional<std::int32_t> ink_middle(hb_font_t* font, char32_t first, char32_t last) {
  std::int64_t sum = 0;
  std::int32_t count = 0;
  for (std::int32_t k = 0; k < kSamples; ++k) {
    hb_codepoint_t gid = 0;
    hb_glyph_extents_t box{};
    const char32_t c = first + (last - first) * static_cast<char32_t>(k) / kSamples;
    if (!hb_font_get_nominal_glyph(font, c, &gid) || !hb_font_get_glyph_extents(font, gid, &box)) continue;
    sum += box.y_bearing + box.height / 2;
    ++count;
  }
  if (count < kSamples / 4) return std::nullopt;
  return static_cast<std::int32_t>(sum / count);
}

std::optional<std::int32_t> ink_middle(hb_font_t* font) {
  constexpr std::array<std::array<char32_t, 2>, 4> kBlocks{
      {{0x4E00, 0x9FA5}, {0x20000, 0x2A6D6}, {0x2A700, 0x2CEA1}, {0x30000, 0x3134A}}};
  for (const auto& [first, last] : kBlocks) {
    if (const auto middle = ink_middle(font, first, last)) return middle;
  }
  return std::nullopt;
}

std::optional<std::int32_t> baseline(hb_font_t* font, hb_ot_layout_baseline_tag_t tag) {
  hb_position_t at = 0;
  if (!hb_ot_layout_get_baseline(font, tag, HB_DIRECTION_LTR, HB_TAG('h', 'a', 'n', 'i'),
                                 HB_TAG('d', 'f', 'l', 't'), &at))
    return std::nullopt;
  return at;
}

std::optional<std::int32_t> table_middle(hb_font_t* font) {
  const auto em_bottom = baseline(font, HB_OT_LAYOUT_BASELINE_TAG_IDEO_EMBOX_BOTTOM_OR_LEFT);
  if (em_bottom) return *em_bottom + kEm / 2;
  const auto bottom = baseline(font, HB_OT_LAYOUT_BASELINE_TAG_IDEO_FACE_BOTTOM_OR_LEFT);
  const auto top = baseline(font, HB_OT_LAYOUT_BASELINE_TAG_IDEO_FACE_TOP_OR_RIGHT);
  if (!bottom || !top) return std::nullopt;
  return (*bottom + *top) / 2;
}

}  // namespace

std::int32_t scale_of(hb_font_t* font, const FaceSpec& spec) {
  if (spec.rendering == Rendering::bitmap) return kEm;  // its pixels are the panel's
  if (spec.scale > 0) return fixed(spec.scale);
  const std::int32_t advance = advance_of(font, spec.rendering == Rendering::color ? kEmojiSample : U'一');
  const bool sane = advance > kEm / 2 && advance < 2 * kEm;
  return sane ? static_cast<std::int32_t>(std::int64_t{kEm} * kEm / advance) : kEm;
}

std::int32_t rise_of(hb_font_t* font, const FaceSpec& spec, std::int32_t scale) {
  if (spec.rendering == Rendering::bitmap) return 0;
  if (spec.rise) return fixed(*spec.rise);
  if (spec.rendering == Rendering::color) return 0;  // each is centred by itself
  const auto ink = ink_middle(font);
  if (!ink) return 0;
  const std::int32_t table = table_middle(font).value_or(*ink);
  const std::int32_t middle = std::abs(table - *ink) <= kBelievable ? table : *ink;
  return kMiddle - part(middle, scale);
}

}  // namespace xp::text
