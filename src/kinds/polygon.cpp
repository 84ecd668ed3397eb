// SPDX-License-Identifier: MIT
#include "kinds/polygon.h"

#include <functional>
#include <utility>

namespace xp::kinds {
namespace {

/// The part of the polygon on one side of a line.
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

Polygon clipped(const Polygon& polygon, const Rect& box) {
  Polygon kept = clipped(polygon, [&](Spot s) { return s.x - box.x; });
  kept = clipped(kept, [&](Spot s) { return box.right() - s.x; });
  kept = clipped(kept, [&](Spot s) { return s.y - box.y; });
  return clipped(kept, [&](Spot s) { return box.bottom() - s.y; });
}

void draw_polygons(scene::Builder& builder, const std::vector<Polygon>& polygons, const Rect& box,
                   Color color) {
  std::vector<scene::PathCommand> path;
  for (const Polygon& polygon : polygons) append(path, clipped(polygon, box));
  if (!path.empty()) builder.path(std::move(path), color);
}

}  // namespace xp::kinds
