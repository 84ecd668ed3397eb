// SPDX-License-Identifier: MIT
#include "media/scaler.h"

#include <gtest/gtest.h>

namespace xp::media {
namespace {

unsigned channel(std::uint32_t pixel, unsigned shift) { return pixel >> shift & 255U; }

Picture picture_of(Size size, std::vector<std::uint32_t> pixels) {
  return {size, true, {}, std::move(pixels)};
}

Picture checkers(Size size) {
  std::vector<std::uint32_t> pixels;
  for (int y = 0; y < size.h; ++y) {
    for (int x = 0; x < size.w; ++x) pixels.push_back((x + y) % 2 ? 0xffffffff : 0xff000000);
  }
  return picture_of(size, std::move(pixels));
}

TEST(Scaled, AtItsOwnSizeIsACopy) {
  const auto original = checkers({5, 4});
  EXPECT_EQ(scaled(original, {5, 4})->pixels, original.pixels);
}

TEST(Scaled, HalfSizeIsTheMeanOfFour) {
  const auto half = scaled(picture_of({2, 2}, {0xff000000, 0xff101010, 0xff202020, 0xff303030}), {1, 1});
  EXPECT_EQ(half->pixels, (std::vector<std::uint32_t>{0xff181818}));
}

TEST(Scaled, CountsPartsOfPxByTheirArea) {
  // 3 → 2: the middle px goes to both halves.
  const auto two = scaled(picture_of({3, 1}, {0xff000000, 0xff5a5a5a, 0xffffffff}), {2, 1});
  EXPECT_EQ(channel(two->pixels[0], 0), 30U);
  EXPECT_EQ(channel(two->pixels[1], 0), 200U);
}

TEST(Scaled, FineDetailBecomesGreyNotMoire) {
  const auto grey = scaled(checkers({128, 96}), {37, 29});
  for (const std::uint32_t pixel : grey->pixels) {
    ASSERT_NEAR(channel(pixel, 8), 127.5, 12);
    ASSERT_EQ(pixel >> 24, 255U);
  }
}

TEST(Scaled, LargerIsSmooth) {
  const auto large = scaled(picture_of({2, 1}, {0xff000000, 0xffc8c8c8}), {8, 1});
  int last = -1;
  for (const std::uint32_t pixel : large->pixels) {
    EXPECT_GE(static_cast<int>(channel(pixel, 0)), last);
    last = static_cast<int>(channel(pixel, 0));
  }
  EXPECT_EQ(channel(large->pixels.front(), 0), 0U);
  EXPECT_EQ(channel(large->pixels.back(), 0), 200U);
  EXPECT_EQ(channel(large->pixels[3], 0), 75U);  // 3.5 · 2/8 − 0.5 = 3/8 of the way
}

TEST(Scaled, FlatStaysFlatAndPremultiplied) {
  const Picture flat{{13, 7}, false, {}, std::vector<std::uint32_t>(91, 0x80402010)};
  for (const Size size : {Size{5, 5}, Size{29, 3}, Size{40, 40}, Size{1, 1}}) {
    const auto resized = scaled(flat, size);
    for (const std::uint32_t pixel : resized->pixels) ASSERT_EQ(pixel, 0x80402010U);
  }
}

TEST(Scaled, KeepsWhatIsKnownOfIt) {
  const Picture original{{2, 2}, true, hash_bytes("a"), std::vector<std::uint32_t>(4, 0xff102030)};
  EXPECT_TRUE(scaled(original, {5, 5})->opaque);
  EXPECT_EQ(scaled(original, {5, 5})->hash, scaled(original, {5, 5})->hash);
  EXPECT_NE(scaled(original, {5, 5})->hash, scaled(original, {5, 4})->hash);
}

TEST(Scaled, OnePxFillsAnySize) {
  EXPECT_EQ(scaled(picture_of({1, 1}, {0xff123456}), {3, 2})->pixels,
            std::vector<std::uint32_t>(6, 0xff123456));
}

}  // namespace
}  // namespace xp::media
