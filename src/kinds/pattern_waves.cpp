// SPDX-License-Identifier: MIT
// Three swells over one another at the foot: calm water.
#include <array>
#include <cmath>
#include <numbers>

#include "kinds/pattern.h"
#include "kinds/polygon.h"

namespace xp::kinds {
namespace {

/// A swell by shares of the box: its mean height from the top, how far it swings, its length and where it
/// begins.
struct Swell {
  double level, swing, length, phase;
};
constexpr std::array kSwells{Swell{0.60, 0.10, 1.45, 0.62}, Swell{0.72, 0.08, 1.15, 0.18},
                             Swell{0.84, 0.06, 0.95, 0.80}};
constexpr int kSteps = 160;

Polygon below(const Swell& swell, const Rect& box) {
  Polygon water{{box.w * 1.0, box.h * 1.0}, {0, box.h * 1.0}};
  for (int i = 0; i <= kSteps; ++i) {
    const double x = static_cast<double>(i) / kSteps;
    const double wave = std::sin(2 * std::numbers::pi * (x / swell.length + swell.phase));
    water.push_back({x * box.w, (swell.level - swell.swing * wave) * box.h});
  }
  return water;
}

void draw(Canvas& canvas) {
  for (const Swell& swell : kSwells)
    draw_polygons(canvas.draw(), {below(swell, canvas.box())}, canvas.box(), canvas.theme().colors.emblem);
}

}  // namespace

Pattern waves_pattern() { return {"waves", draw, static_cast<int>(kSwells.size())}; }

}  // namespace xp::kinds
