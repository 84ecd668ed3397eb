// SPDX-License-Identifier: MIT
// Slides that are written in columns: the words of their key `mode`, and where the columns stand.
#pragma once

#include <string_view>
#include <utility>

#include "kinds/canvas.h"
#include "toml/field.h"

template <>
struct xp::toml::EnumNames<xp::text::Mode> {
  static constexpr std::pair<std::string_view, xp::text::Mode> names[] = {
      {"horizontal", xp::text::Mode::horizontal}, {"vertical", xp::text::Mode::vertical}};
};

namespace xp::kinds {

/// How a slide that wants `wanted` is written: strips and LED panels have lines only (spec §10).
inline text::Mode mode_on(const Canvas& canvas, text::Mode wanted) {
  const bool lines_only = canvas.context().around.led || canvas.metrics().strip();
  return lines_only ? text::Mode::horizontal : wanted;
}

/// Walks over an area in the order in which columns are read: leftwards, Mongolian rightwards.
class ColumnPen {
 public:
  ColumnPen(const Rect& area, text::Progression progression)
      : rightwards_(progression == text::Progression::rightwards), x_(rightwards_ ? area.x : area.right()) {}

  void skip(int width) { x_ += rightwards_ ? width : -width; }
  /// The left edge of the next `width` px.
  int take(int width) {
    const int before = x_;
    skip(width);
    return rightwards_ ? before : x_;
  }

 private:
  bool rightwards_;
  int x_;
};

}  // namespace xp::kinds
