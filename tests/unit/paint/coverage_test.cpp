// SPDX-License-Identifier: MIT
#include "paint/coverage.h"

#include <gtest/gtest.h>

namespace xp::paint {
namespace {

constexpr Color kWhite{255, 255, 255, 255}, kBlack{0, 0, 0, 255};

TEST(Coverage, LeavesNothingAndEverythingAlone) {
  for (const Color ink : {kWhite, kBlack, Color{200, 40, 40, 255}, Color{255, 255, 255, 18}}) {
    EXPECT_EQ(coverage_table(ink)[0], 0);
    EXPECT_EQ(coverage_table(ink)[255], 255);
  }
}

TEST(Coverage, GivesHalfAPixelHalfTheLight) {
  EXPECT_NEAR(coverage_table(kWhite)[128], 188, 1);  // white on black: sRGB 188 is half the light
  EXPECT_NEAR(coverage_table(kBlack)[128], 255 - 187, 1);
}

TEST(Coverage, RisesWithTheCoverageAndTheLightnessOfTheInk) {
  for (int i = 1; i < 256; ++i) {
    const auto at = static_cast<std::size_t>(i);
    EXPECT_GE(coverage_table(kWhite)[at], coverage_table(kWhite)[at - 1]);
    EXPECT_GE(coverage_table(kBlack)[at], coverage_table(kBlack)[at - 1]);
    EXPECT_GE(coverage_table(kWhite)[at], coverage_table(kBlack)[at]);
  }
}

TEST(Coverage, LeavesInkOfMiddlingLightnessAndFaintInkNearlyAlone) {
  for (const Color ink : {Color{127, 127, 127, 255}, Color{255, 255, 255, 14}, Color{0, 0, 0, 14}})
    EXPECT_NEAR(coverage_table(ink)[128], 128, 5);
}

}  // namespace
}  // namespace xp::paint
