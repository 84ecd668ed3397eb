// SPDX-License-Identifier: MIT
#include "text/assemble.h"

#include <algorithm>
#include <span>

#include "text/char_class.h"
#include "text/justify.h"
#include "text/line_points.h"

namespace xp::text {

namespace {

constexpr Em kDotAir = Em{2621};  // 0.04 em between a character's box and its dot

const StyleRun* run_at(const std::vector<StyleRun>& runs, std::uint32_t index) {
  const auto after = std::ranges::upper_bound(runs, index, {}, &StyleRun::start);
  return after == runs.begin() ? nullptr : &*std::prev(after);
}

// A dot stands at a character, not at a mark or a space.
bool takes_dot(char32_t c) {
  const CharKinds kinds = kinds_of(c);
  return (kinds & (kind::han | kind::kana | kind::letter | kind::any_digit)) != 0;
}

Em dot_offset(Mode mode) {
  return mode == Mode::vertical ? Em{kEm / 2} + kDotAir + kDotRadius : Em{} - kDescent - kDotAir - kDotRadius;
}

// Sets the glyphs of one line from left to right, or from top to bottom.
class LineMaker {
 public:
  LineMaker(const Paragraph& paragraph, const ParagraphStyle& style, Shaper& shaper)
      : paragraph_(paragraph),
        style_(style),
        shaper_(shaper),
        goes_both_ways_(
            std::ranges::any_of(paragraph.bidi().levels, [](BidiLevel level) { return level & 1; })) {}

  Line make(const LineRange& range) {
    Line line;
    line.start = range.start;
    line.end = range.end;
    range_ = range;
    content_ = paragraph_.content_end(line.start, line.end);
    end_mark_ = choose_end_mark();
    line.width = paragraph_.width(line.start, line.end, end_mark_, shaper_);
    justify(line);
    const auto pieces = split_at_content_end(line);
    line.glyphs.reserve(line.end - line.start);
    pen_ = 0;
    if (goes_both_ways_ || (paragraph_.bidi().base_at(line.start) & 1) != 0) {
      add_in_visual_order(pieces, line);
    } else {
      for (const Piece& piece : pieces) add(piece, line);
    }
    return line;
  }

 private:
  void add_in_visual_order(const std::vector<Piece>& pieces, Line& line) {
    std::vector<BidiLevel> levels;
    levels.reserve(pieces.size());
    for (const Piece& piece : pieces) levels.push_back(level_of(piece));
    if ((paragraph_.bidi().base_at(line.start) & 1) != 0) pen_ = -trailing(pieces);
    for (const std::uint32_t i : visual_order(levels)) add(pieces[i], line);
  }

  // The mark at the end gives way only where the line would not fit (CSS Text 4: allow-end).
  EndMark choose_end_mark() const {
    if (!style_.width) return EndMark::full;
    for (const EndMark mark : {EndMark::full, EndMark::halved}) {
      const Em width = paragraph_.width(range_.start, range_.end, mark, shaper_);
      if (width <= *style_.width + kWidthEpsilon) return mark;
    }
    return paragraph_.hang() == Hang::allow_end ? EndMark::hung : EndMark::halved;
  }

  void justify(Line& line) {
    extra_.clear();
    if (style_.align != Align::justify || !style_.width) return;
    const auto& clusters = paragraph_.breaks().clusters;
    const auto first = std::ranges::lower_bound(clusters, line.start),
               last = std::ranges::lower_bound(clusters, content_);
    const std::span<const std::uint32_t> own(first, last);
    const auto& gaps = paragraph_.spacing().gaps;
    const auto extra =
        expand({paragraph_.text(), own, gaps}, std::int64_t{style_.width->raw} - line.width.raw);
    extra_.assign(line.end - line.start, 0);
    for (std::size_t k = 0; k < own.size(); ++k) {
      extra_[own[k] - line.start] = extra[k];
      line.width = line.width + Em{extra[k]};
    }
  }

  // The spaces at a line's end have the paragraph's level (UAX #9, L1), whatever item they were shaped in.
  std::vector<Piece> split_at_content_end(const Line& line) {
    auto pieces = paragraph_.pieces(line.start, line.end, shaper_);
    const std::uint32_t content = content_;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].start >= content || pieces[i].end <= content) continue;
      Piece rest = pieces[i];
      pieces[i].end = rest.start = content;
      pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
      break;
    }
    return pieces;
  }

  BidiLevel level_of(const Piece& piece) const {
    const bool hanging = piece.start >= content_;
    return hanging ? paragraph_.bidi().base_at(range_.start) : piece.item->level;
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

  std::int32_t trailing(const std::vector<Piece>& pieces) const {
    std::int32_t sum = 0;
    for (const Piece& piece : pieces) {
      if (piece.start < content_) continue;
      const auto [first, last] = glyphs_of(piece);
      for (std::size_t i = first; i < last; ++i) sum += piece.run->glyphs[i].advance;
    }
    return sum;
  }

  // White that stands between the cluster and the one before it.
  std::int32_t white_before(std::uint32_t cluster) const {
    if (cluster == range_.start || cluster >= content_) return 0;
    return paragraph_.gap_before(cluster).raw + (extra_.empty() ? 0 : extra_[cluster - range_.start]);
  }

  // White to the right of a cluster: what stands before it when the line goes back there, or before the next
  // one when that begins to.
  std::int32_t white_behind(const Piece& piece, std::uint32_t cluster) const {
    const auto& levels = paragraph_.bidi().levels;
    const auto goes_back = [&](std::uint32_t index) { return (levels[index] & 1) != 0; };
    if (piece.item->right_to_left())
      return cluster > range_.start && goes_back(cluster - 1) ? white_before(cluster) : 0;
    const auto& clusters = paragraph_.breaks().clusters;
    const auto next = std::ranges::upper_bound(clusters, cluster);
    return next != clusters.end() && *next < content_ && goes_back(*next) ? white_before(*next) : 0;
  }

  void add(const Piece& piece, Line& line) {
    const auto [first, last] = glyphs_of(piece);
    const auto& glyphs = piece.run->glyphs;
    for (std::size_t i = first; i < last; ++i) {
      const std::uint32_t cluster = piece.run_start + glyphs[i].cluster;
      const bool opens = i == first || glyphs[i - 1].cluster != glyphs[i].cluster;
      if (opens && !piece.item->right_to_left()) pen_ += white_before(cluster);
      add_glyph(piece, glyphs[i], opens, line);
      const bool closes = i + 1 == last || glyphs[i + 1].cluster != glyphs[i].cluster;
      if (closes && goes_both_ways_) pen_ += white_behind(piece, cluster);
    }
  }

  void add_glyph(const Piece& piece, const ShapedGlyph& shaped, bool opens, Line& line) {
    ShapedGlyph trimmed = shaped;
    const std::uint32_t cluster = piece.run_start + shaped.cluster;
    const Mark* mark = opens ? paragraph_.mark_at(cluster) : nullptr;
    if (mark != nullptr && paragraph_.is_halved(*mark, range_, end_mark_)) {
      trimmed.advance -= mark->half.cut;
      trimmed.x += mark->half.shift;
    }
    const StyleRun* run = run_at(paragraph_.runs(), cluster);
    if (shaped.drawn) line.glyphs.push_back(placed(piece, trimmed, run));
    if (opens && run != nullptr && run->mark == EmphasisMark::dot && takes_dot(paragraph_.text()[cluster])) {
      line.dots.push_back({Em{pen_ + trimmed.advance / 2}, dot_offset(style_.mode), run->emphasis});
    }
    pen_ += trimmed.advance;
  }

  Glyph placed(const Piece& piece, const ShapedGlyph& shaped, const StyleRun* run) const {
    Glyph glyph;
    glyph.cluster = piece.run_start + shaped.cluster;
    glyph.face = shaped.found ? piece.item->face : kNoFace;
    glyph.gid = shaped.found ? shaped.gid : paragraph_.missing_at(glyph.cluster);
    glyph.emphasis = run == nullptr ? Emphasis::normal : run->emphasis;
    glyph.upright = paragraph_.is_upright(glyph.cluster);
    glyph.turned = piece.item->flow == Flow::turned;
    glyph.x = Em{pen_ + shaped.x};
    glyph.y = Em{shaped.y};
    glyph.advance = Em{shaped.advance};
    glyph.scale = Em{shaped.found ? shaped.scale : kEm};
    glyph.squeeze = Em{shaped.squeeze};
    return glyph;
  }

  const Paragraph& paragraph_;
  const ParagraphStyle& style_;
  Shaper& shaper_;
  bool goes_both_ways_;
  LineRange range_;
  std::uint32_t content_ = 0;
  EndMark end_mark_ = EndMark::full;
  std::vector<std::int32_t> extra_;  // by justification, before each code point of the line; empty: none
  std::int32_t pen_ = 0;
};

Em indent_of(Em rest, Align align, bool right_to_left) {
  switch (align) {
    case Align::center:
      return {rest.raw / 2};
    case Align::end:
      return right_to_left ? Em{} : rest;
    case Align::start:
    case Align::justify:
      break;
  }
  return right_to_left ? rest : Em{};
}

// A centred line is centred by its ink: the mark at its end counts half (GB/T 15834 §5.1.10).
Em optical_width(const Line& line, const Paragraph& paragraph, Shaper& shaper) {
  return std::min(line.width, paragraph.width(line.start, line.end, EndMark::halved, shaper));
}

void align_lines(Layout& layout, const Paragraph& paragraph, const ParagraphStyle& style, Shaper& shaper) {
  const Em box = style.width.value_or(layout.widest());
  for (Line& line : layout.lines) {
    const Em width = style.align == Align::center ? optical_width(line, paragraph, shaper) : line.width;
    line.indent = indent_of(box - width, style.align, (paragraph.bidi().base_at(line.start) & 1) != 0);
  }
}

Progression progression_of(const ParagraphStyle& style) {
  if (style.mode == Mode::horizontal) return Progression::down;
  const bool mongolian = style.language.starts_with("mn") || style.language.starts_with("mnc");
  return mongolian ? Progression::rightwards : Progression::leftwards;
}

bool goes_back_somewhere(const Paragraph& paragraph) {
  return std::ranges::any_of(paragraph.bidi().levels, [](BidiLevel level) { return level > 0; });
}

// Text from left to right throughout: its order is its own.
void report_plain_order(Layout& layout, const Paragraph& paragraph) {
  const auto size = static_cast<std::uint32_t>(paragraph.text().size());
  layout.levels.assign(size, 0);
  layout.visual_order.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (removed_by_bidi(paragraph.text()[i])) {
      layout.levels[i] = -1;
    } else {
      layout.visual_order.push_back(i);
    }
  }
}

void report_levels(Layout& layout, const Paragraph& paragraph, const std::vector<LineRange>& ranges) {
  if (!goes_back_somewhere(paragraph)) return report_plain_order(layout, paragraph);
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
  layout.opportunities.reserve(breaks.cost.size());
  for (std::uint32_t i = 1; i + 1 < breaks.cost.size(); ++i) {
    if (breaks.allowed(i)) layout.opportunities.push_back(i);
  }
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    const std::uint32_t at = ranges[i].start;
    const bool inside = breaks.cost[at] == static_cast<std::uint8_t>(BreakCost::inside);
    if (inside && !breaks.forced[at]) layout.word_splits.push_back(at);
  }
}

// A gap at the end of a line is gone.
std::vector<Gap> gaps_shown(const Paragraph& paragraph, const std::vector<LineRange>& ranges) {
  std::vector<Gap> shown;
  auto line = ranges.begin();
  for (const Gap& gap : paragraph.spacing().gaps) {
    while (line != ranges.end() && line->start < gap.before) ++line;
    if (line == ranges.end() || line->start != gap.before) shown.push_back(gap);
  }
  return shown;
}

}  // namespace

LayoutPtr assemble(const Paragraph& paragraph, const ParagraphStyle& style,
                   const std::vector<LineRange>& ranges, Shaper& shaper) {
  auto layout = std::make_shared<Layout>();
  LineMaker maker(paragraph, style, shaper);
  layout->progression = progression_of(style);
  layout->gaps = gaps_shown(paragraph, ranges);
  layout->lines.reserve(ranges.size());
  layout->emergency = paragraph.cut();
  for (const LineRange& range : ranges) {
    layout->lines.push_back(maker.make(range));
    layout->emergency |= range.emergency;
  }
  layout->missing = paragraph.missing();
  report_breaks(*layout, paragraph.breaks(), ranges);
  report_levels(*layout, paragraph, ranges);
  align_lines(*layout, paragraph, style, shaper);
  return layout;
}

}  // namespace xp::text
