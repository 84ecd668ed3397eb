// SPDX-License-Identifier: MIT
// Beams that open from a point beyond the lower right: an alarm that is seen before it is read.
#include <array>
#include <cmath>
#include <numbers>

#include "kinds/pattern.h"
#include "kinds/polygon.h"

namespace xp::kinds {
namespace {

/// A beam by its edges, in turns from the top, clockwise. No two are alike: searchlights, not the rays of a
/// flag.
struct Beam {
  double from, to;
};
constexpr std::array kBeams{Beam{-0.245, -0.228}, Beam{-0.205, -0.160}, Beam{-0.142, -0.118},
                            Beam{-0.088, -0.072}, Beam{-0.052, -0.010}, Beam{0.012, 0.022},
                            Beam{0.040, 0.062},   Beam{0.092, 0.150}};

void draw(Canvas& canvas) {
  const Rect box = canvas.box();
  const Spot source{box.w * 0.86, box.h * 1.12};
  const double reach = 2.0 * (box.w + box.h);
  const auto at = [&](double turns) {
    const double angle = 2 * std::numbers::pi * turns;
    return Spot{source.x + reach * std::sin(angle), source.y - reach * std::cos(angle)};
  };
  std::vector<Polygon> beams;
  for (const Beam& beam : kBeams) beams.push_back({source, at(beam.from), at(beam.to)});
  draw_polygons(canvas.draw(), beams, box, canvas.theme().colors.emblem);
}

}  // namespace

Pattern rays_pattern() { return {"rays", draw}; }

}  // namespace xp::kinds
