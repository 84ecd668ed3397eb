// SPDX-License-Identifier: MIT
#include "paint/dim.h"

#include <gtest/gtest.h>

#include <array>

namespace xp::paint {
namespace {

TEST(Dim, ScalesEveryChannelInsideItsRectangles) {
  std::array<std::uint32_t, 4> pixels{0xFFFFFFFF, 0xFF804000, 0xFF000000, 0xFFFFFFFF};
  dim(128, {{0, 0, 3, 1}}, {{4, 1}, pixels.data(), 16});
  EXPECT_EQ(pixels[0], 0xFF808080);
  EXPECT_EQ(pixels[1], 0xFF402000);
  EXPECT_EQ(pixels[2], 0xFF000000);
  EXPECT_EQ(pixels[3], 0xFFFFFFFF) << "outside";
}

TEST(Dim, LeavesAPictureThatIsFullyBrightAsItIs) {
  std::array<std::uint32_t, 2> pixels{0xFF123456, 0xFFFFFFFF};
  dim(255, {{0, 0, 2, 1}}, {{2, 1}, pixels.data(), 8});
  EXPECT_EQ(pixels[0], 0xFF123456);
}

TEST(Dim, StaysInsideTheTarget) {
  std::array<std::uint32_t, 2> pixels{0xFFFFFFFF, 0xFFFFFFFF};
  dim(100, {{-5, -5, 100, 6}}, {{2, 1}, pixels.data(), 8});
  EXPECT_EQ(pixels[1], 0xFF646464);
}

}  // namespace
}  // namespace xp::paint
