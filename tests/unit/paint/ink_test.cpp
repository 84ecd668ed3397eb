// SPDX-License-Identifier: MIT
#include "paint/ink.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/paint/surface.h"
#include "unit/scene/random_scene.h"

namespace xp::paint {
namespace {

using namespace test;

TEST(Ink, IsNowhereAtFirst) { EXPECT_TRUE(Ink({40, 30}).rects().empty()); }

TEST(Ink, IsInBandsOfRows) {
  Ink ink({100, 90});
  ink.add({10, 3, 20, 5});
  ink.add({50, 40, 10, 30});
  EXPECT_EQ(ink.rects(), (std::vector<Rect>{{10, 0, 20, 16}, {50, 32, 10, 48}}));
  ink.add({40, 36, 2, 2});
  EXPECT_EQ(ink.rects(), (std::vector<Rect>{{10, 0, 20, 16}, {40, 32, 20, 16}, {50, 48, 10, 32}}));
}

TEST(Ink, EndsWithThePicture) {
  Ink ink({20, 20});
  ink.add({-5, 10, 99, 99});
  ink.add({30, 0, 5, 5});
  EXPECT_EQ(ink.rects(), (std::vector<Rect>{{0, 0, 20, 20}}));
}

TEST(Ink, OfAPixmapHoldsAllThatIsNotTransparent) {
  RandomScenes random(46, {72, 56});
  const auto one = painter();
  for (int round = 0; round < 100; ++round) {
    for (const scene::Layer& layer : random.scene().layers) {
      const PixmapPtr pixmap = one->raster(layer.ops);
      if (pixmap->ink.empty()) continue;
      for (int i = 0; i < static_cast<int>(pixmap->pixels.size()); ++i) {
        const Rect at{i % pixmap->size.w, i / pixmap->size.w, 1, 1};
        const auto holds = [&](const Rect& ink) { return ink.contains(at); };
        if (pixmap->pixels[static_cast<std::size_t>(i)] == 0) continue;
        ASSERT_TRUE(std::ranges::any_of(pixmap->ink, holds)) << "round " << round << ", px " << i;
      }
    }
  }
}

TEST(Ink, OfTwoLinesIsNotBetweenThem) {
  const auto two =
      scene::Builder().fill({0, 0, 50, 10}, {9, 9, 9, 255}).fill({20, 90, 50, 10}, {9, 9, 9, 255}).done();
  EXPECT_EQ(painter()->raster(two)->ink, (std::vector<Rect>{{0, 0, 50, 16}, {20, 80, 50, 20}}));
}

}  // namespace
}  // namespace xp::paint
