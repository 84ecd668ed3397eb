// SPDX-License-Identifier: MIT
// A number as the hero of a slide: figures large, the unit smaller on the same baseline.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kinds/canvas.h"
#include "kinds/number_format.h"

namespace xp::kinds {

/// Single characters of one role, laid out beforehand: composes figures that change (counters, clocks)
/// without an engine.
class CharacterSet {
 public:
  CharacterSet(Typesetter& type, const std::string& role, int size, std::u32string_view characters);
  int size() const { return size_; }
  double width(std::u32string_view text) const;  ///< sum of the advances, px
  void draw(scene::Builder& builder, std::u32string_view text, Px x, int baseline, Color color) const;

 private:
  double gap_before(std::u32string_view text, std::size_t index) const;
  int size_;
  std::map<char32_t, text::LayoutPtr> layouts_;
  std::map<char32_t, double> advances_;  ///< px; of a space too
};

/// A figure set on one baseline.
struct Figure {
  FigureText text;
  TextBlock prefix, digits, unit;
  int gap = 0;  ///< between the parts
  int width() const;
  int height() const;  ///< of the capitals
};

/// As large as `largest` and the width allow.
Figure set_figure(Canvas& canvas, const FigureText& text, int largest, int width);
void draw_figure(scene::Builder& builder, const Figure& figure, int x, int baseline, Color color);
/// The same in layers of its own, the digits counting up.
void draw_counting_figure(Canvas& canvas, const Figure& figure, int x, int baseline, Color color);

}  // namespace xp::kinds
