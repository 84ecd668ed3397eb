// SPDX-License-Identifier: MIT
#include "scene/damage.h"

#include <gmock/gmock.h>

#include "scene/builder.h"
#include "unit/scene/random_scene.h"

namespace xp::scene {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Rect kAll{0, 0, 200, 100};
constexpr Color kRed{255, 0, 0, 255};

OpsPtr box(Rect rect, Color color = kRed) { return Builder().fill(rect, color).done(); }

Scene scene(std::vector<Layer> layers) {
  layers.insert(layers.begin(), layer(box(kAll, {0, 0, 0, 255}), {}, kAll));
  return {kAll.size(), std::move(layers)};
}

TEST(Damage, NoneBetweenEqualScenes) {
  const Scene one = scene({layer(box({1, 1, 5, 5}), {}, kAll)});
  EXPECT_THAT(damage(one, one), IsEmpty());
}

TEST(Damage, NoneBetweenEqualContentMadeTwice) {
  EXPECT_THAT(
      damage(scene({layer(box({1, 1, 5, 5}), {}, kAll)}), scene({layer(box({1, 1, 5, 5}), {}, kAll)})),
      IsEmpty());
}

TEST(Damage, EverythingWhenTheSizeDiffers) {
  Scene next = scene({});
  next.size = {300, 100};
  EXPECT_THAT(damage(scene({}), next), ElementsAre(Rect{0, 0, 300, 100}));
}

/// A scene with its layers inside `area` once more as a group on top.
Scene repeated(Scene one, Rect area, std::uint8_t opacity = 255) {
  std::vector<Layer> seen;
  for (Layer each : one.layers) {
    each.clip = intersect(each.clip, area);
    if (!visible_area(each).empty()) seen.push_back(each);
  }
  one.layers.push_back({area, {}, opacity, flatten(seen)});
  return one;
}

TEST(Damage, NoneOfAGroupThatShowsWhatLiesBelowIt) {
  const Scene plain = scene({layer(box({10, 10, 20, 20}), {}, kAll), layer(box({60, 10, 9, 9}), {}, kAll)});
  const Scene last = repeated(plain, {5, 5, 40, 40});
  EXPECT_THAT(damage(last, plain), IsEmpty());
  EXPECT_THAT(damage(plain, last), IsEmpty());
  EXPECT_THAT(damage(repeated(last, {55, 5, 20, 20}), plain), IsEmpty()) << "two of them";
}

TEST(Damage, ThatOfAGroupThatShowsSomethingElse) {
  const Scene plain = scene({layer(box({10, 10, 20, 20}), {}, kAll)});
  const Rect area{5, 5, 40, 40};
  Scene other = plain;
  other.layers.back().ops = box({10, 10, 20, 20}, {1, 2, 3, 255});
  other.layers.push_back(repeated(plain, area).layers.back());
  EXPECT_THAT(damage(other, plain), ElementsAre(area)) << "of what lies no longer below it";
  EXPECT_THAT(damage(repeated(plain, area, 254), plain), ElementsAre(area)) << "not in full";
}

TEST(Damage, OldAndNewPlaceOfAMovedLayer) {
  const OpsPtr ops = box({0, 0, 10, 10});
  EXPECT_THAT(damage(scene({layer(ops, {0, 0}, kAll)}), scene({layer(ops, {150, 50}, kAll)})),
              ElementsAre(Rect{0, 0, 10, 10}, Rect{150, 50, 10, 10}));
}

TEST(Damage, AScrollingLayerCostsItsClipOnly) {
  const OpsPtr line = box({0, 0, 5000, 20}, {9, 9, 9, 100});
  const Rect strip{0, 80, 200, 20};
  EXPECT_THAT(damage(scene({layer(line, {0, 80}, strip)}), scene({layer(line, {-4, 80}, strip)})),
              ElementsAre(strip));
}

TEST(Damage, TheAreaOfAFadedLayer) {
  const OpsPtr ops = box({10, 10, 20, 20});
  EXPECT_THAT(damage(scene({{kAll, {}, 100, ops}}), scene({{kAll, {}, 101, ops}})),
              ElementsAre(Rect{10, 10, 20, 20}));
}

TEST(Damage, AnAddedAndARemovedLayer) {
  const Scene empty = scene({}), full = scene({layer(box({3, 3, 4, 4}), {}, kAll)});
  EXPECT_THAT(damage(empty, full), ElementsAre(Rect{3, 3, 4, 4}));
  EXPECT_THAT(damage(full, empty), ElementsAre(Rect{3, 3, 4, 4}));
}

TEST(Damage, LayersThatOverlapAndExchangePlaces) {
  const Layer a = layer(box({0, 0, 20, 20}), {}, kAll),
              b = layer(box({10, 10, 20, 20}, {1, 2, 3, 255}), {}, kAll);
  EXPECT_FALSE(damage(scene({a, b}), scene({b, a})).empty());
}

TEST(Damage, StaysInsideTheScene) {
  const OpsPtr ops = box({0, 0, 50, 50});
  const Rect wide{-100, -100, 900, 900};
  for (const Rect& rect :
       damage(scene({layer(ops, {-30, -30}, wide)}), scene({layer(ops, {180, 80}, wide)}))) {
    EXPECT_TRUE(kAll.contains(rect));
  }
}

TEST(Damage, HiddenBelowAnUnchangedOpaqueLayerIsNone) {
  const Layer cover = layer(box({0, 0, 100, 100}, {1, 2, 3, 255}), {}, kAll);
  const OpsPtr mover = box({0, 0, 10, 10});
  EXPECT_THAT(
      damage(scene({layer(mover, {5, 5}, kAll), cover}), scene({layer(mover, {50, 50}, kAll), cover})),
      IsEmpty());
}

TEST(Damage, BelowAnOpaqueLayerIsCutToWhatShows) {
  const Layer cover = layer(box({0, 0, 100, 100}, {1, 2, 3, 255}), {}, kAll);
  EXPECT_THAT(damage(scene({cover}), scene({layer(box({90, 0, 20, 10}), {}, kAll), cover})),
              ElementsAre(Rect{100, 0, 10, 10}));
}

TEST(Damage, BelowAFadedLayerShows) {
  Layer cover = layer(box({0, 0, 100, 100}, {1, 2, 3, 255}), {}, kAll);
  cover.opacity = 200;
  EXPECT_THAT(damage(scene({cover}), scene({layer(box({5, 5, 9, 9}), {}, kAll), cover})),
              ElementsAre(Rect{5, 5, 9, 9}));
}

TEST(Damage, AboveAnOpaqueLayerShows) {
  const Layer cover = layer(box({0, 0, 100, 100}, {1, 2, 3, 255}), {}, kAll);
  EXPECT_THAT(damage(scene({cover}), scene({cover, layer(box({5, 5, 9, 9}), {}, kAll)})),
              ElementsAre(Rect{5, 5, 9, 9}));
}

TEST(Damage, FewRectanglesForManyChanges) {
  std::vector<Layer> layers;
  for (int i = 0; i < 40; ++i) layers.push_back(layer(box({i * 5, (i * 37) % 90, 2, 2}), {}, kAll));
  EXPECT_LE(damage(scene({}), scene(layers)).size(), 8U);
}

TEST(Damage, IsDisjointAndInsideForRandomScenes) {
  test::RandomScenes random(11, {64, 48});
  for (int round = 0; round < 200; ++round) {
    const Scene last = random.scene(), next = random.changed(last);
    const auto rects = damage(last, next);
    ASSERT_LE(rects.size(), 8U);
    for (std::size_t a = 0; a < rects.size(); ++a) {
      ASSERT_FALSE(rects[a].empty());
      ASSERT_TRUE((Rect{0, 0, 64, 48}).contains(rects[a]));
      for (std::size_t b = a + 1; b < rects.size(); ++b) ASSERT_TRUE(intersect(rects[a], rects[b]).empty());
    }
  }
}

TEST(Flatten, KeepsTheLayersAsTheyAre) {
  const Layer below = layer(box(kAll), {}, kAll);
  const Layer above{{5, 5, 10, 10}, {3, 0}, 77, box({4, 4, 50, 50})};
  const OpsPtr flat = flatten({below, above});
  ASSERT_EQ(flat->list.size(), 1U);
  EXPECT_EQ(std::get<GroupOp>(flat->list[0]).layers, (std::vector<Layer>{below, above}));
  EXPECT_EQ(flat->bounds, kAll);
  EXPECT_TRUE(flat->opaque);
}

TEST(Flatten, OfNothingIsNothing) { EXPECT_TRUE(flatten({})->bounds.empty()); }

}  // namespace
}  // namespace xp::scene
