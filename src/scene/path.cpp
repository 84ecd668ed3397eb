// SPDX-License-Identifier: MIT
#include "scene/path.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace xp::scene {
namespace {

constexpr double kQuarterHandle = 0.5522847498307936;  // 4/3 · tan(π/8): a quarter of a circle as one cubic
using Verb = PathCommand::Verb;

PathCommand move_to(PointF p) { return {Verb::move, p, {}, {}}; }
PathCommand line_to(PointF p) { return {Verb::line, p, {}, {}}; }
PathCommand close() { return {Verb::close, {}, {}, {}}; }

/// A circle around `center`; angles in turns from the top, clockwise.
struct Circle {
  PointF center;
  double radius;

  PointF at(double turns) const { return on(turns, 0); }

  /// The point at `turns`, moved along the tangent by `along` radii (clockwise positive).
  PointF on(double turns, double along) const {
    const double angle = turns * 2 * std::numbers::pi;
    const double s = std::sin(angle), c = std::cos(angle);
    return {Px::from(center.x.value() + radius * (s + along * c)),
            Px::from(center.y.value() + radius * (along * s - c))};
  }

  /// Cubics from `start` to `end` (backwards where end < start); the pen is at `start` already.
  void append_arc(double start, double end, Path& path) const {
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(end - start) * 8 - 1e-9)));
    const double step = (end - start) / pieces;
    const double handle = 4.0 / 3.0 * std::tan(step * std::numbers::pi / 2);
    for (int i = 0; i < pieces; ++i) {
      const double a = start + i * step, b = i + 1 == pieces ? end : start + (i + 1) * step;
      path.push_back({Verb::cubic, on(a, handle), on(b, -handle), at(b)});
    }
  }
};

/// One corner: from `a` to `b` around the corner point `k`.
PathCommand corner(PointF a, PointF k, PointF b) {
  const auto toward = [](Px from, Px to) {
    return Px::from(from.value() + (to.value() - from.value()) * kQuarterHandle);
  };
  return {Verb::cubic, {toward(a.x, k.x), toward(a.y, k.y)}, {toward(b.x, k.x), toward(b.y, k.y)}, b};
}

}  // namespace

Path rounded_path(RectF r, Px radius) {
  const Px limit{std::min(r.w.raw, r.h.raw) / 2};
  const Px k = std::clamp(radius, Px{}, std::max(limit, Px{}));
  const Px x0 = r.x, y0 = r.y, x1 = r.x + r.w, y1 = r.y + r.h;
  if (k.raw == 0)
    return {move_to({x0, y0}), line_to({x1, y0}), line_to({x1, y1}), line_to({x0, y1}), close()};
  return {move_to({x0 + k, y0}),
          line_to({x1 - k, y0}),
          corner({x1 - k, y0}, {x1, y0}, {x1, y0 + k}),
          line_to({x1, y1 - k}),
          corner({x1, y1 - k}, {x1, y1}, {x1 - k, y1}),
          line_to({x0 + k, y1}),
          corner({x0 + k, y1}, {x0, y1}, {x0, y1 - k}),
          line_to({x0, y0 + k}),
          corner({x0, y0 + k}, {x0, y0}, {x0 + k, y0}),
          close()};
}

Path disc_path(PointF center, Px radius) {
  const Circle circle{center, radius.value()};
  Path path{move_to(circle.at(0))};
  circle.append_arc(0, 1, path);
  path.push_back(close());
  return path;
}

Path ring_path(PointF center, Px outer, Px inner, double start, double end) {
  if (outer.raw <= 0 || outer <= inner || end <= start) return {};
  const Circle out{center, outer.value()}, in{center, std::max(inner, Px{}).value()};
  const bool whole = end - start >= 1;
  if (whole) end = start + 1;
  Path path{move_to(out.at(start))};
  out.append_arc(start, end, path);
  if (whole) path.push_back(close());
  if (inner.raw > 0) {
    path.push_back(whole ? move_to(in.at(end)) : line_to(in.at(end)));
    in.append_arc(end, start, path);
    path.push_back(close());
  } else if (!whole) {
    path.push_back(line_to(center));
    path.push_back(close());
  }
  return path;
}

Rect path_bounds(const Path& path) {
  Px x0{std::numeric_limits<std::int32_t>::max()}, y0 = x0, x1{std::numeric_limits<std::int32_t>::min()},
                                                   y1 = x1;
  const auto cover = [&](PointF p) {
    x0 = std::min(x0, p.x), y0 = std::min(y0, p.y), x1 = std::max(x1, p.x), y1 = std::max(y1, p.y);
  };
  for (const PathCommand& command : path) {
    if (command.verb == Verb::close) continue;
    cover(command.a);
    if (command.verb == Verb::cubic) cover(command.b), cover(command.c);
  }
  if (x0 >= x1 || y0 >= y1) return {};
  return {x0.floor(), y0.floor(), x1.ceil() - x0.floor(), y1.ceil() - y0.floor()};
}

}  // namespace xp::scene
