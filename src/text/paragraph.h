// SPDX-License-Identifier: MIT
// A paragraph with everything that does not depend on the width of its lines: itemised and shaped once, then
// broken as often as is needed (autofit asks for many widths).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/bidi.h"
#include "text/breaks.h"
#include "text/fallback.h"
#include "text/itemise.h"
#include "text/lines.h"
#include "text/shape.h"
#include "text/spacing.h"
#include "text/vertical.h"

namespace xp::text {

/// A shaped stretch of an item: [start, end) of the paragraph.
struct Piece {
  std::uint32_t start = 0, end = 0;
  const Item* item = nullptr;
  ShapedRunPtr run;
  std::uint32_t run_start = 0;  ///< code point that cluster 0 of the run stands for
};

/// The tools of one thread that a paragraph is made with.
struct Tools {
  FontSet& fonts;
  Breaker& breaker;
  BidiResolver& bidi;
  Fallback& fallback;
  Shaper& shaper;
  HalfWidths& half_widths;
};

/// What becomes of the full-width mark at the end of a line.
enum class EndMark : std::uint8_t {
  full,    ///< keeps its em, unless the style takes half of it from every line
  halved,  ///< loses its white, so that the line fits (CSS Text 4: allow-end)
  hung,    ///< stands beyond the line, where the style allows it
};

class Paragraph {
 public:
  Paragraph(const StyledText& text, const ParagraphStyle& style, Costs costs, Tools tools);

  const std::u32string& text() const { return text_; }
  const std::vector<StyleRun>& runs() const { return runs_; }
  const BreakMap& breaks() const { return breaks_; }
  const BidiLevels& bidi() const { return bidi_; }
  const std::vector<Missing>& missing() const { return missing_; }
  Hang hang() const { return hang_; }
  bool cut() const { return cut_; }  ///< longer than kMaxParagraph

  /// Width of [start, end) as a line of its own; spaces at its end left out, marks at its ends trimmed as the
  /// style says. Independent of earlier calls.
  Em width(std::uint32_t start, std::uint32_t end, EndMark mark, Shaper& shaper) const;
  /// The least that [start, end) takes: what has to fit on a line.
  Em least_width(std::uint32_t start, std::uint32_t end, Shaper& shaper) const;
  /// Where the spaces at the end of [start, end) begin.
  std::uint32_t content_end(std::uint32_t start, std::uint32_t end) const;
  /// The shaped stretches of [start, end) in logical order, shaped anew where the ends cut through joined
  /// glyphs.
  std::vector<Piece> pieces(std::uint32_t start, std::uint32_t end, Shaper& shaper) const;
  const Spacing& spacing() const { return spacing_; }
  /// The mark that `index` is the cluster of; null: none.
  const Mark* mark_at(std::uint32_t index) const {
    return (facts_[index] & kMark) != 0 ? &spacing_.marks[mark_places_[index]] : nullptr;
  }
  Em gap_before(std::uint32_t index) const {
    return (facts_[index] & kGap) != 0 ? spacing_.gap_before(index) : Em{};
  }
  /// Is the mark set on half an em when [start, end) is a line?
  bool is_halved(const Mark& mark, const LineRange& line, EndMark end_mark) const;
  /// Stands upright in its column, or is set horizontally.
  bool is_upright(std::uint32_t index) const;
  /// The code point a box is drawn for when the cluster at `index` has no glyph.
  char32_t missing_at(std::uint32_t index) const;

 private:
  /// What width() must know of a code point at the start of a line, or of the last cluster on it.
  enum Fact : std::uint8_t {
    kUnsafe = 1,  ///< a line that begins here must be shaped anew
    kMark = 2,    ///< Spacing has a mark here
    kGap = 4,     ///< and a gap before it
  };

  void prepare(const StyledText& text);
  void find_spans(const ParagraphStyle& style);
  void ease_emphasis_edges();
  void join_cells(const std::vector<Cell>& cells);
  void make_items(const ParagraphStyle& style, Tools& tools);
  std::vector<hb_script_t> scripts() const;
  FaceChoice choose_faces(const std::vector<hb_script_t>& scripts, const RoleSpec& role,
                          Fallback& fallback) const;
  void shape_items(Shaper& shaper);
  void add_advances(const Item& item, const ShapedRun& run);
  void add_spacing(const ParagraphStyle& style, HalfWidths& half_widths);
  void sum_up();
  void find_content_ends();
  ShapedRunPtr shape(const Item& item, std::uint32_t start, std::uint32_t end, Shaper& shaper) const;
  ShapedRunPtr boxes(const Item& item, std::uint32_t start, std::uint32_t end) const;
  std::size_t item_at(std::uint32_t index) const;  // first item that ends after `index`
  std::int64_t natural_width(std::uint32_t start, std::uint32_t content, std::uint32_t end,
                             Shaper& shaper) const;
  std::int64_t adjustments(std::uint32_t start, std::uint32_t end) const;
  std::int64_t edge_correction(const LineRange& line, std::uint32_t content, EndMark mark) const;
  std::uint32_t last_cluster(std::uint32_t content) const;
  std::u32string_view drawn() const { return drawn_.empty() ? text_ : drawn_; }

  std::u32string text_;
  std::u32string drawn_;  // with the quotation marks of vertical text; empty: as text_
  std::vector<StyleRun> runs_;
  std::vector<LanguageSpan> spans_;
  BreakMap breaks_;
  BidiLevels bidi_;
  std::vector<Missing> missing_;
  bool cut_ = false;
  Trim trim_;
  Hang hang_;
  std::vector<Posture> postures_;  // empty in horizontal text
  std::vector<Item> items_;
  std::vector<ShapedRunPtr> shaped_;  // one an item
  Spacing spacing_;
  std::vector<std::uint32_t>
      mark_places_;  // in spacing_, of a code point with a mark; empty where it has none
  // Sum of the advances and gaps, less what marks lose, of all clusters before a code point.
  std::vector<std::int64_t> advance_;
  std::vector<std::uint8_t> facts_;  // of a code point: Fact
  std::vector<std::uint32_t>
      content_end_;  // for every end: the code point after the last one that is no space
};
using ParagraphPtr = std::shared_ptr<const Paragraph>;

}  // namespace xp::text
