// SPDX-License-Identifier: MIT
#include "text/itemise.h"

#include "text/fallback.h"

namespace xp::text {

std::vector<Item> itemise(std::u32string_view text, const std::vector<BidiLevel>& levels,
                          const std::vector<hb_script_t>& scripts, const std::vector<FaceId>& faces) {
  std::vector<Item> items;
  bool open = false;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (is_blank(text[i])) {
      open = false;
      continue;
    }
    if (open) {
      Item& last = items.back();
      if (last.level == levels[i] && last.script == scripts[i] && last.face == faces[i]) {
        last.end = i + 1;
        continue;
      }
    }
    items.push_back({i, i + 1, levels[i], scripts[i], faces[i]});
    open = true;
  }
  return items;
}

}  // namespace xp::text
