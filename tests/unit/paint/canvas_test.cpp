// SPDX-License-Identifier: MIT
#include "paint/canvas.h"

#include <gtest/gtest.h>

#include "paint/pixel.h"
#include "unit/paint/surface.h"

namespace xp::paint {
namespace {

using namespace test;

TEST(Pixel, ScalesToTheNearest) {
  for (std::uint32_t a = 0; a < 256; ++a) {
    for (std::uint32_t b = 0; b < 256; ++b) ASSERT_EQ(scaled(a, b), (2 * a * b + 255) / 510);
  }
}

TEST(Pixel, PremultipliesEachChannel) {
  EXPECT_EQ(premultiplied({255, 100, 0, 255}), 0xffff6400U);
  EXPECT_EQ(premultiplied({255, 100, 0, 128}), 0x80803200U);
  EXPECT_EQ(premultiplied({255, 100, 9, 0}), 0U);
}

TEST(Pixel, FadesEachChannel) {
  EXPECT_EQ(faded(0xffff6400, 255), 0xffff6400U);
  EXPECT_EQ(faded(0xffff6400, 51), 0x33331400U);
}

TEST(Canvas, FillBlendsOver) {
  Surface surface({3, 1}, 0xff0000ff);
  Canvas(surface.target()).fill({1, 0, 1, 1}, {255, 0, 0, 51}, 255);
  EXPECT_EQ(surface.pixels, (Pixels{0xff0000ff, 0xff3300cc, 0xff0000ff}));
}

TEST(Canvas, FillOutsideIsNothing) {
  Surface surface({3, 3}, 7);
  Canvas canvas(surface.target());
  canvas.fill({-5, -5, 4, 4}, {1, 2, 3, 255}, 255);
  canvas.fill({3, 0, 4, 4}, {1, 2, 3, 100}, 255);
  EXPECT_EQ(surface.pixels, Surface({3, 3}, 7).pixels);
}

TEST(Canvas, StampTakesCoverageInRowsOfAnyStride) {
  const std::vector<std::uint8_t> coverage{0, 255, 255, 0, 51, 0};  // three wide, no padding
  Surface surface({5, 4}, 0xff000000);
  Canvas(surface.target())
      .stamp({Stencil::Format::a8, {3, 2}, 3, coverage.data()}, {1, 1}, {128, 128, 128, 255});
  EXPECT_EQ(surface.at(1, 1), 0xff000000);
  EXPECT_EQ(surface.at(2, 1), 0xff808080);
  EXPECT_EQ(surface.at(3, 1), 0xff808080);
  EXPECT_EQ(surface.at(2, 2), 0xff1a1a1a);
  EXPECT_EQ(surface.at(3, 2), 0xff000000);
}

TEST(Canvas, StampAtTheEdgeIsCut) {
  const std::vector<std::uint8_t> coverage(16, 255);
  Surface surface({3, 3}, 0xff000000);
  Canvas(surface.target())
      .stamp({Stencil::Format::a8, {4, 4}, 4, coverage.data()}, {-3, -3}, {255, 255, 255, 255});
  EXPECT_EQ(surface.at(0, 0), 0xffffffff);
  EXPECT_EQ(surface.at(1, 0), 0xff000000);
  EXPECT_EQ(surface.at(0, 1), 0xff000000);
}

/// Taller than what is made ready at a time, with its head and its foot beyond the canvas.
TEST(Canvas, ALargeStampIsWhole) {
  const Size size{400, 500};
  std::vector<std::uint8_t> coverage(static_cast<std::size_t>(size.w * size.h));
  for (std::size_t i = 0; i < coverage.size(); ++i) coverage[i] = static_cast<std::uint8_t>(i * 7 % 251);
  constexpr Color kWhite{255, 255, 255, 255};
  test::Surface whole({size.w, 460}, 0), by_rows({size.w, 460}, 0);
  Canvas(whole.target()).stamp({Stencil::Format::a8, size, size.w, coverage.data()}, {0, -20}, kWhite);
  Canvas rows(by_rows.target());
  for (int y = 0; y < size.h; ++y) {
    const std::uint8_t* row = coverage.data() + std::ptrdiff_t{y} * size.w;
    rows.stamp({Stencil::Format::a8, {size.w, 1}, size.w, row}, {0, y - 20}, kWhite);
  }
  EXPECT_TRUE(whole.pixels == by_rows.pixels);
  EXPECT_NE(whole.at(1, 459), 0u);
}

TEST(Canvas, ColouredGlyphsKeepTheirColourAndTakeTheInksAlpha) {
  const std::vector<std::uint32_t> glyph{0xff00ff00};
  const Stencil stencil{
      Stencil::Format::argb32, {1, 1}, 4, reinterpret_cast<const std::uint8_t*>(glyph.data())};
  Surface surface({2, 1}, 0xff000000);
  Canvas canvas(surface.target());
  canvas.stamp(stencil, {0, 0}, {9, 9, 9, 255});
  canvas.stamp(stencil, {1, 0}, {9, 9, 9, 51});
  EXPECT_EQ(surface.pixels, (Pixels{0xff00ff00, 0xff003300}));
}

TEST(Canvas, DrawsTheClippedPartFromItsOwnPlace) {
  const Pixmap pixmap{{2, 2}, {1, 2, 3, 4}, {}};
  for (const auto kind : {Canvas::Kind::opaque, Canvas::Kind::blended}) {
    Surface surface({3, 3}, 0);
    Canvas(surface.target()).draw({view_of(pixmap), {1, 1}}, kind, {2, 2, 9, 9}, 255);
    EXPECT_EQ(surface.at(2, 2) & 255, 4U);
    EXPECT_EQ(surface.at(1, 1), 0U);
  }
}

}  // namespace
}  // namespace xp::paint
