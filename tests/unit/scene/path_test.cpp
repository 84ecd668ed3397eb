// SPDX-License-Identifier: MIT
#include "scene/path.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace xp::scene {
namespace {

using Verb = PathCommand::Verb;
using ::testing::Each;

PointF at(double x, double y) { return {Px::from(x), Px::from(y)}; }
long count(const Path& path, Verb verb) {
  return std::count_if(path.begin(), path.end(), [verb](const PathCommand& c) { return c.verb == verb; });
}

/// Distances from `center` of points along every cubic of the path.
std::vector<double> distances(const Path& path, PointF center) {
  std::vector<double> found;
  PointF pen{};
  for (const PathCommand& c : path) {
    if (c.verb == Verb::cubic) {
      for (double t = 0; t <= 1; t += 0.125) {
        const double u = 1 - t, k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;
        const double x = k0 * pen.x.value() + k1 * c.a.x.value() + k2 * c.b.x.value() + k3 * c.c.x.value();
        const double y = k0 * pen.y.value() + k1 * c.a.y.value() + k2 * c.b.y.value() + k3 * c.c.y.value();
        found.push_back(std::hypot(x - center.x.value(), y - center.y.value()));
      }
    }
    if (c.verb != Verb::close) pen = c.verb == Verb::cubic ? c.c : c.a;
  }
  return found;
}

/// Signed area of the polygon through the on-curve points: positive is clockwise on the screen.
double turning(const Path& path) {
  std::vector<PointF> points;
  for (const PathCommand& c : path) {
    if (c.verb != Verb::close) points.push_back(c.verb == Verb::cubic ? c.c : c.a);
  }
  double area = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const PointF &p = points[i], &q = points[(i + 1) % points.size()];
    area += p.x.value() * q.y.value() - q.x.value() * p.y.value();
  }
  return area / 2;
}

TEST(Disc, LiesOnItsCircle) {
  EXPECT_THAT(distances(disc_path(at(50, 40), Px::whole(30)), at(50, 40)),
              Each(::testing::DoubleNear(30, 0.03)));
}

TEST(Disc, BeginsAtTheTopAndEndsThere) {
  const Path path = disc_path(at(50, 40), Px::whole(30));
  EXPECT_EQ(path.front().a, at(50, 10));
  EXPECT_EQ(path[path.size() - 2].c, at(50, 10));
  EXPECT_EQ(path.back().verb, Verb::close);
}

TEST(Disc, BoundsAreItsSquare) {
  EXPECT_EQ(path_bounds(disc_path(at(50, 40), Px::whole(30))), (Rect{20, 10, 60, 60}));
}

TEST(Rounded, HasFourCornersOnTheirCircles) {
  const Path path = rounded_path(RectF::of({10, 20, 100, 60}), Px::whole(16));
  EXPECT_EQ(count(path, Verb::cubic), 4);
  EXPECT_EQ(count(path, Verb::line), 4);
  const auto first = distances({path[0], path[1], path[2]}, at(110 - 16, 20 + 16));
  EXPECT_THAT(first, Each(::testing::DoubleNear(16, 0.03)));
}

TEST(Rounded, KeepsItsRectangleAsBounds) {
  EXPECT_EQ(path_bounds(rounded_path(RectF::of({10, 20, 100, 60}), Px::whole(16))), (Rect{10, 20, 100, 60}));
}

TEST(Rounded, RadiusIsCutToHalfTheShorterSide) {
  EXPECT_EQ(rounded_path(RectF::of({0, 0, 100, 60}), Px::whole(500))[0].a, at(30, 0));
}

TEST(Rounded, WithoutRadiusIsAPolygon) {
  const Path path = rounded_path({Px{32}, Px{32}, Px::whole(4), Px::whole(2)}, Px{});
  EXPECT_EQ(count(path, Verb::cubic), 0);
  EXPECT_EQ(count(path, Verb::line), 3);
}

TEST(Ring, QuarterGoesFromTheTopClockwiseToTheRight) {
  const Path path = ring_path(at(0, 0), Px::whole(10), Px::whole(6), 0, 0.25);
  EXPECT_EQ(path.front().a, at(0, -10));
  EXPECT_EQ(path_bounds(path), (Rect{0, -10, 10, 10}));
  const auto inner_edge =
      std::find_if(path.begin(), path.end(), [](const auto& c) { return c.verb == Verb::line; });
  ASSERT_NE(inner_edge, path.end());
  EXPECT_EQ(inner_edge->a, at(6, 0));
  EXPECT_EQ(path[path.size() - 2].c, at(0, -6));
}

TEST(Ring, ArcsLieOnTheTwoCircles) {
  for (const double distance :
       distances(ring_path(at(5, 5), Px::whole(100), Px::whole(60), 0.1, 0.9), at(5, 5))) {
    EXPECT_LT(std::min(std::abs(distance - 100), std::abs(distance - 60)), 0.05) << distance;
  }
}

TEST(Ring, WholeTurnIsTwoContoursThatWindAgainstEachOther) {
  const Path path = ring_path(at(0, 0), Px::whole(10), Px::whole(6), 0.3, 1.3);
  EXPECT_EQ(count(path, Verb::move), 2);
  EXPECT_EQ(count(path, Verb::close), 2);
  EXPECT_EQ(count(path, Verb::line), 0);
  const auto second =
      std::find_if(path.begin() + 1, path.end(), [](const auto& c) { return c.verb == Verb::move; });
  EXPECT_GT(turning(Path(path.begin(), second)), 0);
  EXPECT_LT(turning(Path(second, path.end())), 0);
}

TEST(Ring, WithoutInnerRadiusIsASectorToTheCentre) {
  const Path path = ring_path(at(7, 7), Px::whole(5), Px{}, 0, 0.5);
  EXPECT_EQ(path[path.size() - 2].verb, Verb::line);
  EXPECT_EQ(path[path.size() - 2].a, at(7, 7));
}

TEST(Ring, NothingWhereThereIsNoAngleOrNoBand) {
  EXPECT_TRUE(ring_path(at(0, 0), Px::whole(10), Px::whole(6), 0.5, 0.5).empty());
  EXPECT_TRUE(ring_path(at(0, 0), Px::whole(6), Px::whole(6), 0, 0.5).empty());
}

TEST(PathBounds, ControlPointsCount) {
  const Path path{{Verb::move, at(0, 0), {}, {}}, {Verb::cubic, at(0.5, 9.5), at(20, 1), at(4, 0)}};
  EXPECT_EQ(path_bounds(path), (Rect{0, 0, 20, 10}));
}

TEST(PathBounds, OfNothingAreEmpty) {
  EXPECT_TRUE(path_bounds({}).empty());
  EXPECT_TRUE(path_bounds({{Verb::move, at(3, 3), {}, {}}, {Verb::line, at(9, 3), {}, {}}}).empty());
}

}  // namespace
}  // namespace xp::scene
