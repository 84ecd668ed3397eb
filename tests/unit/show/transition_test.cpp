// SPDX-License-Identifier: MIT
#include "show/transition.h"

#include <gtest/gtest.h>

#include "fake_show.h"
#include "scene/damage.h"

namespace xp::show {
namespace {

using namespace test;
using Layers = std::vector<scene::Layer>;

constexpr Rect kAll{0, 0, 100, 80};

scene::Layer layer(Rect rect, Color color, std::uint8_t opacity = 255) {
  return {kAll, {}, opacity, scene::Builder().fill(rect, color).done()};
}

class CrossFade : public testing::Test {
 protected:
  Layers fade(const Layers& out, const Layers& in, std::uint8_t opacity) {
    return cross_fade(out, in, opacity, *caches_);
  }
  std::unique_ptr<Caches> caches_ = caches();
  scene::Layer background_ = layer(kAll, kBlue);
  scene::Layer title_ = layer({5, 5, 20, 5}, kWhite);
  scene::Layer gold_ = layer({10, 10, 10, 10}, kGold), red_ = layer({30, 10, 10, 10}, kRed);
  scene::Layer beside_ = layer({20, 10, 10, 10}, kRed);
};

TEST_F(CrossFade, AtFullOpacityIsTheIncomingSlideUnderWhatHasBeenPaintedOfIt) {
  const Layers outgoing{background_, gold_}, incoming{background_, beside_};
  const Layers last = fade(outgoing, incoming, 255);
  ASSERT_EQ(last.size(), 3u);
  EXPECT_EQ((Layers{last.begin(), last.begin() + 2}), incoming);
  EXPECT_EQ(last[2].ops, fade(outgoing, incoming, 200).back().ops);
  EXPECT_EQ(last[2].opacity, 255);
  EXPECT_TRUE(scene::damage({kAll.size(), last}, {kAll.size(), incoming}).empty())
      << "then nothing is left to do";
}

TEST_F(CrossFade, WithoutAGroundEndsWithTheIncomingSlide) {
  EXPECT_EQ(fade({gold_}, {red_}, 255), (Layers{red_}));
}

TEST_F(CrossFade, LaysTheIncomingSlideOverTheOutgoingOneWhereTheyDiffer) {
  const Layers mixed = fade({background_, gold_, title_}, {background_, beside_, title_}, 100);
  ASSERT_EQ(mixed.size(), 5u);
  EXPECT_EQ((Layers{mixed.begin(), mixed.begin() + 3}), (Layers{background_, gold_, title_}));
  EXPECT_EQ(mixed[4].clip, (Rect{10, 10, 20, 10})) << "gold and what comes beside it";
  EXPECT_EQ(mixed[4].opacity, 100);
  EXPECT_TRUE(mixed[4].ops->opaque) << "with the background and the title in it";
}

TEST_F(CrossFade, WhatLiesApartFadesByItself) {
  const Layers mixed = fade({background_, gold_, title_}, {background_, red_, title_}, 100);
  ASSERT_EQ(mixed.size(), 7u) << "three layers, then both slides where gold was and where red comes";
  for (const std::size_t first : {3u, 5u}) {
    EXPECT_EQ(mixed[first].opacity, 255);
    EXPECT_EQ(mixed[first + 1].opacity, 100) << "right above what it takes the place of";
    EXPECT_EQ(mixed[first].clip, mixed[first + 1].clip);
  }
  EXPECT_EQ(unite(mixed[3].clip, mixed[5].clip), (Rect{10, 10, 30, 10}));
  EXPECT_EQ(mixed[3].clip.w + mixed[5].clip.w, 20) << "and nothing between them";
}

TEST_F(CrossFade, ShowsTheOutgoingSlideAsOneThatIsPaintedOnce) {
  const Layers outgoing{background_, gold_}, incoming{background_, beside_};
  const Layers early = fade(outgoing, incoming, 50), late = fade(outgoing, incoming, 200);
  ASSERT_EQ(early.size(), 4u);
  EXPECT_EQ(early[2].opacity, 255);
  EXPECT_TRUE(early[2].ops->opaque);
  EXPECT_EQ(early[2], late[2]);
}

TEST_F(CrossFade, TakesEqualContentForTheSame) {
  const scene::Layer twin = layer(kAll, kBlue);
  ASSERT_NE(twin.ops, background_.ops);
  EXPECT_EQ(fade({background_, gold_}, {twin, beside_}, 100).back().clip, (Rect{10, 10, 20, 10}));
}

TEST_F(CrossFade, OfTheSamePictureIsIt) {
  EXPECT_EQ(fade({background_, gold_}, {background_, gold_}, 100), (Layers{background_, gold_}));
}

TEST_F(CrossFade, WithoutAGroundFadesLayerByLayer) {
  const Layers mixed = fade({gold_, title_}, {red_, title_}, 100);
  ASSERT_EQ(mixed.size(), 3u);
  EXPECT_EQ(mixed[0].ops, gold_.ops);
  EXPECT_EQ(mixed[0].opacity, 155);
  EXPECT_EQ(mixed[1].ops, red_.ops);
  EXPECT_EQ(mixed[1].opacity, 100);
  EXPECT_EQ(mixed[2], title_);
}

TEST_F(CrossFade, MultipliesALayersOwnOpacity) {
  EXPECT_EQ(fade({title_}, {title_, layer({1, 1, 2, 2}, kRed, 100)}, 128).back().opacity, 50);
}

TEST_F(CrossFade, LeavesOutWhatCannotBeSeen) {
  EXPECT_EQ(fade({background_, gold_}, {background_, red_}, 0), (Layers{background_, gold_}));
}

TEST_F(CrossFade, OverAnotherBackgroundFadesAGroup) {
  const scene::Layer other = layer(kAll, kRed);
  const Layers mixed = fade({background_, gold_}, {other, title_}, 100);
  ASSERT_EQ(mixed.size(), 4u);
  EXPECT_EQ(mixed[0], background_);
  EXPECT_EQ(mixed[1], gold_);
  EXPECT_EQ(mixed[3].opacity, 100);
  EXPECT_EQ(mixed[3].clip, kAll);
  EXPECT_TRUE(mixed[3].ops->opaque);
  EXPECT_EQ(fade({background_, gold_}, {other, title_}, 0), (Layers{background_, gold_}));
}

TEST_F(CrossFade, FromOrToNothingFades) {
  EXPECT_EQ(fade({}, {gold_}, 100)[0].opacity, 100);
  EXPECT_EQ(fade({gold_}, {}, 100)[0].opacity, 155);
  EXPECT_TRUE(fade({}, {}, 100).empty());
}

TEST_F(CrossFade, ALayerThatMovedIsNotCommon) {
  scene::Layer moved = gold_;
  moved.offset = {0, 3};
  EXPECT_EQ(fade({background_, gold_}, {background_, moved}, 100).back().clip,
            unite(gold_.ops->bounds, gold_.ops->bounds.moved({0, 3})));
  EXPECT_FALSE(same_picture({background_, gold_}, {background_, moved}));
  EXPECT_TRUE(same_picture({background_, gold_}, {background_, gold_}));
}

class Push : public CrossFade {
 protected:
  Layers push(const Layers& out, const Layers& in, double progress) {
    return transition(kinds::Transition::push, {out, in, progress, kAll}, *caches_);
  }
};

TEST_F(Push, MovesBothByWholePxOverACommonBackground) {
  const Layers moved = push({background_, gold_, title_}, {background_, red_, title_}, 0.3);
  ASSERT_EQ(moved.size(), 4u);
  EXPECT_EQ(moved[0], background_);
  EXPECT_EQ(moved[1].ops, gold_.ops);
  EXPECT_EQ(moved[1].offset, (Point{-30, 0}));
  EXPECT_EQ(moved[1].clip, (Rect{0, 0, 70, 80}));
  EXPECT_EQ(moved[2].ops, red_.ops);
  EXPECT_EQ(moved[2].offset, (Point{70, 0}));
  EXPECT_EQ(moved[2].clip, (Rect{70, 0, 30, 80}));
  EXPECT_EQ(moved[3], title_);
}

TEST_F(Push, OfAnotherBackgroundLeavesNoGap) {
  const Layers moved = push({background_}, {layer(kAll, kRed)}, 0.3);
  ASSERT_EQ(moved.size(), 2u);
  EXPECT_EQ(unite(scene::visible_area(moved[0]), scene::visible_area(moved[1])), kAll);
  EXPECT_EQ(scene::visible_area(moved[0]).right(), scene::visible_area(moved[1]).x);
}

TEST_F(Push, BeginsWithTheOldAndEndsWithTheNew) {
  EXPECT_EQ(push({background_, gold_}, {background_, red_}, 0), (Layers{background_, gold_}));
  EXPECT_EQ(push({background_, gold_}, {background_, red_}, 1), (Layers{background_, red_}));
}

TEST_F(CrossFade, IsTheTransitionOfAFadeAndNothingThatOfACut) {
  const Layers out{background_, gold_}, in{background_, red_};
  EXPECT_EQ(transition(kinds::Transition::fade, {out, in, 0.5, kAll}, *caches_), fade(out, in, 128));
  EXPECT_EQ(transition(kinds::Transition::cut, {out, in, 0.5, kAll}, *caches_), in);
}

}  // namespace
}  // namespace xp::show
