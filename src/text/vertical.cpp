// SPDX-License-Identifier: MIT
#include "text/vertical.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <utility>

#include "text/script.h"
#include "text/shape.h"

namespace xp::text {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::vector<Cell> digit_cells(std::u32string_view text, std::size_t most) {
  constexpr std::u32string_view kParts = U".,:/-";  // 3.5 and 10:30 are no two numbers
  const auto part = [&](std::size_t i) { return i < text.size() && kParts.find(text[i]) != kParts.npos; };
  const auto joined = [&](std::size_t mark, std::size_t beyond) {
    return part(mark) && beyond < text.size() && is_digit(text[beyond]);
  };
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool alone = !(i > 1 && joined(i - 1, i - 2)) && !joined(end, end + 1);
    if (end > i && end - i <= most && alone)
      cells.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
    i = std::max(end, i + 1);
  }
  return cells;
}

std::vector<Cell> cells_of(std::u32string_view text, std::u32string_view wanted) {
  std::vector<Cell> cells;
  for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + wanted.size())) {
    cells.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + wanted.size())});
  }
  return cells;
}

/// Marks that Chinese sets upright though UAX #50 turns them (CLREQ #h-punctuation_in_vertical).
bool stays_upright(char32_t c, MarkRegion region) {
  constexpr std::u32string_view kDots = U"\u00B7\u2027\u30FB", kColons = U"：；";
  if (kDots.find(c) != kDots.npos) return true;
  return region != MarkRegion::japanese && kColons.find(c) != kColons.npos;
}

/// — … and quotation marks: turned by UAX #50, and Han fonts draw their turned forms.
bool has_han_form(std::u32string_view text, std::size_t index) {
  return text[index] > 0xFF && is_han_mark(text, index);
}

// Decides for one text; asks a font once for each mark.
class Judge {
 public:
  Judge(const PostureInput& input, FontSet& fonts) : input_(input), fonts_(fonts) {
    const char* tag = hb_language_to_string(input.language);
    region_ = mark_region(tag == nullptr ? "" : tag);
  }

  Posture posture_at(std::uint32_t at) {
    const char32_t c = input_.text[at];
    if (c >= 0x3400 && c <= 0x9FFF) return Posture::upright;  // most of all text
    if (input_.orientation == Orientation::upright || stays_upright(c, region_)) return Posture::upright;
    const auto turns = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_VERTICAL_ORIENTATION);
    if (turns == U_VO_UPRIGHT || turns == U_VO_TRANSFORMED_UPRIGHT) return Posture::upright;
    if (turns == U_VO_ROTATED && !has_han_form(input_.text, at)) return Posture::turned;
    return input_.faces[at] != kNoFace && has_form(input_.faces[at], c) ? Posture::form : Posture::turned;
  }

 private:
  bool has_form(FaceId face, char32_t c) {
    const auto [slot, fresh] = forms_.try_emplace({face, c}, false);
    if (fresh) slot->second = has_vertical_form(fonts_.face(face), c, input_.language);
    return slot->second;
  }

  const PostureInput& input_;
  FontSet& fonts_;
  MarkRegion region_ = MarkRegion::corner;
  std::map<std::pair<FaceId, char32_t>, bool> forms_;
};

}  // namespace

Flow flow_of(Posture posture) {
  switch (posture) {
    case Posture::upright:
    case Posture::form:
      return Flow::upright;
    case Posture::turned:
      return Flow::turned;
    case Posture::cell:
      return Flow::cell;
  }
  return Flow::upright;
}

std::vector<Cell> find_cells(std::u32string_view text, const ParagraphStyle& style) {
  if (style.orientation == Orientation::upright) return {};
  if (!style.tcy_text.empty()) return cells_of(text, style.tcy_text);
  return style.tcy > 0 ? digit_cells(text, static_cast<std::size_t>(style.tcy)) : std::vector<Cell>{};
}

std::u32string with_vertical_quotes(std::u32string_view text) {
  constexpr std::u32string_view kCurly = U"“”‘’", kCorner = U"『』「」";
  std::u32string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t which = kCurly.find(text[i]);
    if (which != kCurly.npos && is_han_mark(text, i)) out[i] = kCorner[which];
  }
  return out;
}

std::vector<Posture> find_postures(const PostureInput& input, FontSet& fonts) {
  Judge judge(input, fonts);
  std::vector<Posture> postures(input.text.size());
  for (std::size_t k = 0; k < input.clusters.size(); ++k) {
    const std::uint32_t at = input.clusters[k];
    const auto end = k + 1 < input.clusters.size() ? input.clusters[k + 1] : input.text.size();
    std::fill(postures.begin() + at, postures.begin() + static_cast<std::ptrdiff_t>(end),
              judge.posture_at(at));
  }
  for (const Cell& cell : input.cells)
    std::fill(postures.begin() + cell.start, postures.begin() + cell.end, Posture::cell);
  return postures;
}

}  // namespace xp::text
