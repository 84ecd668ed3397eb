// SPDX-License-Identifier: MIT
// Items: the longest stretches of equal bidi level, script, face and language. HarfBuzz shapes one at a time.
#pragma once

#include <hb.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/bidi.h"
#include "text/font_catalog.h"

namespace xp::text {

struct Item {
  std::uint32_t start = 0, end = 0;  ///< code points
  BidiLevel level = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  FaceId face = kNoFace;
  hb_language_t language = HB_LANGUAGE_INVALID;
  bool right_to_left() const { return (level & 1) != 0; }
};

/// Ascending; blank code points (line ends) belong to no item. An item has the text's language, but Japanese
/// where that one would widen Western quotation marks (trap T7) or undo a chosen variant.
std::vector<Item> itemise(std::u32string_view text, const std::vector<BidiLevel>& levels,
                          const std::vector<hb_script_t>& scripts, const std::vector<FaceId>& faces,
                          std::string_view language);

}  // namespace xp::text
