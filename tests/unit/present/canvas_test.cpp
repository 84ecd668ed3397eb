// SPDX-License-Identifier: MIT
#include "present/canvas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "test_scene.h"

namespace xp::present {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

void paint_whole(Canvas& canvas, const scene::Scene& scene, Output& output) {
  const auto p = painter();
  canvas.paint(scene, *p, canvas.changed(scene, output.size), output.target());
}

/// The corners of the green field of flag({6, 4}) on an output, by rotation.
struct Turn {
  int rotation;
  Size output;
  Point first, second;  ///< where the field's pixels fall
};

void PrintTo(const Turn& turn, std::ostream* out) { *out << turn.rotation; }

class Rotation : public testing::TestWithParam<Turn> {};

}  // namespace

TEST_P(Rotation, TurnsThePictureClockwise) {
  const Turn& turn = GetParam();
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {}, turn.rotation));
  Output output(turn.output);
  paint_whole(canvas, flag({6, 4}), output);
  int green = 0;
  for (int y = 0; y < output.size.h; ++y) {
    for (int x = 0; x < output.size.w; ++x) green += output.at(x, y) == kGreen;
  }
  EXPECT_EQ(green, 2);
  EXPECT_EQ(output.at(turn.first.x, turn.first.y), kGreen);
  EXPECT_EQ(output.at(turn.second.x, turn.second.y), kGreen);
}

INSTANTIATE_TEST_SUITE_P(AllQuarters, Rotation,
                         testing::Values(Turn{0, {6, 4}, {0, 0}, {1, 0}}, Turn{90, {4, 6}, {3, 0}, {3, 1}},
                                         Turn{180, {6, 4}, {5, 3}, {4, 3}},
                                         Turn{270, {4, 6}, {0, 5}, {0, 4}}));

TEST_P(Rotation, APanelShowsTheColoursItHas) {
  const Turn& turn = GetParam();
  for (const auto& [panel, field] : {std::pair{Panel::red, kRed}, std::pair{Panel::red_green, kGreen}}) {
    Canvas canvas(panel);
    canvas.place(exact_placement({6, 4}, {}, turn.rotation));
    Output output(turn.output);
    scene::Scene scene = flag({6, 4});
    scene.layers[0] = at(filled({6, 4}, kBlueInk), {0, 0, 6, 4});
    paint_whole(canvas, scene, output);
    for (int y = 0; y < output.size.h; ++y) {
      for (int x = 0; x < output.size.w; ++x) {
        const bool lit = Point{x, y} == turn.first || Point{x, y} == turn.second;
        EXPECT_EQ(output.at(x, y), lit ? field : kBlack) << x << ',' << y;
      }
    }
  }
}

TEST_P(Rotation, DamageFallsWhereItsPixelsDo) {
  const Turn& turn = GetParam();
  const Rect field = to_output(exact_placement({6, 4}, {}, turn.rotation), {0, 0, 2, 1});
  EXPECT_EQ(field, unite({turn.first.x, turn.first.y, 1, 1}, {turn.second.x, turn.second.y, 1, 1}));
}

TEST_P(Rotation, PaintingByDamageIsPaintingAnew) {
  const Turn& turn = GetParam();
  const scene::Scene before = flag({6, 4});
  scene::Scene after = before;
  after.layers.push_back(at(filled({2, 2}, kBlueInk), {3, 1, 2, 2}));
  Canvas by_damage, anew;
  for (Canvas* canvas : {&by_damage, &anew}) canvas->place(exact_placement({6, 4}, {}, turn.rotation));
  Output one(turn.output), other(turn.output);
  paint_whole(by_damage, before, one);
  paint_whole(by_damage, after, one);
  paint_whole(anew, after, other);
  EXPECT_EQ(one.pixels, other.pixels);
}

scene::Scene many_colours(Size size) {
  scene::GradientOp gradient;
  gradient.rect = Rect::of({}, size);
  gradient.from = {Px::whole(3), Px::whole(2)};
  gradient.to = {Px::whole(size.w), Px::whole(size.h + 11)};
  gradient.stops = {{0, {255, 0, 20}}, {0.5, {0, 255, 90}}, {1, {10, 0, 255}}};
  return {size, {at(scene::Builder().gradient(gradient).done(), Rect::of({}, size))}};
}

TEST_P(Rotation, EveryPixelOfALargePictureIsTurned) {
  const Size size{75, 50};
  const scene::Scene scene = many_colours(size);
  Canvas upright, turned;
  const int rotation = GetParam().rotation;
  const Placement placement = exact_placement(size, {}, rotation);
  upright.place(exact_placement(size, {}, 0));
  turned.place(placement);
  Output plain(size), out(placement.picture.size());
  paint_whole(upright, scene, plain);
  paint_whole(turned, scene, out);
  for (int y = 0; y < size.h; ++y) {
    for (int x = 0; x < size.w; ++x) {
      const Rect shown = to_output(placement, {x, y, 1, 1});
      ASSERT_EQ(out.at(shown.x, shown.y), plain.at(x, y)) << x << ',' << y;
    }
  }
}

/// An output that shows a part of a picture, from its middle on.
TEST(CanvasRegion, WhatIsLeftOfTheOutputIsLeftOut) {
  const scene::Scene scene = many_colours({75, 50});
  Canvas whole, part;
  whole.place(exact_placement(scene.size, {}, 0));
  part.place(exact_placement(scene.size, {-20, -10}, 0));
  Output all(scene.size), some({55, 40});
  paint_whole(whole, scene, all);
  paint_whole(part, scene, some);
  for (int y = 0; y < 40; ++y)
    for (int x = 0; x < 55; ++x) ASSERT_EQ(some.at(x, y), all.at(x + 20, y + 10)) << x << ',' << y;
}

TEST_P(Rotation, EveryPixelIsDimmedOnce) {
  const Turn& turn = GetParam();
  const scene::Scene before = flag({6, 4});
  scene::Scene more = before;
  more.layers.push_back(at(filled({2, 2}, kBlueInk), {3, 1, 2, 2}));
  Canvas by_damage, anew;
  for (Canvas* canvas : {&by_damage, &anew}) canvas->place(exact_placement({6, 4}, {}, turn.rotation));
  Output one(turn.output), other(turn.output);
  paint_whole(by_damage, before, one);
  for (Canvas* canvas : {&by_damage, &anew}) canvas->set_white(100);
  paint_whole(by_damage, before, one);
  paint_whole(by_damage, more, one);
  paint_whole(anew, more, other);
  EXPECT_EQ(one.pixels, other.pixels);
  EXPECT_EQ(one.at(turn.first.x, turn.first.y), 0xFF006400);
}

TEST(Canvas, PaintsFromTheRegionOnAndBlackAround) {
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {2, 3}, 0));
  Output output({10, 9});
  paint_whole(canvas, flag({6, 4}), output);
  EXPECT_EQ(output.at(0, 0), kBlack);
  EXPECT_EQ(output.at(1, 3), kBlack);
  EXPECT_EQ(output.at(2, 3), kGreen);
  EXPECT_EQ(output.at(7, 6), kRed);
  EXPECT_EQ(output.at(8, 6), kBlack);
  EXPECT_EQ(output.at(9, 8), kBlack);
}

TEST(Canvas, APictureLargerThanTheOutputIsCut) {
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {}, 0));
  Output output({3, 2});
  paint_whole(canvas, flag({6, 4}), output);
  EXPECT_EQ(output.at(0, 0), kGreen);
  EXPECT_EQ(output.at(2, 1), kRed);
}

TEST(Canvas, NeverWritesBesideARow) {
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {}, 0));
  Output output({6, 4});
  paint_whole(canvas, flag({6, 4}), output);
  for (int y = 0; y < 4; ++y) {
    for (int x = 6; x < output.stride; ++x) {
      EXPECT_EQ(output.pixels[std::size_t(y * output.stride + x)], Output::kUnpainted);
    }
  }
}

TEST(Canvas, TheFirstPaintingIsOfTheWholeOutput) {
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {1, 1}, 0));
  EXPECT_THAT(canvas.changed(flag({6, 4}), {9, 9}), ElementsAre(Rect{0, 0, 9, 9}));
}

TEST(Canvas, AnEqualSceneChangesNothing) {
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {}, 0));
  Output output({6, 4});
  const scene::Scene scene = flag({6, 4});
  paint_whole(canvas, scene, output);
  EXPECT_THAT(canvas.changed(scene, output.size), IsEmpty());
}

TEST(Canvas, LostPixelsArePaintedAgain) {
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {}, 0));
  Output output({6, 4});
  const scene::Scene scene = flag({6, 4});
  paint_whole(canvas, scene, output);
  canvas.invalidate();
  Output fresh({6, 4});
  paint_whole(canvas, scene, fresh);
  EXPECT_EQ(fresh.at(0, 0), kGreen);
  EXPECT_EQ(fresh.at(5, 3), kRed);
}

TEST(Canvas, ChangesOutsideTheOutputAreNone) {
  Canvas canvas;
  canvas.place(exact_placement({6, 4}, {}, 0));
  Output output({3, 2});
  scene::Scene scene = flag({6, 4});
  paint_whole(canvas, scene, output);
  scene.layers.push_back(at(filled({1, 1}, kBlueInk), {5, 3, 1, 1}));
  EXPECT_THAT(canvas.changed(scene, output.size), IsEmpty());
}

TEST(Canvas, APlaceOfItsOwnKeepsProportionsInTheMiddle) {
  EXPECT_EQ(fitted_placement({1920, 1080}, 0, {960, 540}).picture, (Rect{0, 0, 960, 540}));
  EXPECT_EQ(fitted_placement({1920, 1080}, 0, {1000, 540}).picture, (Rect{20, 0, 960, 540}));
  EXPECT_EQ(fitted_placement({1920, 1080}, 0, {960, 600}).picture, (Rect{0, 30, 960, 540}));
  EXPECT_EQ(fitted_placement({1080, 1920}, 90, {960, 540}).picture, (Rect{0, 0, 960, 540}));
  EXPECT_EQ(fitted_placement({256, 32}, 0, {1024, 768}).picture, (Rect{0, 320, 1024, 128}));
}

TEST(Canvas, ASmallerPictureShowsTheMeanOfItsPixels) {
  const Size size{4, 2};
  scene::Scene scene{size, {at(filled(size, kBlueInk), Rect::of({}, size))}};
  scene.layers.push_back(at(filled({1, 2}, kRedInk), {0, 0, 1, 2}));
  Canvas canvas;
  canvas.place(fitted_placement(size, 0, {2, 1}));
  Output output({2, 1});
  paint_whole(canvas, scene, output);
  EXPECT_EQ(output.at(0, 0), 0xFF800080);
  EXPECT_EQ(output.at(1, 0), kBlue);
}

TEST(Canvas, ALargerPictureRepeatsItsPixels) {
  Canvas canvas;
  canvas.place(fitted_placement({6, 4}, 0, {12, 8}));
  Output output({12, 8});
  paint_whole(canvas, flag({6, 4}), output);
  EXPECT_EQ(output.at(3, 1), kGreen);
  EXPECT_EQ(output.at(4, 1), kRed);
  EXPECT_EQ(output.at(3, 2), kRed);
}

TEST(Canvas, ScaledDamageCoversEveryChangedPixel) {
  const Size size{50, 30}, out{17, 11};
  const scene::Scene before{size, {at(filled(size, kRedInk), Rect::of({}, size))}};
  for (int x = 0; x < 48; x += 7) {
    scene::Scene after = before;
    after.layers.push_back(at(filled({2, 3}, kBlueInk), {x, x / 2, 2, 3}));
    Canvas by_damage, anew;
    for (Canvas* canvas : {&by_damage, &anew}) canvas->place(fitted_placement(size, 0, out));
    Output one(out), other(out);
    paint_whole(by_damage, before, one);
    paint_whole(by_damage, after, one);
    paint_whole(anew, after, other);
    EXPECT_EQ(one.pixels, other.pixels) << "field at " << x;
  }
}

TEST(RectList, RectanglesThatMeetBecomeOne) {
  std::vector<Rect> list;
  add_rect(list, {0, 0, 4, 4});
  add_rect(list, {10, 0, 4, 4});
  add_rect(list, {});
  EXPECT_THAT(list, ElementsAre(Rect{0, 0, 4, 4}, Rect{10, 0, 4, 4}));
  add_rect(list, {3, 0, 8, 2});
  EXPECT_THAT(list, ElementsAre(Rect{0, 0, 14, 4}));
}

TEST(RectList, TouchingEdgesDoNotMeet) {
  std::vector<Rect> list;
  add_rect(list, {0, 0, 4, 4});
  add_rect(list, {4, 0, 4, 4});
  EXPECT_EQ(list.size(), 2u);
}

}  // namespace xp::present
