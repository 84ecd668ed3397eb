// SPDX-License-Identifier: MIT
// Shaping one item with HarfBuzz. Positions in 1/65,536 em, clusters in code points from the item's start.
#pragma once

#include <hb.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "text/font_set.h"
#include "text/itemise.h"
#include "text/lru.h"
#include "text/plain_glyphs.h"

namespace xp::text {

/// Along and across the line as text::Glyph has it: y grows upwards, in vertical text to the right of the
/// column's centre.
struct ShapedGlyph {
  std::uint32_t gid = 0;
  std::uint32_t cluster = 0;
  std::int32_t advance = 0, x = 0, y = 0;
  std::int32_t scale = 65536;    ///< size relative to the paragraph's em
  std::int32_t squeeze = 65536;  ///< drawn this much narrower
  bool found = true;             ///< false: the face has no such glyph
  bool unsafe_to_break = false;  ///< the text must be shaped anew when a line begins here
  bool drawn = true;             ///< false: what HarfBuzz leaves of a joiner or selector that did its work
  bool operator==(const ShapedGlyph&) const = default;
};

struct ShapedRun {
  std::vector<ShapedGlyph> glyphs;  ///< from left to right, in vertical text from top to bottom
};
using ShapedRunPtr = std::shared_ptr<const ShapedRun>;

struct ShapeRequest {
  std::u32string_view text;  ///< of the item alone: what stands around it does not change its glyphs
  FaceId face = kNoFace;
  hb_script_t script = HB_SCRIPT_COMMON;
  hb_language_t language = HB_LANGUAGE_INVALID;
  bool right_to_left = false;
  Flow flow = Flow::along;
};

class Shaper {
 public:
  /// `capacity`: shaped runs kept.
  Shaper(FontSet& fonts, std::size_t capacity);
  ShapedRunPtr shape(const ShapeRequest& request);
  void set_capacity(std::size_t runs) { cache_.set_capacity(runs); }

 private:
  using Buffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;
  /// What HarfBuzz has shaped of one face's Han in one language, and what it need not shape any more.
  struct Han {
    std::size_t shaped = 0;  ///< code points
    std::unique_ptr<PlainGlyphs> plain;
    bool asked = false;
  };
  Han* han_of(const ShapeRequest& request);
  PlainGlyphs* plain_glyphs(const ShapeRequest& request);
  ShapedRunPtr shape_whole(const ShapeRequest& request);
  ShapedRunPtr shape_by_harfbuzz(const ShapeRequest& request);
  ShapedRunPtr shape_in_parts(const ShapeRequest& request, PlainGlyphs& plain);
  bool append_part(const ShapeRequest& request, std::size_t start, std::size_t end, const ShapedGlyph& sample,
                   ShapedRun& run);

  FontSet& fonts_;
  Buffer buffer_;
  Lru<Hash, ShapedRunPtr, HashOf> cache_;
  std::map<std::pair<FaceId, hb_language_t>, Han> han_;
  std::u32string part_;  // what append_part() shapes
};

/// True where the font draws Han mark `c` otherwise in a column (features vert and vrt2).
bool has_vertical_form(const Face& face, char32_t c, hb_language_t language);

/// A box as wide as an ideograph for a character that no face has, `cluster` code points from the run's
/// start.
ShapedGlyph missing_glyph(char32_t c, std::uint32_t cluster, Flow flow);

/// Advance of one code point, shaped alone.
std::int32_t advance_of(const Face& face, char32_t c, hb_script_t script, hb_language_t language);

}  // namespace xp::text
