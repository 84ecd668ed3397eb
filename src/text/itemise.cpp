// SPDX-License-Identifier: MIT
#include "text/itemise.h"

#include <algorithm>

#include "text/fallback.h"
#include "text/script.h"

namespace xp::text {

namespace {

hb_language_t language_tag(std::string_view language) {
  return hb_language_from_string(language.data(), static_cast<int>(language.size()));
}

bool has_ideographic_variant(std::u32string_view text) {
  return std::ranges::any_of(text, [](char32_t c) { return c >= 0xE0100 && c <= 0xE01EF; });
}

// Where the text's language would undo what was asked for: an apostrophe in a Latin word (trap T7; Noto CJK
// draws U+2019 narrow for Japanese and Korean only), and a variant of an ideograph, which regional forms
// would replace.
bool wants_japanese(const Item& item, std::u32string_view text) {
  if (item.script == HB_SCRIPT_LATIN) return text.find(U'\u2019') != text.npos;
  return item.script == HB_SCRIPT_HAN && has_ideographic_variant(text);
}

void set_languages(std::vector<Item>& items, std::u32string_view text, std::string_view language) {
  const hb_language_t own = language_tag(language), japanese = language_tag("ja");
  const bool chinese = is_chinese(language);
  for (Item& item : items) {
    const bool other = chinese && wants_japanese(item, text.substr(item.start, item.end - item.start));
    item.language = other ? japanese : own;
  }
}

}  // namespace

std::vector<Item> itemise(std::u32string_view text, const std::vector<BidiLevel>& levels,
                          const std::vector<hb_script_t>& scripts, const std::vector<FaceId>& faces,
                          std::string_view language) {
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
    items.push_back({i, i + 1, levels[i], scripts[i], faces[i], HB_LANGUAGE_INVALID});
    open = true;
  }
  set_languages(items, text, language);
  return items;
}

}  // namespace xp::text
