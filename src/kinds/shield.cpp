// SPDX-License-Identifier: MIT
#include "kinds/shield.h"

#include "kinds/polygon.h"

namespace xp::kinds {
namespace {

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

}  // namespace

void draw_shield(scene::Builder& builder, PointF at, double width, const Rect& box, Color color) {
  std::vector<Polygon> parts{outline(), check_mark()};
  for (Polygon& part : parts)
    for (Spot& spot : part) spot = {at.x.value() + spot.x * width, at.y.value() + spot.y * width};
  draw_polygons(builder, parts, box, color);
}

}  // namespace xp::kinds
