// SPDX-License-Identifier: MIT
#include "base/geometry.h"

#include <gtest/gtest.h>

namespace {

using namespace xp;

TEST(Geometry, IntersectsOnlyWhatOverlaps) {
  EXPECT_EQ(intersect({0, 0, 10, 10}, {5, 6, 10, 10}), (Rect{5, 6, 5, 4}));
  EXPECT_EQ(intersect({0, 0, 10, 10}, {10, 0, 5, 5}), Rect{}) << "edges touch, nothing is common";
  EXPECT_EQ(intersect({0, 0, 10, 10}, {-20, 3, 5, 5}), Rect{});
}

TEST(Geometry, UnitesAndIgnoresTheEmpty) {
  EXPECT_EQ(unite({0, 0, 2, 2}, {8, 9, 2, 1}), (Rect{0, 0, 10, 10}));
  EXPECT_EQ(unite({50, 50, 0, 9}, {1, 2, 3, 4}), (Rect{1, 2, 3, 4}));
  EXPECT_EQ(unite({1, 2, 3, 4}, {}), (Rect{1, 2, 3, 4}));
}

TEST(Geometry, ContainsItselfAndTheEmpty) {
  const Rect screen{0, 0, 1920, 1080};
  EXPECT_TRUE(screen.contains(screen));
  EXPECT_TRUE(screen.contains(Rect{5000, 0, 0, 0}));
  EXPECT_FALSE(screen.contains({1, 0, 1920, 1080}));
}

TEST(Geometry, PxRoundsTowardsWhatItsNameSays) {
  EXPECT_EQ(Px{63}.floor(), 0);
  EXPECT_EQ(Px{1}.ceil(), 1);
  EXPECT_EQ(Px{32}.round(), 1);
  EXPECT_EQ(Px{31}.round(), 0);
  EXPECT_EQ(Px{-1}.floor(), -1);
  EXPECT_EQ(Px{-63}.ceil(), 0);
  EXPECT_EQ(Px::from(-1.5).raw, -96);
  EXPECT_EQ(Px::whole(3).raw, 192);
}

}  // namespace
