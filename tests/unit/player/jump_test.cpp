// SPDX-License-Identifier: MIT
#include "player/jump.h"

#include <gtest/gtest.h>

#include "fake_show.h"
#include "player/engines.h"
#include "show/frame.h"

namespace xp::player {

using namespace test;

namespace {

constexpr Duration kFade = milliseconds(500);

struct Stage {
  explicit Stage(const show::ShowPtr& before) { EXPECT_TRUE(engines.use(before->catalog)); }
  show::Frame at(const show::ShowPtr& show, Instant t) { return show::frame_at(*show, t, engines.caches()); }
  Engines engines;
  Jump jump;
};

SlideSpec passing(const std::string& id) {
  return {.id = id, .duration = seconds(3600), .patterned = true, .passing = true};
}

}  // namespace

TEST(Jump, FadesFromOnePictureToTheOther) {
  const auto before = fake_show({{.id = "a"}}, kStart, kFade),
             fresh = fake_show({{.id = "b"}}, kStart, kFade);
  Stage stage(before);
  stage.jump.begin(nullptr, stage.at(before, kStart).scene.layers, *fresh, Duration{});
  show::Frame half = stage.at(fresh, kStart);
  stage.jump.blend(half.scene, {kStart, kFade / 2}, stage.engines.caches());
  ASSERT_EQ(half.scene.layers.size(), 2u);
  EXPECT_EQ(half.scene.layers[1].opacity, 127);
  EXPECT_TRUE(stage.jump.active());
  show::Frame end = stage.at(fresh, kStart);
  stage.jump.blend(end.scene, {kStart, kFade}, stage.engines.caches());
  EXPECT_EQ(end.scene.layers.size(), 1u);
  EXPECT_FALSE(stage.jump.active());
}

TEST(Jump, WhatBothShowsHaveAlikeGoesOnWithoutAFade) {
  const auto before = fake_show({passing("a")}, kStart, kFade);
  const auto fresh = fake_show({passing("a"), passing("b")}, kStart, kFade);
  Stage stage(before);
  const auto shown = stage.at(before, kStart).scene.layers;
  stage.jump.begin(before, shown, *fresh, Duration{});
  show::Frame later = stage.at(fresh, kStart + kPiece);
  ASSERT_NE(later.scene.layers, shown) << "it has gone on";
  const auto plain = later.scene.layers;
  stage.jump.blend(later.scene, {kStart + kPiece, milliseconds(20)}, stage.engines.caches());
  EXPECT_EQ(later.scene.layers, plain);
  EXPECT_FALSE(stage.jump.active());
}

TEST(Jump, LaysNothingOutForTheShowThatGoes) {
  const auto before = fake_show({{.id = "a", .duration = seconds(5)}, {.id = "c"}}, kStart, kFade);
  const auto fresh = fake_show({{.id = "b", .duration = seconds(60)}}, kStart, kFade);
  Stage stage(before);
  const Instant last = kStart + seconds(4), next = kStart + seconds(6);
  stage.jump.begin(before, stage.at(before, last).scene.layers, *fresh, Duration{});
  show::Frame frame = stage.at(fresh, next);
  const int layouts_before = layouts;
  stage.jump.blend(frame.scene, {next, kFade / 2}, stage.engines.caches());
  EXPECT_EQ(layouts, layouts_before);
  EXPECT_EQ(frame.scene.layers.size(), 2u) << "fades from what was shown last";
}

}  // namespace xp::player
