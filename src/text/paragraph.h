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
};

class Paragraph {
 public:
  Paragraph(const StyledText& text, const ParagraphStyle& style, Costs costs, Tools tools);

  const std::u32string& text() const { return text_; }
  const std::vector<StyleRun>& runs() const { return runs_; }
  const BreakMap& breaks() const { return breaks_; }
  const BidiLevels& bidi() const { return bidi_; }
  const std::vector<Missing>& missing() const { return missing_; }
  bool cut() const { return cut_; }  ///< longer than kMaxParagraph

  /// Width of [start, end) as a line of its own; spaces at its end left out. Independent of earlier calls.
  Em width(std::uint32_t start, std::uint32_t end, Shaper& shaper) const;
  /// Where the spaces at the end of [start, end) begin.
  std::uint32_t content_end(std::uint32_t start, std::uint32_t end) const;
  /// The shaped stretches of [start, end) in logical order, shaped anew where the ends cut through joined
  /// glyphs.
  std::vector<Piece> pieces(std::uint32_t start, std::uint32_t end, Shaper& shaper) const;
  /// The code point a box is drawn for when the cluster at `index` has no glyph.
  char32_t missing_at(std::uint32_t index) const;

 private:
  void prepare(const StyledText& text);
  void shape_items(Shaper& shaper);
  void add_advances(const Item& item, const ShapedRun& run);
  void find_content_ends();
  ShapedRunPtr shape(const Item& item, std::uint32_t start, std::uint32_t end, Shaper& shaper) const;
  ShapedRunPtr boxes(const Item& item, std::uint32_t start, std::uint32_t end) const;
  std::size_t item_at(std::uint32_t index) const;  // first item that ends after `index`

  std::u32string text_;
  std::vector<StyleRun> runs_;
  BreakMap breaks_;
  BidiLevels bidi_;
  std::vector<Missing> missing_;
  bool cut_ = false;
  std::vector<Item> items_;
  std::vector<ShapedRunPtr> shaped_;   // one an item
  std::vector<std::int64_t> advance_;  // sum of the advances of all clusters before a code point
  std::vector<std::uint8_t> unsafe_;   // a line that begins here must be shaped anew
  std::vector<std::uint32_t>
      content_end_;  // for every end: the code point after the last one that is no space
};
using ParagraphPtr = std::shared_ptr<const Paragraph>;

}  // namespace xp::text
