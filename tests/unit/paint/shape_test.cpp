// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <numbers>

#include "paint/outline_mask.h"
#include "scene/path.h"
#include "support/golden.h"
#include "unit/paint/surface.h"

namespace xp::paint {
namespace {

using namespace test;
using scene::Builder;

constexpr Color kWhite{255, 255, 255, 255};
constexpr Color kGrey{128, 128, 128, 255};  // its coverage is blended as it is

PointF at(double x, double y) { return {Px::from(x), Px::from(y)}; }

/// Px of ink, from coverage.
double ink(const Pixmap& pixmap) {
  double sum = 0;
  for (const std::uint32_t pixel : pixmap.pixels) sum += (pixel >> 24) / 255.0;
  return sum;
}

double ink(const scene::OpsPtr& ops) { return ink(*painter()->raster(ops)); }

TEST(Shape, DiscHasItsArea) {
  EXPECT_NEAR(ink(Builder().disc(at(30.3, 30.7), Px::whole(25), kGrey).done()), 625 * std::numbers::pi, 2);
}

TEST(Shape, RingHasItsArea) {
  const double whole = (625 - 225) * std::numbers::pi;
  EXPECT_NEAR(ink(Builder().ring(at(30, 30), Px::whole(25), Px::whole(15), 0, 1, kGrey).done()), whole, 2);
  EXPECT_NEAR(ink(Builder().ring(at(30, 30), Px::whole(25), Px::whole(15), 0.1, 0.35, kGrey).done()),
              whole / 4, 2);
}

TEST(Shape, SectorsOfARingAddUpToIt) {
  const auto sector = [](double from, double to) {
    return ink(Builder().ring(at(30, 30), Px::whole(25), Px::whole(15), from, to, kGrey).done());
  };
  EXPECT_NEAR(sector(0, 0.42) + sector(0.42, 0.7) + sector(0.7, 1), sector(0, 1), 2);
}

TEST(Shape, RoundedRectangleLosesItsCorners) {
  EXPECT_NEAR(ink(Builder().rounded(RectF::of({2, 2, 60, 40}), Px::whole(10), kGrey).done()),
              60 * 40 - (4 - std::numbers::pi) * 100, 2);
}

TEST(Shape, HalfPxEdgesAreHalfCovered) {
  const auto pixmap = painter()->raster(
      Builder().rounded({Px::from(1.5), Px::whole(1), Px::whole(4), Px::whole(3)}, Px{}, kGrey).done());
  EXPECT_EQ(pixmap->size, (Size{5, 3}));
  EXPECT_NEAR(static_cast<double>(pixmap->pixels[0] >> 24), 127.5, 1);
  EXPECT_EQ(pixmap->pixels[1], 0xff808080U);
}

TEST(Shape, TranslucentColourIsPremultiplied) {
  const auto pixmap = painter()->raster(Builder().disc(at(10, 10), Px::whole(8), {255, 100, 0, 128}).done());
  EXPECT_EQ(pixmap->pixels[8 * 16 + 8], 0x80803200U);
}

TEST(Shape, PicturesOfShapes) {
  const auto one = painter();
  std::string art = ascii_art(*one->raster(Builder().disc(at(8, 8), Px::whole(8), kWhite).done()));
  art += "----\n" +
         ascii_art(*one->raster(Builder().rounded(RectF::of({0, 0, 20, 10}), Px::whole(4), kWhite).done()));
  art +=
      "----\n" +
      ascii_art(*one->raster(Builder().ring(at(12, 12), Px::whole(12), Px::whole(7), 0, 0.7, kWhite).done()));
  expect_golden("pixels/shapes.txt", art);
}

TEST(OutlineMask, InsideAClipIsThePartOfTheWhole) {
  auto raster = OutlineRaster::create();
  ASSERT_TRUE(raster);
  const auto path = scene::disc_path(at(20, 20), Px::whole(15));
  const Mask whole = (*raster)->mask(path, {0, 0, 40, 40}), part = (*raster)->mask(path, {9, 12, 10, 20});
  EXPECT_EQ(whole.area, (Rect{5, 5, 30, 30}));
  EXPECT_EQ(part.area, (Rect{9, 12, 10, 20}));
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 10; ++x) {
      ASSERT_EQ(part.coverage[static_cast<std::size_t>(y * part.stride + x)],
                whole.coverage[static_cast<std::size_t>((y + 7) * whole.stride + x + 4)]);
    }
  }
}

TEST(OutlineMask, NothingOutsideTheClip) {
  auto raster = OutlineRaster::create();
  ASSERT_TRUE(raster);
  EXPECT_TRUE((*raster)->mask(scene::disc_path(at(20, 20), Px::whole(5)), {100, 100, 10, 10}).area.empty());
}

}  // namespace
}  // namespace xp::paint
