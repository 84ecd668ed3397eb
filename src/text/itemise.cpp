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

void set_languages(std::vector<Item>& items, const ItemInput& input) {
  const hb_language_t japanese = language_tag("ja");
  std::size_t k = 0;
  for (const LanguageSpan& span : input.spans) {
    const hb_language_t own = language_tag(span.language);
    const MarkRegion region = mark_region(span.language);
    for (; k < items.size() && items[k].start < span.end; ++k) {
      Item& item = items[k];
      const auto words = input.text.substr(item.start, item.end - item.start);
      item.language = wants_japanese(item, words) ? japanese : own;
      item.region = region;
    }
  }
}

Flow flow_at(const ItemInput& input, std::uint32_t index) {
  return input.flows.empty() ? Flow::along : input.flows[index];
}

/// Everything in a cell is one item, and a cell is an item of its own.
bool goes_on(const Item& item, const ItemInput& input, std::uint32_t i) {
  const Flow flow = flow_at(input, i);
  if (flow == Flow::cell) return item.flow == flow && !std::ranges::binary_search(input.clusters, i);
  return item.flow == flow && item.level == input.levels[i] && item.script == input.scripts[i] &&
         item.face == input.faces[i];
}

}  // namespace

std::vector<Item> itemise(const ItemInput& input) {
  std::vector<Item> items;
  bool open = false;
  std::size_t span = 0;
  for (std::uint32_t i = 0; i < input.text.size(); ++i) {
    if (i == input.spans[span].end) {
      ++span;
      open = false;
    }
    if (is_blank(input.text[i])) {
      open = false;
      continue;
    }
    if (open && goes_on(items.back(), input, i)) {
      items.back().end = i + 1;
      continue;
    }
    items.push_back({i, i + 1, input.levels[i], input.scripts[i], input.faces[i], HB_LANGUAGE_INVALID,
                     flow_at(input, i), MarkRegion::corner});
    open = true;
  }
  set_languages(items, input);
  return items;
}

}  // namespace xp::text
