// SPDX-License-Identifier: MIT
#include "paint/gradient.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "unit/paint/surface.h"

namespace xp::paint {
namespace {

using namespace test;
using scene::GradientOp;
using Shape = GradientOp::Shape;

constexpr Color kDark{7, 27, 63, 255}, kDeep{12, 45, 99, 255}, kBright{23, 73, 143, 255};

PointF at(int x, int y) { return {Px::whole(x), Px::whole(y)}; }

Pixmap painted(const GradientOp& op) {
  Gradient gradient(op);
  Pixmap pixmap{op.rect.size(), pixels_for(op.rect.size()), {}};
  for (int y = 0; y < op.rect.h; ++y) {
    gradient.paint_row(op.rect.x, op.rect.y + y, op.rect.w,
                       pixmap.pixels.data() + std::ptrdiff_t{y} * op.rect.w);
  }
  return pixmap;
}

/// Mean of a channel over the 8×8 block at (x, y).
double block_mean(const Pixmap& p, int x, int y, unsigned shift) {
  int sum = 0;
  for (int i = 0; i < 64; ++i) {
    sum += channel(p.pixels[static_cast<std::size_t>((y + i / 8) * p.size.w + x + i % 8)], shift);
  }
  return sum / 64.0;
}

TEST(Gradient, BlockMeansFollowTheExactLine) {
  const Pixmap p =
      painted({{0, 0, 1024, 8}, Shape::linear, at(0, 0), at(1024, 0), {{0, kDark}, {1, kBright}}});
  for (int x = 0; x < 1024; x += 8) {
    const double t = (x + 4) / 1024.0;
    EXPECT_NEAR(block_mean(p, x, 0, 16), 7 + (23 - 7) * t, 0.1);
    EXPECT_NEAR(block_mean(p, x, 0, 0), 63 + (143 - 63) * t, 0.15);
  }
}

TEST(Gradient, NoBands) {
  // 16 levels over 1024 px would be steps of 64 px: dithered, neighbouring blocks differ by far less than a
  // level.
  const Pixmap p =
      painted({{0, 0, 1024, 8}, Shape::linear, at(0, 0), at(1024, 0), {{0, kDark}, {1, kBright}}});
  for (int x = 8; x < 1024; x += 8) {
    EXPECT_LT(std::abs(block_mean(p, x, 0, 16) - block_mean(p, x - 8, 0, 16)), 0.25);
  }
}

TEST(Gradient, RadialMeansFollowTheDistance) {
  const Pixmap p = painted(
      {{0, 0, 512, 256}, Shape::radial, at(512, 0), at(0, 0), {{0, kBright}, {0.5, kDeep}, {1, kDark}}});
  for (int y = 0; y < 256; y += 40) {
    for (int x = 0; x < 512; x += 56) {
      const double t = std::hypot(512 - (x + 4), y + 4) / 512;
      const double blue = t < 0.5 ? 143 + (99 - 143) * t * 2 : 99 + (63 - 99) * std::min(t * 2 - 1, 1.0);
      EXPECT_NEAR(block_mean(p, x, y, 0), blue, 0.5) << x << ',' << y;
    }
  }
}

TEST(Gradient, EndsArePureAndStayBeyondTheStops) {
  const Pixmap p = painted({{-8, 0, 40, 1}, Shape::linear, at(0, 0), at(16, 0), {{0, kDark}, {1, kBright}}});
  for (int x = 0; x < 8; ++x) EXPECT_EQ(p.pixels[static_cast<std::size_t>(x)], 0xff071b3fU);
  for (int x = 24; x < 40; ++x) EXPECT_EQ(p.pixels[static_cast<std::size_t>(x)], 0xff17498fU);
}

TEST(Gradient, OfOneColourIsThatColour) {
  for (const std::uint32_t pixel :
       painted({{0, 0, 16, 16}, Shape::radial, at(8, 8), at(0, 0), {{0, kDeep}, {1, kDeep}}}).pixels) {
    ASSERT_EQ(pixel, 0xff0c2d63U);
  }
}

TEST(Gradient, TwoStopsAtOnePlaceAreAnEdge) {
  const Pixmap p = painted({{0, 0, 100, 1},
                            Shape::linear,
                            at(0, 0),
                            at(100, 0),
                            {{0, kDark}, {0.5, kDark}, {0.5, kBright}, {1, kBright}}});
  EXPECT_EQ(p.pixels[48], 0xff071b3fU);
  EXPECT_EQ(p.pixels[51], 0xff17498fU);
}

TEST(Gradient, WithoutAnExtentIsItsLastColour) {
  const Pixmap p = painted({{0, 0, 4, 4}, Shape::radial, at(50, 50), at(50, 50), {{0, kDark}, {1, kBright}}});
  EXPECT_EQ(p.pixels[0], 0xff17498fU);
}

TEST(Gradient, TransparentEndsStayPremultiplied) {
  const Pixmap p = painted({{0, 0, 256, 8},
                            Shape::linear,
                            at(0, 0),
                            at(256, 0),
                            {{0, {255, 255, 255, 255}}, {1, {255, 255, 255, 0}}}});
  for (const std::uint32_t pixel : p.pixels) {
    for (const unsigned shift : {16U, 8U, 0U}) ASSERT_LE(channel(pixel, shift), channel(pixel, 24));
  }
}

TEST(Gradient, PartsAreTheSameAsTheWhole) {
  const GradientOp op{{0, 0, 100, 20}, Shape::radial, at(30, 5), at(90, 9), {{0, kBright}, {1, kDark}}};
  const Pixmap whole = painted(op);
  GradientOp part = op;
  part.rect = {37, 11, 20, 5};
  const Pixmap cut = painted(part);
  for (int y = 0; y < 5; ++y) {
    for (int x = 0; x < 20; ++x) {
      ASSERT_EQ(cut.pixels[static_cast<std::size_t>(y * 20 + x)],
                whole.pixels[static_cast<std::size_t>((y + 11) * 100 + x + 37)]);
    }
  }
}

}  // namespace
}  // namespace xp::paint
