// SPDX-License-Identifier: MIT
#include "present/overlay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_scene.h"

namespace xp::present {

using testing::IsEmpty;
using testing::SizeIs;

namespace {

constexpr Size kSize{640, 360};

std::vector<Rect> damage_of(Overlay& overlay, std::vector<Rect> rects = {}) {
  overlay.add_damage(rects, kSize);
  return rects;
}

}  // namespace

TEST(Overlay, NothingToSayDamagesNothing) {
  Overlay overlay;
  EXPECT_THAT(damage_of(overlay), IsEmpty());
  overlay.set({});
  EXPECT_THAT(damage_of(overlay), IsEmpty());
}

TEST(Overlay, NewLinesArePaintedOnce) {
  Overlay overlay;
  overlay.set({"main: loans"});
  EXPECT_THAT(damage_of(overlay), SizeIs(1));
  EXPECT_THAT(damage_of(overlay), IsEmpty());
  overlay.set({"main: loans"});
  EXPECT_THAT(damage_of(overlay), IsEmpty());
}

TEST(Overlay, ShorterLinesGiveBackTheirPlace) {
  Overlay overlay;
  overlay.set({"a long line of text", "second"});
  const Rect large = damage_of(overlay).at(0);
  overlay.set({"a"});
  EXPECT_EQ(damage_of(overlay).at(0), large);
  overlay.set({});
  const Rect small = damage_of(overlay).at(0);
  EXPECT_LT(small.w, large.w);
  EXPECT_THAT(damage_of(overlay), IsEmpty());
}

TEST(Overlay, IsPaintedWholeWhenThePictureUnderItIs) {
  Overlay overlay;
  overlay.set({"line"});
  const Rect area = damage_of(overlay).at(0);
  const std::vector<Rect> rects = damage_of(overlay, {{area.x + 2, area.y + 2, 1, 1}});
  ASSERT_THAT(rects, SizeIs(1));
  EXPECT_TRUE(rects[0].contains(area));
  EXPECT_EQ(damage_of(overlay, {{600, 300, 5, 5}}), (std::vector<Rect>{{600, 300, 5, 5}}));
}

TEST(Overlay, DarkensThePictureAndWritesOnIt) {
  Overlay overlay;
  overlay.set({"█"});
  test::Output output(kSize);
  std::fill(output.pixels.begin(), output.pixels.end(), test::kRed);
  const std::vector<Rect> rects = damage_of(overlay);
  overlay.draw(rects, output.target());
  const Rect area = rects.at(0);
  EXPECT_EQ(output.at(area.x, area.y), 0xFF3F0000);
  EXPECT_EQ(output.at(area.x - 1, area.y), test::kRed);
  bool light = false;
  for (int x = area.x; x < area.right(); ++x)
    light = light || (output.at(x, area.y + area.h / 2) & 0xFF) > 0x80;
  EXPECT_TRUE(light);
}

TEST(Overlay, IsNotBlendedTwiceOverTheSamePicture) {
  Overlay overlay;
  overlay.set({"x"});
  test::Output output(kSize);
  const std::vector<Rect> rects = damage_of(overlay);
  overlay.draw(rects, output.target());
  const auto once = output.pixels;
  overlay.draw({{600, 300, 5, 5}}, output.target());
  EXPECT_EQ(output.pixels, once);
}

}  // namespace xp::present
