// SPDX-License-Identifier: MIT
#include "text/run_flow.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "text/layout.h"

namespace xp::text {
namespace {

// Capitals and figures are 0.733 em high in Noto: what stands in a column beside Han are mostly these.
constexpr std::int32_t kHalfCapital = kEm * 733 / 2000;

std::int32_t middle_of(hb_font_t* font, hb_script_t script) {
  int scale = kEm;
  switch (script) {
    case HB_SCRIPT_LATIN:
    case HB_SCRIPT_GREEK:
    case HB_SCRIPT_CYRILLIC:
    case HB_SCRIPT_COMMON:
      hb_font_get_scale(font, nullptr, &scale);
      return static_cast<std::int32_t>(std::int64_t{kHalfCapital} * scale / kEm);
    case HB_SCRIPT_HAN:
      return (kAscent.raw - kDescent.raw) / 2;
    default:
      break;
  }
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  return (extents.ascender + extents.descender) / 2;
}

// The glyphs from left to right, their advances gone into their places: the first has the whole em, the
// others go back to where it stands.
void set_on_em(std::span<ShapedGlyph> glyphs) {
  std::int64_t width = 0;
  for (const ShapedGlyph& glyph : glyphs) width += glyph.advance;
  const std::int64_t squeeze = width > kEm ? std::int64_t{kEm} * kEm / width : kEm;
  std::int64_t pen = -std::min<std::int64_t>(width, kEm) / 2;
  for (ShapedGlyph& glyph : glyphs) {
    const auto squeezed = [&](std::int64_t length) { return length * squeeze / kEm; };
    const std::int32_t up = glyph.y;
    glyph.y = static_cast<std::int32_t>(pen + squeezed(glyph.x));
    glyph.x = kAscent.raw - up - (&glyph == glyphs.data() ? 0 : kEm);
    pen += squeezed(glyph.advance);
    glyph.advance = 0;
    glyph.squeeze = static_cast<std::int32_t>(squeeze);
    glyph.unsafe_to_break = false;
  }
  if (!glyphs.empty()) glyphs.front().advance = kEm;
}

}  // namespace

void turn(ShapedRun& run, hb_font_t* font, hb_script_t script) {
  const std::int32_t middle = middle_of(font, script);
  for (ShapedGlyph& glyph : run.glyphs) glyph.y -= middle;
}

void share_cell(ShapedRun& run) { set_on_em(run.glyphs); }

void stack_clusters(ShapedRun& run) {
  for (std::size_t first = 0; first < run.glyphs.size();) {
    std::size_t last = first;
    while (last < run.glyphs.size() && run.glyphs[last].cluster == run.glyphs[first].cluster) ++last;
    set_on_em(std::span(run.glyphs).subspan(first, last - first));
    first = last;
  }
}

}  // namespace xp::text
