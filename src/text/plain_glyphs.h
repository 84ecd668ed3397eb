// SPDX-License-Identifier: MIT
// Characters that a font sets alike whatever stands beside them, which in most fonts are nearly all
// ideographs: no rule of the font (GSUB, GPOS) names their glyphs, so shaping them gives the glyph and the
// advance of each by itself.
#pragma once

#include <hb.h>

#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "text/font_set.h"
#include "text/handles.h"

namespace xp::text {

struct PlainGlyph {
  std::uint32_t gid = UINT32_MAX;
  std::int32_t advance = 0;
};

/// Of one face, for Han in one language set along the line. Holds at most 256 KiB.
class PlainGlyphs {
 public:
  /// The character that stands for all plain ones where others are shaped beside one: the font cannot tell
  /// them apart.
  static constexpr char32_t kSample = U'一';

  /// `face` outlives it. Nothing where the font's rules cannot be told from its tables, or concern ideographs
  /// too.
  static std::unique_ptr<PlainGlyphs> of(const Face& face, hb_language_t language);

  /// Null where the character has to be shaped together with its neighbours.
  const PlainGlyph* find(char32_t c) {
    if (c >= 0x10000 || !may_be_plain(c)) return nullptr;
    std::unique_ptr<Page>& page = pages_[c >> 8];
    if (!page) page = std::make_unique<Page>();
    PlainGlyph& glyph = (*page)[c & 0xFF];
    if (glyph.gid == kNotAsked) glyph = look_up(c);
    return glyph.gid != kNotPlain ? &glyph : nullptr;
  }

 private:
  static constexpr std::uint32_t kNotAsked = PlainGlyph{}.gid, kNotPlain = 0;
  using Page = std::array<PlainGlyph, 256>;
  using GlyphSet = std::unique_ptr<hb_set_t, Destroyer<hb_set_destroy>>;

  PlainGlyphs(const Face& face, GlyphSet named) : face_(face), named_(std::move(named)) {}
  /// Ideographs and full-width marks: nothing joins, decomposes or hides them.
  static bool may_be_plain(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xFF01 && c <= 0xFF60) ||
           (c >= 0x3001 && c <= 0x301F) || (c >= 0x2018 && c <= 0x201D) || c == 0x2026;
  }
  PlainGlyph look_up(char32_t c) const;

  const Face& face_;
  GlyphSet named_;  // by the rules
  std::array<std::unique_ptr<Page>, 256> pages_;
};

}  // namespace xp::text
