// SPDX-License-Identifier: MIT
// Status lines over the picture (F1), drawn by SDL2_ttf.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "paint/pixmap.h"

namespace xp::present {

class Overlay {
 public:
  /// Empty: off.
  void set(std::vector<std::string> lines);
  /// Adds to the rectangles that are painted anyway what the overlay needs: its old and new place when it
  /// changed, its place when the picture under it is painted.
  void add_damage(std::vector<Rect>& rects, Size output);
  /// Over the freshly painted picture, where one of `rects` covers it.
  void draw(const std::vector<Rect>& rects, const paint::Target& output) const;

  /// For those who draw it themselves: what lies at area() of the output, with kOpacity; empty: nothing. As
  /// add_damage() has made it.
  const paint::Pixmap& panel() const { return panel_; }
  Rect area() const { return area_; }
  static constexpr std::uint8_t kOpacity = 191;

 private:
  void render(Size output);

  std::vector<std::string> lines_;
  bool changed_ = false;
  Size output_;
  Rect area_;            ///< output px
  paint::Pixmap panel_;  ///< of the area: white on black
};

}  // namespace xp::present
