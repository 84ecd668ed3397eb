// SPDX-License-Identifier: MIT
#include "text/paragraph.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <limits>

#include "text/engine.h"
#include "text/script.h"

namespace xp::text {

namespace {

constexpr std::int32_t kEm = 65536;

// GB 18030-2005 left ten vertical marks and eight components in the private use area; the 2022 edition moved
// them.
char32_t from_private_use(char32_t c) {
  constexpr char32_t kMoved[][2] = {{0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13},
                                    {0xE791, 0xFE14}, {0xE792, 0xFE15}, {0xE793, 0xFE16}, {0xE794, 0xFE17},
                                    {0xE795, 0xFE18}, {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5},
                                    {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7}, {0xE832, 0x9FB8}, {0xE843, 0x9FB9},
                                    {0xE854, 0x9FBA}, {0xE864, 0x9FBB}};
  for (const auto& [old, now] : kMoved) {
    if (c == old) return now;
  }
  return c;
}

char32_t prepared(char32_t c) {
  if (c < 0xD800) return c;
  if (c > 0x10FFFF || c <= 0xDFFF) return U'\uFFFD';
  return c >= 0xE78D && c <= 0xE864 ? from_private_use(c) : c;
}

// Spaces that hang over the end of a line; the no-break ones do not.
bool hangs(char32_t c) {
  if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\u200B' || c == U'\u3000') return true;
  if (c < 0x1680) return c == U'\r';
  if (c > 0x205F || c == U'\u2007' || c == U'\u202F') return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_SPACE_SEPARATOR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
}

Em saturated(std::int64_t width) {
  return {static_cast<std::int32_t>(std::min<std::int64_t>(width, std::numeric_limits<std::int32_t>::max()))};
}

}  // namespace

Paragraph::Paragraph(const StyledText& text, const ParagraphStyle& style, Costs costs, Tools tools)
    : runs_(text.runs) {
  prepare(text);
  breaks_ = tools.breaker.breaks(text_, style.language, style.line_break, costs);
  bidi_ = tools.bidi.resolve(text_, style.direction);
  const RoleSpec* role = tools.fonts.catalog().role(style.role);
  assert(role != nullptr);
  const auto scripts = resolve_scripts(text_, style.language);
  FaceChoice choice = tools.fallback.choose(text_, breaks_.clusters, scripts, *role, style.language);
  missing_ = std::move(choice.missing);
  items_ = itemise(text_, bidi_.levels, scripts, choice.faces, style.language);
  shape_items(tools.shaper);
  find_content_ends();
}

void Paragraph::prepare(const StyledText& text) {
  cut_ = text.text.size() > kMaxParagraph;
  text_.resize(std::min(text.text.size(), kMaxParagraph));
  std::transform(text.text.begin(), text.text.begin() + static_cast<std::ptrdiff_t>(text_.size()),
                 text_.begin(), prepared);
}

void Paragraph::shape_items(Shaper& shaper) {
  advance_.assign(text_.size() + 1, 0);
  unsafe_.assign(text_.size() + 1, 0);
  shaped_.reserve(items_.size());
  for (const Item& item : items_) {
    shaped_.push_back(shape(item, item.start, item.end, shaper));
    add_advances(item, *shaped_.back());
  }
  std::int64_t sum = 0;
  for (std::int64_t& advance : advance_) {
    const std::int64_t own = advance;
    advance = sum;
    sum += own;
  }
}

// Inside a cluster a line may only begin after shaping anew.
void Paragraph::add_advances(const Item& item, const ShapedRun& run) {
  std::fill(unsafe_.begin() + item.start + 1, unsafe_.begin() + item.end, std::uint8_t{1});
  for (const ShapedGlyph& glyph : run.glyphs) unsafe_[item.start + glyph.cluster] = 0;
  for (const ShapedGlyph& glyph : run.glyphs) {
    advance_[item.start + glyph.cluster] += glyph.advance;
    if (glyph.unsafe_to_break && glyph.cluster > 0) unsafe_[item.start + glyph.cluster] = 1;
  }
}

void Paragraph::find_content_ends() {
  content_end_.resize(text_.size() + 1);
  content_end_[0] = 0;
  for (std::uint32_t i = 0; i < text_.size(); ++i)
    content_end_[i + 1] = hangs(text_[i]) ? content_end_[i] : i + 1;
}

ShapedRunPtr Paragraph::shape(const Item& item, std::uint32_t start, std::uint32_t end,
                              Shaper& shaper) const {
  if (item.face == kNoFace) return boxes(item, start, end);
  const std::u32string_view text = std::u32string_view(text_).substr(start, end - start);
  return shaper.shape({text, item.face, item.script, item.language, item.right_to_left()});
}

// A missing character is as wide as an ideograph.
ShapedRunPtr Paragraph::boxes(const Item& item, std::uint32_t start, std::uint32_t end) const {
  auto run = std::make_shared<ShapedRun>();
  const auto& clusters = breaks_.clusters;
  for (auto at = std::ranges::lower_bound(clusters, start); at != clusters.end() && *at < end; ++at) {
    run->glyphs.push_back({text_[*at], *at - start, kEm, 0, 0, kEm, false, false, true});
  }
  if (item.right_to_left()) std::ranges::reverse(run->glyphs);
  return run;
}

std::uint32_t Paragraph::content_end(std::uint32_t start, std::uint32_t end) const {
  return std::max(start, content_end_[end]);
}

char32_t Paragraph::missing_at(std::uint32_t index) const {
  const auto found = std::ranges::lower_bound(missing_, index, {}, &Missing::index);
  return found == missing_.end() ? text_[index] : found->code_point;
}

std::size_t Paragraph::item_at(std::uint32_t index) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(items_, index, {}, &Item::end) - items_.begin());
}

Em Paragraph::width(std::uint32_t start, std::uint32_t end, Shaper& shaper) const {
  const std::uint32_t content = content_end(start, end);
  if (!unsafe_[start] && !unsafe_[end]) return saturated(advance_[content] - advance_[start]);
  std::int64_t sum = 0;
  for (const Piece& piece : pieces(start, end, shaper)) {
    for (const ShapedGlyph& glyph : piece.run->glyphs) {
      const std::uint32_t cluster = piece.run_start + glyph.cluster;
      if (cluster >= piece.start && cluster < std::min(piece.end, content)) sum += glyph.advance;
    }
  }
  return saturated(sum);
}

std::vector<Piece> Paragraph::pieces(std::uint32_t start, std::uint32_t end, Shaper& shaper) const {
  std::vector<Piece> pieces;
  for (std::size_t i = item_at(start); i < items_.size() && items_[i].start < end; ++i) {
    const Item& item = items_[i];
    const std::uint32_t from = std::max(start, item.start), to = std::min(end, item.end);
    const bool joined = (from > item.start && unsafe_[from]) || (to < item.end && unsafe_[to]);
    if (joined) {
      pieces.push_back({from, to, &item, shape(item, from, to, shaper), from});
    } else {
      pieces.push_back({from, to, &item, shaped_[i], item.start});
    }
  }
  return pieces;
}

}  // namespace xp::text
