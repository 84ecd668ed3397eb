// SPDX-License-Identifier: MIT
#include "kinds/shield.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace xp::kinds {
namespace {

struct Spot {
  double x, y;
};
using Polygon = std::vector<Spot>;

Spot mix(Spot a, Spot b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

void curve_to(Polygon& polygon, Spot b, Spot c, Spot d) {
  constexpr int kSteps = 48;
  const Spot a = polygon.back();
  for (int i = 1; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const Spot ab = mix(a, b, t), bc = mix(b, c, t), cd = mix(c, d, t);
    polygon.push_back(mix(mix(ab, bc, t), mix(bc, cd, t), t));
  }
}

/// The outline in a unit as wide as the shield, clockwise from the peak.
Polygon outline() {
  Polygon shield{{0.5, 0}};
  curve_to(shield, {0.63, 0.085}, {0.81, 0.135}, {1, 0.15});
  curve_to(shield, {1.0, 0.29}, {1.015, 0.46}, {0.975, 0.6});
  curve_to(shield, {0.915, 0.83}, {0.73, 1.05}, {0.5, kShieldHeight});
  curve_to(shield, {0.27, 1.05}, {0.085, 0.83}, {0.025, 0.6});
  curve_to(shield, {-0.015, 0.46}, {0, 0.29}, {0, 0.15});
  curve_to(shield, {0.19, 0.135}, {0.37, 0.085}, {0.5, 0});
  return shield;
}

/// Against the clock: a hole.
Polygon check_mark() {
  return {{0.235, 0.555}, {0.44, 0.76}, {0.785, 0.415}, {0.7, 0.33}, {0.44, 0.59}, {0.32, 0.47}};
}

/// The part of the polygon on one side of a line (Sutherland and Hodgman).
Polygon clipped(const Polygon& polygon, const std::function<double(Spot)>& inside) {
  Polygon kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Spot a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    const double at_a = inside(a), at_b = inside(b);
    if (at_a >= 0) kept.push_back(a);
    if ((at_a < 0) != (at_b < 0)) kept.push_back(mix(a, b, at_a / (at_a - at_b)));
  }
  return kept;
}

Polygon clipped(const Polygon& polygon, const Rect& box) {
  Polygon kept = clipped(polygon, [&](Spot s) { return s.x - box.x; });
  kept = clipped(kept, [&](Spot s) { return box.right() - s.x; });
  kept = clipped(kept, [&](Spot s) { return s.y - box.y; });
  return clipped(kept, [&](Spot s) { return box.bottom() - s.y; });
}

void append(std::vector<scene::PathCommand>& path, const Polygon& polygon) {
  using Verb = scene::PathCommand::Verb;
  if (polygon.size() < 3) return;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    path.push_back(
        {i == 0 ? Verb::move : Verb::line, {Px::from(polygon[i].x), Px::from(polygon[i].y)}, {}, {}});
  }
  path.push_back({Verb::close, {}, {}, {}});
}

}  // namespace

void draw_shield(scene::Builder& builder, PointF at, double width, const Rect& box, Color color) {
  std::vector<scene::PathCommand> path;
  for (Polygon part : {outline(), check_mark()}) {
    for (Spot& spot : part) spot = {at.x.value() + spot.x * width, at.y.value() + spot.y * width};
    append(path, clipped(part, box));
  }
  if (!path.empty()) builder.path(std::move(path), color);
}

}  // namespace xp::kinds
