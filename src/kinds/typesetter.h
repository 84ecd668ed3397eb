// SPDX-License-Identifier: MIT
// Text of a slide: roles, languages, sizes in whole px, and optical alignment. Collects what does not fit or
// is missing.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kinds/metrics.h"
#include "kinds/size_bands.h"
#include "kinds/slide_kind.h"
#include "scene/builder.h"

namespace xp::kinds {

/// The ideographic face stands this far inside the em box on every side (BASE icfb/icft). Edges are aligned
/// by the face, so large text does not seem to begin further right than small text above it.
inline constexpr double kFaceMargin = 0.046;  // em
/// The same for lines that begin with a figure, whose sides are narrower.
inline constexpr double kFigureMargin = 0.034;  // em
/// Height of capitals and figures above the baseline.
inline constexpr double kCapHeight = 0.733;  // em
/// Emphasis dots reach this far beyond the em box, below a line or to the right of a column.
inline constexpr double kDotReach = 0.2;  // em

/// A paragraph set at a size. Its box is that of the ideographic faces: what the eye takes for its edges.
struct TextBlock {
  text::LayoutPtr layout;
  int size = 0;
  double line_height = 1;
  double em_width = 0;        ///< of the widest line, or the longest column
  double side = kFaceMargin;  ///< em between the box and the ink at its left
  bool dots = false;          ///< emphasis dots stand beyond the last line, or the column furthest right

  bool empty() const { return !layout || layout->lines.empty(); }
  bool vertical() const { return layout && layout->progression != text::Progression::down; }
  bool right_to_left() const;
  int width() const;  ///< face to face, px
  int height()
      const;  ///< em boxes, and dots below them: from the top of the first line to the bottom of the last

 private:
  double across() const;  ///< px, in the direction that lines are stacked in
};

/// Where a paragraph begins in `area`: at its left edge, or so that it ends at the right one (Uyghur).
int start_edge(const TextBlock& block, const Rect& area);

/// What a paragraph may do.
struct TextRoom {
  Size box;
  int largest = 0, smallest = 0;  ///< px
  int lines = 3;                  ///< or columns
  text::Mode mode = text::Mode::horizontal;
};

class Typesetter {
 public:
  explicit Typesetter(const LayoutContext& context) : context_(context), language_(context.around.language) {}

  /// The language of what is set from now on, BCP 47; empty: the campaign's.
  void use_language(const std::string& language);

  /// One line, as large as `largest` and the width allow.
  TextBlock line(std::string_view markup, const std::string& role, int largest, int width);
  /// A headline: as large as the room allows, evenly broken.
  TextBlock headline(std::string_view markup, const TypeLevel& level, const TextRoom& room);
  /// A title or a step: in one line where that costs little size, else broken after a comma rather than
  /// elsewhere.
  TextBlock sentence(std::string_view markup, const TypeLevel& level, const TextRoom& room);
  /// Running text, broken between words, as large as the room allows.
  TextBlock body(std::string_view markup, const TypeLevel& level, const TextRoom& room);
  /// One line in its natural width; `size` is the caller's.
  TextBlock at_size(std::string_view markup, const std::string& role, int size);

  /// Of everything set so far.
  TextFaults take_faults() { return std::exchange(faults_, {}); }
  /// Puts back what take_faults() took: what was set since was only tried.
  void restore_faults(TextFaults faults) { faults_ = std::move(faults); }
  /// What the caller made of several lines does not fit at its smallest size.
  void report_overflow() { faults_.overflow = true; }

 private:
  text::StyledText parsed(std::string_view markup) const;
  text::ParagraphStyle style(const std::string& role) const;
  text::Fitted fit(const text::StyledText& text, text::ParagraphStyle style, text::FitBox box);
  TextBlock fitted(const text::StyledText& text, const TypeLevel& level, const TextRoom& room,
                   text::ParagraphStyle style);
  TextBlock block(const text::StyledText& text, text::LayoutPtr layout, int size, double line_height);
  std::string role_for(const std::string& role, int size) const;
  /// The sizes that a role may be set in, the largest first; more than one on LED panels.
  std::vector<SizeBand> bands(const std::string& role, int smallest, int largest) const;

  const LayoutContext& context_;
  std::string language_;
  TextFaults faults_;
};

/// Draws with the top left corner of its face box at `at`.
void draw_text(scene::Builder& builder, const TextBlock& block, Point at, scene::Ink ink);
/// Draws one line with its face's left edge at `x` on `baseline`.
void draw_on_baseline(scene::Builder& builder, const TextBlock& block, int x, int baseline, scene::Ink ink);

}  // namespace xp::kinds
