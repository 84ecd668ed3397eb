// SPDX-License-Identifier: MIT
#include "text/resample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xp::text {
namespace {

using testing::Each;

ColorPixels grey(int width, int height, const std::vector<std::uint8_t>& values) {
  ColorPixels pixels{width, height, {}};
  for (const std::uint8_t value : values) pixels.bytes.insert(pixels.bytes.end(), 4, value);
  return pixels;
}

std::vector<int> first_channel(const ColorPixels& pixels) {
  std::vector<int> values;
  for (std::size_t i = 0; i < pixels.bytes.size(); i += 4) values.push_back(pixels.bytes[i]);
  return values;
}

TEST(Resample, ASmallerPixelIsTheMeanOfItsArea) {
  EXPECT_EQ(first_channel(resample(grey(4, 2, {0, 100, 200, 200, 100, 200, 0, 0}), 2, 1)),
            (std::vector<int>{100, 100}));
}

TEST(Resample, PixelsCutByTheGridCountInPart) {
  EXPECT_EQ(first_channel(resample(grey(3, 1, {90, 30, 0}), 2, 1)), (std::vector<int>{70, 10}));
}

TEST(Resample, TheSameSizeChangesNothing) {
  const ColorPixels source = grey(3, 2, {1, 2, 3, 253, 254, 255});
  EXPECT_EQ(resample(source, 3, 2).bytes, source.bytes);
}

TEST(Resample, EvenColourStaysEven) {
  for (const int size : {1, 3, 7, 40, 90}) {
    EXPECT_THAT(resample(grey(40, 40, std::vector<std::uint8_t>(1600, 255)), size, size).bytes, Each(255))
        << size;
  }
}

TEST(Resample, ALargerPictureGoesEvenlyFromPixelToPixel) {
  EXPECT_EQ(first_channel(resample(grey(2, 1, {0, 200}), 4, 1)), (std::vector<int>{0, 50, 150, 200}));
}

TEST(Resample, NothingGivesNothing) {
  EXPECT_TRUE(resample({}, 4, 4).bytes.empty());
  EXPECT_TRUE(resample(grey(1, 1, {9}), 0, 4).bytes.empty());
}

}  // namespace
}  // namespace xp::text
