// SPDX-License-Identifier: MIT
#include "text/assemble.h"

#include <algorithm>

namespace xp::text {

namespace {

constexpr std::int32_t kEm = 65536;

Emphasis emphasis_at(const std::vector<StyleRun>& runs, std::uint32_t index) {
  const auto after = std::ranges::upper_bound(runs, index, {}, &StyleRun::start);
  return after == runs.begin() ? Emphasis::normal : std::prev(after)->emphasis;
}

// Sets the glyphs of one line from left to right.
class LineMaker {
 public:
  LineMaker(const Paragraph& paragraph, Shaper& shaper) : paragraph_(paragraph), shaper_(shaper) {}

  Line make(const LineRange& range) {
    Line line;
    line.start = range.start;
    line.end = range.end;
    line.width = paragraph_.width(line.start, line.end, shaper_);
    const auto pieces = split_at_content_end(line);
    std::vector<BidiLevel> levels;
    levels.reserve(pieces.size());
    for (const Piece& piece : pieces) levels.push_back(level_of(piece, line));
    const BidiLevel base = paragraph_.bidi().base_at(line.start);
    pen_ = (base & 1) ? -trailing(pieces, line) : 0;
    line.glyphs.reserve(line.end - line.start);
    for (const std::uint32_t i : visual_order(levels)) add(pieces[i], line);
    return line;
  }

 private:
  // The spaces at a line's end have the paragraph's level (UAX #9, L1), whatever item they were shaped in.
  std::vector<Piece> split_at_content_end(const Line& line) {
    auto pieces = paragraph_.pieces(line.start, line.end, shaper_);
    const std::uint32_t content = paragraph_.content_end(line.start, line.end);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].start >= content || pieces[i].end <= content) continue;
      Piece rest = pieces[i];
      pieces[i].end = rest.start = content;
      pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
      break;
    }
    return pieces;
  }

  BidiLevel level_of(const Piece& piece, const Line& line) const {
    const bool hanging = piece.start >= paragraph_.content_end(line.start, line.end);
    return hanging ? paragraph_.bidi().base_at(line.start) : piece.item->level;
  }

  static bool inside(const Piece& piece, const ShapedGlyph& glyph) {
    const std::uint32_t cluster = piece.run_start + glyph.cluster;
    return cluster >= piece.start && cluster < piece.end;
  }

  // The glyphs of a piece, found by bisection: a long item is not walked once a line.
  static std::pair<std::size_t, std::size_t> glyphs_of(const Piece& piece) {
    const auto& glyphs = piece.run->glyphs;
    const bool rtl = piece.item->right_to_left();
    const auto before = [&](const ShapedGlyph& glyph) {
      const std::uint32_t cluster = piece.run_start + glyph.cluster;
      return rtl ? cluster >= piece.end : cluster < piece.start;
    };
    const auto first = std::ranges::partition_point(glyphs, before);
    auto last = first;
    while (last != glyphs.end() && inside(piece, *last)) ++last;
    return {static_cast<std::size_t>(first - glyphs.begin()),
            static_cast<std::size_t>(last - glyphs.begin())};
  }

  std::int32_t trailing(const std::vector<Piece>& pieces, const Line& line) const {
    std::int32_t sum = 0;
    for (const Piece& piece : pieces) {
      if (piece.start < paragraph_.content_end(line.start, line.end)) continue;
      const auto [first, last] = glyphs_of(piece);
      for (std::size_t i = first; i < last; ++i) sum += piece.run->glyphs[i].advance;
    }
    return sum;
  }

  void add(const Piece& piece, Line& line) {
    const auto [first, last] = glyphs_of(piece);
    for (std::size_t i = first; i < last; ++i) {
      const ShapedGlyph& shaped = piece.run->glyphs[i];
      if (shaped.drawn) line.glyphs.push_back(placed(piece, shaped));
      pen_ += shaped.advance;
    }
  }

  Glyph placed(const Piece& piece, const ShapedGlyph& shaped) const {
    Glyph glyph;
    glyph.cluster = piece.run_start + shaped.cluster;
    glyph.face = shaped.found ? piece.item->face : kNoFace;
    glyph.gid = shaped.found ? shaped.gid : paragraph_.missing_at(glyph.cluster);
    glyph.emphasis = emphasis_at(paragraph_.runs(), glyph.cluster);
    glyph.x = Em{pen_ + shaped.x};
    glyph.y = Em{shaped.y};
    glyph.advance = Em{shaped.advance};
    glyph.scale = Em{shaped.found ? shaped.scale : kEm};
    return glyph;
  }

  const Paragraph& paragraph_;
  Shaper& shaper_;
  std::int32_t pen_ = 0;
};

Em indent_of(const Line& line, Em box, Align align, bool right_to_left) {
  const std::int32_t rest = box.raw - line.width.raw;
  switch (align) {
    case Align::center:
      return {rest / 2};
    case Align::end:
      return {right_to_left ? 0 : rest};
    case Align::start:
    case Align::justify:
      break;
  }
  return {right_to_left ? rest : 0};
}

void align_lines(Layout& layout, const Paragraph& paragraph, const ParagraphStyle& style) {
  const Em box = style.width.value_or(layout.widest());
  for (Line& line : layout.lines) {
    line.indent = indent_of(line, box, style.align, (paragraph.bidi().base_at(line.start) & 1) != 0);
  }
}

void report_levels(Layout& layout, const Paragraph& paragraph, const std::vector<LineRange>& ranges) {
  layout.levels.assign(paragraph.text().size(), -1);
  for (std::size_t k = 0; k < ranges.size(); ++k) {
    const std::uint32_t start = ranges[k].start;  // with the forced break at its end
    const auto end =
        k + 1 < ranges.size() ? ranges[k + 1].start : static_cast<std::uint32_t>(layout.levels.size());
    const auto levels = line_levels(paragraph.text(), paragraph.bidi(), start, end);
    std::vector<std::uint32_t> kept;
    std::vector<BidiLevel> kept_levels;
    for (std::uint32_t i = start; i < end; ++i) {
      if (removed_by_bidi(paragraph.text()[i])) continue;
      layout.levels[i] = static_cast<std::int8_t>(levels[i - start]);
      kept.push_back(i);
      kept_levels.push_back(levels[i - start]);
    }
    for (const std::uint32_t i : visual_order(kept_levels)) layout.visual_order.push_back(kept[i]);
  }
}

void report_breaks(Layout& layout, const BreakMap& breaks, const std::vector<LineRange>& ranges) {
  layout.clusters = breaks.clusters;
  for (std::uint32_t i = 1; i + 1 < breaks.cost.size(); ++i) {
    if (breaks.allowed(i)) layout.opportunities.push_back(i);
  }
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    const std::uint32_t at = ranges[i].start;
    layout.word_splits +=
        !breaks.forced[at] && breaks.cost[at] == static_cast<std::uint8_t>(BreakCost::inside);
  }
}

}  // namespace

LayoutPtr assemble(const Paragraph& paragraph, const ParagraphStyle& style,
                   const std::vector<LineRange>& ranges, Shaper& shaper) {
  auto layout = std::make_shared<Layout>();
  LineMaker maker(paragraph, shaper);
  layout->lines.reserve(ranges.size());
  layout->emergency = paragraph.cut();
  for (const LineRange& range : ranges) {
    layout->lines.push_back(maker.make(range));
    layout->emergency |= range.emergency;
  }
  layout->missing = paragraph.missing();
  report_breaks(*layout, paragraph.breaks(), ranges);
  report_levels(*layout, paragraph, ranges);
  align_lines(*layout, paragraph, style);
  return layout;
}

}  // namespace xp::text
