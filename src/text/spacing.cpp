// SPDX-License-Identifier: MIT
#include "text/spacing.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/char_class.h"

namespace xp::text {
namespace {

/// Walks the items along with ascending indices.
class ItemCursor {
 public:
  explicit ItemCursor(const std::vector<Item>& items) : items_(items) {}
  /// Null for what belongs to no item.
  const Item* at(std::uint32_t index) {
    while (next_ < items_.size() && items_[next_].end <= index) ++next_;
    return next_ < items_.size() && items_[next_].start <= index ? &items_[next_] : nullptr;
  }

 private:
  const std::vector<Item>& items_;
  std::size_t next_ = 0;
};

// ---- marks ----

struct Placed {
  std::uint32_t at = 0;
  MarkClass kind = MarkClass::none;
  const Item* item = nullptr;
  bool follows = false;  ///< the mark before it in the list stands right before it
};

std::vector<Placed> find_marks(const SpacingInput& input) {
  std::vector<Placed> marks;
  ItemCursor items(input.items);
  std::uint32_t before = UINT32_MAX;
  for (const std::uint32_t at : input.clusters) {
    const char32_t c = input.text[at];
    // Most of all text is no mark, and deciding that costs next to nothing.
    if (c < U'\u00B7' || (c >= 0x3400 && c < 0xFF01)) {
      before = UINT32_MAX;
      continue;
    }
    const Item* item = items.at(at);
    MarkClass kind = MarkClass::none;
    if (item != nullptr && item->script == HB_SCRIPT_HAN && !item->right_to_left()) {
      kind = mark_class(c, item->region, input.style.mode);
    }
    if (kind != MarkClass::none) marks.push_back({at, kind, item, before != UINT32_MAX});
    before = kind == MarkClass::none ? UINT32_MAX : at;
  }
  return marks;
}

/// GB/T 15834 §5.1.2: two ！ or ？ share an em, three take two.
bool shares_em(const SpacingInput& input, const std::vector<Placed>& marks, std::size_t k) {
  const auto exclaims = [&](std::size_t i) { return is_exclamation(input.text[marks[i].at]); };
  if (!exclaims(k)) return false;
  std::size_t place = 0;
  while (place < k && marks[k - place].follows && exclaims(k - place - 1)) ++place;
  return place % 2 == 1;  // the one before it is halved because another mark follows
}

bool halved(const SpacingInput& input, const std::vector<Placed>& marks, std::size_t k) {
  const Trim trim = input.style.trim;
  if (trim == Trim::trim_all) return true;
  const auto kind = marks[k].kind;
  if (kind == MarkClass::open) return marks[k].follows;  // whatever kind of mark it follows
  if (trim == Trim::gb && kind == MarkClass::middle && is_interpunct(input.text[marks[k].at])) return true;
  if (kind != MarkClass::close) return false;
  if (trim == Trim::gb && shares_em(input, marks, k)) return true;
  return k + 1 < marks.size() && marks[k + 1].follows && marks[k + 1].kind != MarkClass::open;
}

std::vector<Mark> trimmed_marks(const SpacingInput& input, HalfWidths& widths) {
  std::vector<Mark> out;
  const std::vector<Placed> marks = find_marks(input);
  for (std::size_t k = 0; k < marks.size(); ++k) {
    const Placed& mark = marks[k];
    if (mark.kind == MarkClass::space) continue;
    const Mode mode = mark.item->flow == Flow::upright ? Mode::vertical : Mode::horizontal;
    const HalfWidth half =
        widths.of({input.text[mark.at], mark.kind, mark.item->face, mark.item->language, mode});
    if (half.cut > 0) out.push_back({mark.at, mark.kind, half, halved(input, marks, k)});
  }
  return out;
}

// ---- gaps ----

enum class Side : std::uint8_t { none, han, letter, digit, symbol };

bool is_wide(char32_t c) {
  const auto width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

Side side_of(char32_t c) {
  constexpr std::u32string_view kSymbols =
      U"!#$%&+=?@~\u00A3\u00A5\u20AC\u00B1\u00A7\u2116\u00B0\u00A9\u00AE";
  const CharKinds kinds = kinds_of(c);
  if ((kinds & kind::han) != 0) return Side::han;
  if ((kinds & kind::digit) != 0) return Side::digit;
  if ((kinds & kind::letter) != 0) return Side::letter;
  if (c >= 0x3041 && c <= 0x30FF) return (kinds & kind::kana) != 0 ? Side::han : Side::none;
  if (kSymbols.find(c) != kSymbols.npos) return Side::symbol;
  if (c < 0x80 || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0xA000) || is_wide(c)) return Side::none;
  const auto point = static_cast<UChar32>(c);
  return u_isdigit(point) ? Side::digit : u_isalpha(point) ? Side::letter : Side::none;
}

/// Zero-width characters that stand between two others without keeping them apart.
bool is_invisible(char32_t c) { return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF; }

bool wants_gap(Side a, Side b, Autospace autospace) {
  if (a != Side::han) std::swap(a, b);
  if (a != Side::han || b == Side::han || b == Side::none) return false;
  switch (autospace) {
    case Autospace::normal:
      return true;
    case Autospace::ideograph_alpha:
      return b == Side::letter;
    case Autospace::ideograph_numeric:
      return b == Side::digit;
    case Autospace::none:
      break;
  }
  return false;
}

std::vector<Gap> find_gaps(const SpacingInput& input) {
  std::vector<Gap> gaps;
  ItemCursor items(input.items);
  Side before = Side::none;
  for (const std::uint32_t at : input.clusters) {
    const char32_t c = input.text[at];
    if (is_invisible(c)) continue;
    Side side = side_of(c);
    if (side != Side::han && side != Side::none && input.style.mode == Mode::vertical) {
      const Item* item = items.at(at);  // upright ones and cells stand on an em of their own
      if (item == nullptr || item->flow != Flow::turned) side = Side::none;
    }
    if (wants_gap(before, side, input.style.autospace)) gaps.push_back({at, input.style.gap});
    before = side;
  }
  return gaps;
}

}  // namespace

Em Spacing::gap_before(std::uint32_t index) const {
  const auto found = std::ranges::lower_bound(gaps, index, {}, &Gap::before);
  return found != gaps.end() && found->before == index ? found->width : Em{};
}

Spacing find_spacing(const SpacingInput& input, HalfWidths& widths) {
  Spacing spacing;
  if (input.style.trim != Trim::none) spacing.marks = trimmed_marks(input, widths);
  if (input.style.autospace != Autospace::none) spacing.gaps = find_gaps(input);
  return spacing;
}

}  // namespace xp::text
