// SPDX-License-Identifier: MIT
// Dots that grow towards the lower right corner, as in coarse print.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "kinds/pattern.h"
#include "scene/path.h"

namespace xp::kinds {
namespace {

constexpr double kPitch = 5;      // vmin
constexpr double kLargest = 0.4;  // radius, of the pitch
constexpr double kReach = 0.75;   // of the diagonal: dots end there

void draw(Canvas& canvas) {
  const Rect box = canvas.box();
  const double pitch = kPitch * canvas.metrics().vmin();
  const double reach = kReach * std::hypot(box.w, box.h);
  const int columns = static_cast<int>(box.w / pitch), rows = static_cast<int>(box.h / pitch);
  for (int row = 0; row < rows; ++row) {
    scene::Path dots;  // an outline a row: one of all would have more points than FreeType takes
    for (int column = 0; column < columns; ++column) {
      const double from_right = (column + (row % 2 == 0 ? 0.5 : 1.0)) * pitch,
                   from_bottom = (row + 0.5) * pitch;
      const double radius = kLargest * pitch * (1 - std::hypot(from_right, from_bottom) / reach);
      if (radius < 0.5 || from_right + radius > box.w) continue;
      const scene::Path disc =
          scene::disc_path({Px::from(box.w - from_right), Px::from(box.h - from_bottom)}, Px::from(radius));
      dots.insert(dots.end(), disc.begin(), disc.end());
    }
    if (!dots.empty()) canvas.draw().path(std::move(dots), canvas.theme().colors.emblem);
  }
}

}  // namespace

Pattern dots_pattern() { return {"dots", draw}; }

}  // namespace xp::kinds
