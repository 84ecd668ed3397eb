// SPDX-License-Identifier: MIT
#include "text/missing_box.h"

#include <gtest/gtest.h>

#include <string>

namespace xp::text {
namespace {

std::string picture(const GlyphImage& image) {
  std::string rows;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x)
      rows += image.pixels[static_cast<std::size_t>(y * image.stride + x)] ? '#' : '.';
    rows += '\n';
  }
  return rows;
}

TEST(MissingBox, ShowsTheHexDigits) {
  EXPECT_EQ(picture(draw_missing_box(0x4E1A, 17)),
            "###############\n"
            "#.............#\n"
            "#...#.#.###...#\n"
            "#...#.#.#.....#\n"
            "#...###.##....#\n"
            "#.....#.#.....#\n"
            "#.....#.###...#\n"
            "#.............#\n"
            "#....#...#....#\n"
            "#...##..#.#...#\n"
            "#....#..###...#\n"
            "#....#..#.#...#\n"
            "#...###.#.#...#\n"
            "#.............#\n"
            "###############\n");
}

TEST(MissingBox, HasLegibleDigitsOnAStripOf16Pixels) {
  EXPECT_EQ(picture(draw_missing_box(0x31350, 16)),
            "###############\n"
            "#.............#\n"
            "#.###..#..###.#\n"
            "#...#.##....#.#\n"
            "#.###..#..###.#\n"
            "#...#..#....#.#\n"
            "#.###.###.###.#\n"
            "#.............#\n"
            "#.###.###.....#\n"
            "#.#...#.#.....#\n"
            "#.###.#.#.....#\n"
            "#...#.#.#.....#\n"
            "#.###.###.....#\n"
            "#.............#\n"
            "###############\n");
}

TEST(MissingBox, IsHollowWhereDigitsWouldNotBeLegible) {
  const std::string small = picture(draw_missing_box(0x4E00, 8));
  EXPECT_EQ(small, "######\n#....#\n#....#\n#....#\n#....#\n######\n");
}

TEST(MissingBox, FitsTheEmBox) {
  for (const int size : {1, 2, 8, 16, 33, 100, 2048}) {
    const GlyphImage image = draw_missing_box(0x10FFFF, size);
    EXPECT_GE(image.left, 1) << size;
    EXPECT_LE(image.top, size) << size;
    EXPECT_EQ(image.pixels.size(), static_cast<std::size_t>(image.stride * image.height)) << size;
    if (size > 3) {
      EXPECT_LE(image.left + image.width, size) << size;
    }
  }
}

TEST(MissingBox, SixDigitsStandInTwoRowsOfThree) {
  EXPECT_NE(picture(draw_missing_box(0x10FFFF, 40)), picture(draw_missing_box(0x10FFFE, 40)));
  EXPECT_NE(picture(draw_missing_box(0x20000, 40)), picture(draw_missing_box(0x2000, 40)));
}

}  // namespace
}  // namespace xp::text
