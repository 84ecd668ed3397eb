// SPDX-License-Identifier: MIT
// Items: the longest stretches of equal bidi level, script and face. HarfBuzz shapes one at a time.
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
  bool right_to_left() const { return (level & 1) != 0; }
};

/// Ascending; blank code points (line ends) belong to no item.
std::vector<Item> itemise(std::u32string_view text, const std::vector<BidiLevel>& levels,
                          const std::vector<hb_script_t>& scripts, const std::vector<FaceId>& faces);

}  // namespace xp::text
