// SPDX-License-Identifier: MIT
#include "text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace xp::text {

namespace {

// A generous superset of the code points that can make a level other than the paragraph's in left-to-right
// text.
bool may_turn(char32_t c) {
  if (c < 0x590) return false;
  return c <= 0x8FF || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool reset_at_line_end(char32_t c) {
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_WHITE_SPACE_NEUTRAL:
    case U_BLOCK_SEPARATOR:
    case U_SEGMENT_SEPARATOR:
    case U_FIRST_STRONG_ISOLATE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
      return true;
    default:
      return removed_by_bidi(c);
  }
}

UBiDiLevel paragraph_level(Direction direction) {
  switch (direction) {
    case Direction::ltr:
      return 0;
    case Direction::rtl:
      return 1;
    case Direction::automatic:
      break;
  }
  return UBIDI_DEFAULT_LTR;
}

}  // namespace

BidiLevel BidiLevels::base_at(std::uint32_t index) const {
  const auto after = std::ranges::upper_bound(bases, index, {}, &Base::start);
  return after == bases.begin() ? BidiLevel{0} : std::prev(after)->level;
}

bool removed_by_bidi(char32_t c) {
  if ((c >= 0x20 && c < 0x7F) || (c >= 0x2070 && c < 0xFDD0)) return false;  // most of all text
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_BOUNDARY_NEUTRAL:
      return true;
    default:
      return false;
  }
}

std::vector<BidiLevel> line_levels(std::u32string_view text, const BidiLevels& bidi, std::uint32_t start,
                                   std::uint32_t end) {
  std::vector<BidiLevel> levels(bidi.levels.begin() + start, bidi.levels.begin() + end);
  const BidiLevel base = bidi.base_at(start);
  for (std::uint32_t i = end; i > start && reset_at_line_end(text[i - 1]); --i) levels[i - 1 - start] = base;
  return levels;
}

std::vector<std::uint32_t> visual_order(const std::vector<BidiLevel>& levels) {
  std::vector<std::uint32_t> order(levels.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  if (levels.empty()) return order;
  BidiLevel highest = 0, lowest_odd = 255;
  for (const BidiLevel level : levels) {
    highest = std::max(highest, level);
    if (level & 1) lowest_odd = std::min(lowest_odd, level);
  }
  for (int level = highest; level >= lowest_odd; --level) {
    for (std::size_t i = 0; i < order.size();) {
      if (levels[order[i]] < level) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < order.size() && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      i = end;
    }
  }
  return order;
}

struct BidiResolver::State {
  UBiDi* bidi = ubidi_open();
  std::u16string utf16;
  ~State() { ubidi_close(bidi); }
};

BidiResolver::BidiResolver() : state_(std::make_unique<State>()) {}
BidiResolver::~BidiResolver() = default;

BidiLevels BidiResolver::resolve(std::u32string_view text, Direction direction) {
  BidiLevels result;
  if (direction != Direction::rtl && std::ranges::none_of(text, may_turn)) {
    result.levels.assign(text.size(), 0);
    result.bases = {{0, 0}};
    return result;
  }
  std::u16string& utf16 = state_->utf16;
  utf16.clear();
  std::vector<std::uint32_t> unit_of(text.size());  // code point → UTF-16 unit
  std::vector<std::uint32_t> point_of;              // and back
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    unit_of[i] = static_cast<std::uint32_t>(utf16.size());
    if (text[i] >= 0x10000) utf16.push_back(static_cast<char16_t>(U16_LEAD(text[i])));
    utf16.push_back(static_cast<char16_t>(text[i] >= 0x10000 ? U16_TRAIL(text[i]) : text[i]));
    point_of.resize(utf16.size(), i);
  }
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(state_->bidi, utf16.data(), static_cast<int32_t>(utf16.size()), paragraph_level(direction),
                nullptr, &error);
  const UBiDiLevel* levels = ubidi_getLevels(state_->bidi, &error);
  if (U_FAILURE(error) || levels == nullptr) {  // out of memory only: the text is well-formed
    result.levels.assign(text.size(), 0);
    result.bases = {{0, 0}};
    return result;
  }
  result.levels.reserve(text.size());
  for (const std::uint32_t unit : unit_of) result.levels.push_back(levels[unit]);
  for (int i = 0; i < ubidi_countParagraphs(state_->bidi); ++i) {
    int32_t start = 0;
    UBiDiLevel level = 0;
    ubidi_getParagraphByIndex(state_->bidi, i, &start, nullptr, &level, &error);
    result.bases.push_back({point_of[static_cast<std::size_t>(start)], level});
  }
  return result;
}

}  // namespace xp::text
