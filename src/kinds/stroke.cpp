// SPDX-License-Identifier: MIT
#include "kinds/stroke.h"

#include <array>
#include <cmath>

#include "scene/path.h"

namespace xp::kinds {
namespace {

constexpr double kHead = 2.3;  // of an arrow, in strengths of its line, along it and across it

PointF point(double x, double y) { return {Px::from(x), Px::from(y)}; }

/// Clockwise like a disc, so that the parts of a line are united.
void append_segment(scene::Path& path, Spot a, Spot b, double thick) {
  using Verb = scene::PathCommand::Verb;
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  if (length <= 0) return;
  const double nx = (b.y - a.y) / length * thick / 2, ny = -(b.x - a.x) / length * thick / 2;
  path.push_back({Verb::move, point(a.x + nx, a.y + ny), {}, {}});
  path.push_back({Verb::line, point(b.x + nx, b.y + ny), {}, {}});
  path.push_back({Verb::line, point(b.x - nx, b.y - ny), {}, {}});
  path.push_back({Verb::line, point(a.x - nx, a.y - ny), {}, {}});
  path.push_back({Verb::close, {}, {}, {}});
}

void append_stroke(scene::Path& path, std::span<const Spot> spots, double thick) {
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const scene::Path joint = scene::disc_path(point(spots[i].x, spots[i].y), Px::from(thick / 2));
    path.insert(path.end(), joint.begin(), joint.end());
    if (i > 0) append_segment(path, spots[i - 1], spots[i], thick);
  }
}

}  // namespace

void draw_stroke(scene::Builder& builder, std::span<const Spot> spots, double thick, Color color) {
  scene::Path path;
  append_stroke(path, spots, thick);
  if (!path.empty()) builder.path(std::move(path), color);
}

void draw_arrow(scene::Builder& builder, Spot from, Spot to, double thick, Color color) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length <= 0) return;
  const double dx = (to.x - from.x) / length, dy = (to.y - from.y) / length;
  const Spot tip{to.x - dx * thick / 2, to.y - dy * thick / 2};
  const Spot foot{from.x + dx * thick / 2, from.y + dy * thick / 2};
  const double reach = kHead * thick;
  const Spot neck{tip.x - dx * reach, tip.y - dy * reach};
  scene::Path path;
  append_stroke(path, std::array{foot, tip}, thick);
  append_stroke(path,
                std::array{Spot{neck.x - dy * reach, neck.y + dx * reach}, tip,
                           Spot{neck.x + dy * reach, neck.y - dx * reach}},
                thick);
  builder.path(std::move(path), color);
}

}  // namespace xp::kinds
