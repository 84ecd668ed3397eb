// SPDX-License-Identifier: MIT
#include "text/itemise.h"

#include <algorithm>

#include "text/fallback.h"

namespace xp::text {

namespace {

hb_language_t language_tag(std::string_view language) {
  return hb_language_from_string(language.data(), static_cast<int>(language.size()));
}

bool has_ideographic_variant(std::u32string_view text) {
  return std::ranges::any_of(text, [](char32_t c) { return c >= 0xE0100 && c <= 0xE01EF; });
}

bool is_western(hb_script_t script) {
  return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

// Where the text's language would spoil what was asked for. Noto's Chinese faces draw ’ “ ” one em wide in
// any language but Japanese and Korean, also as the apostrophe of a Latin word (trap T7) or in English; the
// quotation marks of Chinese text are Han and not concerned. And regional forms would replace a chosen
// variant of an ideograph.
bool wants_japanese(const Item& item, std::u32string_view text) {
  if (is_western(item.script)) return text.find_first_of(U"\u2018\u2019\u201C\u201D") != text.npos;
  return item.script == HB_SCRIPT_HAN && has_ideographic_variant(text);
}

void set_languages(std::vector<Item>& items, std::u32string_view text, std::string_view language) {
  const hb_language_t own = language_tag(language), japanese = language_tag("ja");
  for (Item& item : items) {
    const auto words = text.substr(item.start, item.end - item.start);
    item.language = wants_japanese(item, words) ? japanese : own;
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
