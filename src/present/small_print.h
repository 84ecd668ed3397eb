// SPDX-License-Identifier: MIT
// Text by SDL2_ttf alone: what must be readable when the text engine cannot help.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "paint/pixmap.h"

namespace xp::present {

/// A font that has Chinese, at one size.
class SmallPrint {
 public:
  enum class Weight { regular, bold };
  /// Null where no such font is installed.
  static std::unique_ptr<SmallPrint> open(int size_px, Weight weight);
  ~SmallPrint();
  SmallPrint(const SmallPrint&) = delete;
  SmallPrint& operator=(const SmallPrint&) = delete;

  int width(const std::string& line) const;
  int line_height() const;
  /// Where the ink of a line is when it is drawn at {0, 0}.
  Rect ink(const std::string& line) const;
  /// Breaks between any two code points; at most `max_lines`, the last of them with an ellipsis when text is
  /// left over.
  std::vector<std::string> wrap(std::string_view text, int width, std::size_t max_lines) const;
  /// Draws over the target's pixels, clipped to it.
  void draw(const paint::Target& target, Point top_left, const std::string& line, Color color) const;

 private:
  struct State;
  explicit SmallPrint(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace xp::present
