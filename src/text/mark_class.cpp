// SPDX-License-Identifier: MIT
#include "text/mark_class.h"

#include "text/script.h"

namespace xp::text {
namespace {

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

constexpr std::u32string_view kOpen = U"“‘（〔【《〈「『〖［｛〘〚〝｟";
constexpr std::u32string_view kClose = U"”’）〕】》〉」』〗］｝〙〛〞〟｠";
constexpr std::u32string_view kStops = U"。．，、", kColons = U"：；";

MarkClass stop_class(MarkRegion region) {
  return region == MarkRegion::centred ? MarkClass::middle : MarkClass::close;
}

// Upright in a column, these stand in the middle of their em (CLREQ #h-punctuation_adjustment_space).
MarkClass colon_class(MarkRegion region, Mode mode) {
  return region == MarkRegion::corner && mode == Mode::horizontal ? MarkClass::close : MarkClass::middle;
}

MarkClass exclamation_class(MarkRegion region, Mode mode) {
  return region == MarkRegion::japanese ? MarkClass::none : colon_class(region, mode);
}

bool may_be_mark(char32_t c) {
  return c == U'\u00B7' || (c >= 0x2018 && c <= 0x2027) || (c >= 0x3000 && c <= 0x301F) || c == U'・' ||
         (c >= 0xFF01 && c <= 0xFF60);
}

}  // namespace

MarkRegion mark_region(std::string_view language) {
  if (language.starts_with("ja") || language.starts_with("ko")) return MarkRegion::japanese;
  if (!is_chinese(language)) return MarkRegion::corner;
  for (const std::string_view tag : {"-Hant", "-TW", "-HK", "-MO"}) {
    if (language.find(tag) != language.npos) return MarkRegion::centred;
  }
  return MarkRegion::corner;
}

MarkClass mark_class(char32_t c, MarkRegion region, Mode mode) {
  if (!may_be_mark(c)) return MarkClass::none;
  if (c == U'\u3000') return MarkClass::space;
  if (contains(kOpen, c)) return MarkClass::open;
  if (contains(kClose, c)) return MarkClass::close;
  if (contains(kStops, c)) return stop_class(region);
  if (contains(kColons, c)) return colon_class(region, mode);
  if (is_exclamation(c)) return exclamation_class(region, mode);
  return is_interpunct(c) ? MarkClass::middle : MarkClass::none;
}

bool is_interpunct(char32_t c) { return c == U'·' || c == U'‧' || c == U'・'; }
bool is_exclamation(char32_t c) { return c == U'！' || c == U'？'; }
bool may_hang(char32_t c) { return c == U'、' || c == U'，' || c == U'。'; }

}  // namespace xp::text
