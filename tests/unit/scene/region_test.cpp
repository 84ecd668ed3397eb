// SPDX-License-Identifier: MIT
#include "scene/region.h"

#include <gmock/gmock.h>

#include <random>

namespace xp::scene {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Without, AHoleInTheMiddleLeavesAFrame) {
  EXPECT_THAT(without({{0, 0, 10, 10}}, {3, 3, 4, 4}),
              ElementsAre(Rect{0, 0, 10, 3}, Rect{0, 3, 3, 4}, Rect{7, 3, 3, 4}, Rect{0, 7, 10, 3}));
}

TEST(Without, WhatIsCoveredIsGone) { EXPECT_THAT(without({{2, 2, 3, 3}}, {0, 0, 9, 9}), IsEmpty()); }

TEST(Without, WhatIsApartStays) {
  EXPECT_THAT(without({{2, 2, 3, 3}}, {6, 0, 9, 9}), ElementsAre(Rect{2, 2, 3, 3}));
}

TEST(Simplified, JoinsNeighbours) {
  EXPECT_THAT(simplified({{0, 0, 10, 10}, {10, 0, 10, 10}}, 8), ElementsAre(Rect{0, 0, 20, 10}));
}

TEST(Simplified, KeepsDistantOnesApart) {
  EXPECT_EQ(simplified({{0, 0, 10, 10}, {500, 500, 10, 10}}, 8).size(), 2U);
}

TEST(Simplified, CrossingBarsAreNotMadeTheWholeScreen) {
  std::int64_t sum = 0;
  for (const Rect& r : simplified({{0, 90, 1000, 10}, {90, 0, 10, 1000}}, 8)) sum += area_of(r);
  EXPECT_EQ(sum, 1000 * 10 * 2 - 100);
}

TEST(Simplified, DropsEmptyOnes) { EXPECT_THAT(simplified({{0, 0, 0, 10}, {5, 5, -1, 3}}, 8), IsEmpty()); }

TEST(Simplified, IsDisjointFewAndCoversAll) {
  std::mt19937 random(7);
  const auto number = [&random](unsigned below) { return static_cast<int>(random() % below); };
  for (int round = 0; round < 200; ++round) {
    std::vector<Rect> rects;
    for (int i = number(30); i > 0; --i) rects.push_back({number(100), number(100), number(40), number(40)});
    const auto simple = simplified(rects, 8);
    ASSERT_LE(simple.size(), 8U);
    for (std::size_t a = 0; a < simple.size(); ++a) {
      for (std::size_t b = a + 1; b < simple.size(); ++b)
        ASSERT_TRUE(intersect(simple[a], simple[b]).empty());
    }
    for (const Rect& rect : rects) {
      std::vector<Rect> left{rect};
      for (const Rect& cover : simple) left = without(left, cover);
      ASSERT_TRUE(rect.empty() || left.empty());
    }
  }
}

}  // namespace
}  // namespace xp::scene
