// SPDX-License-Identifier: MIT
// Items: the longest stretches of equal bidi level, script, face, language and flow. HarfBuzz shapes one at a
// time.
#pragma once

#include <hb.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/bidi.h"
#include "text/font_catalog.h"
#include "text/mark_class.h"

namespace xp::text {

/// How the glyphs of an item follow one another and the line.
enum class Flow : std::uint8_t {
  along,    ///< horizontal text
  upright,  ///< vertical: one below the other
  turned,   ///< vertical: set like horizontal text and turned 90° clockwise as a whole
  cell,     ///< vertical: all side by side on one em (tate-chu-yoko, 纵中横)
};

struct Item {
  std::uint32_t start = 0, end = 0;  ///< code points
  BidiLevel level = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  FaceId face = kNoFace;
  hb_language_t language = HB_LANGUAGE_INVALID;
  Flow flow = Flow::along;
  MarkRegion region = MarkRegion::corner;
  bool right_to_left() const { return (level & 1) != 0; }
};

/// [start, end) of the text is in one language (BCP 47).
struct LanguageSpan {
  std::uint32_t start = 0, end = 0;
  std::string language;
};

/// One value a code point each, but for `flows`, which is empty in horizontal text, and the lists.
struct ItemInput {
  std::u32string_view text;
  const std::vector<std::uint32_t>& clusters;
  const std::vector<LanguageSpan>& spans;  ///< cover the text
  const std::vector<BidiLevel>& levels;
  const std::vector<hb_script_t>& scripts;
  const std::vector<FaceId>& faces;
  const std::vector<Flow>& flows;
};

/// Ascending; blank code points (line ends) belong to no item. An item has its span's language, but Japanese
/// where that one would widen Western quotation marks (trap T7) or undo a chosen variant.
std::vector<Item> itemise(const ItemInput& input);

}  // namespace xp::text
