// SPDX-License-Identifier: MIT
#include "base/color.h"

#include <gtest/gtest.h>

namespace {

using namespace xp;

TEST(Color, ReadsThreeSixAndEightDigits) {
  EXPECT_EQ(parse_color("#fc0"), (Color{0xff, 0xcc, 0x00, 0xff}));
  EXPECT_EQ(parse_color("#FfCf5c"), (Color{0xff, 0xcf, 0x5c, 0xff}));
  EXPECT_EQ(parse_color("#ffffff12"), (Color{0xff, 0xff, 0xff, 0x12}));
}

TEST(Color, RefusesEverythingElse) {
  for (const char* text : {"", "#", "#ff", "#ffff", "#fffff", "#fffffff", "#fffffffff", "ffcf5c", "#ggcf5c",
                           "gold", " #ffcf5c", "#ffcf5c ", "#ff cf5", "＃ffcf5c"}) {
    EXPECT_FALSE(parse_color(text)) << text;
  }
}

TEST(Color, WritesWhatItReads) {
  for (const char* text : {"#000000", "#ffcf5c", "#ffffff12", "#01020300"})
    EXPECT_EQ(format_color(*parse_color(text)), text);
}

TEST(Color, LiesOverAnother) {
  const Color bottom{10, 20, 30};
  EXPECT_EQ(over({200, 100, 50, 255}, bottom), (Color{200, 100, 50}));
  EXPECT_EQ(over({200, 100, 50, 0}, bottom), bottom);
  EXPECT_EQ(over({255, 255, 255, 128}, {0, 0, 0}), (Color{128, 128, 128}));
}

TEST(Color, LightFollowsTheCurveOfSrgb) {
  EXPECT_EQ(light_of(0), 0);
  EXPECT_NEAR(light_of(10), 10 / 255.0 / 12.92, 1e-12);
  EXPECT_NEAR(light_of(188), 0.5029, 1e-4);
  EXPECT_EQ(light_of(255), 1);
  for (int level = 0; level < 256; ++level)
    EXPECT_EQ(light_of(static_cast<std::uint8_t>(level)), light_of_value(level / 255.0)) << level;
}

TEST(Color, LuminanceIsThatOfItsChannels) {
  EXPECT_NEAR(luminance({255, 255, 255}), 1, 1e-12);
  EXPECT_EQ(luminance({0, 0, 0}), 0);
  EXPECT_EQ(luminance({0, 188, 0}), 0.7152 * light_of(188));
  EXPECT_GT(luminance({255, 0, 0}), luminance({0, 0, 255}));
}

TEST(Color, ContrastIsThatOfWcag) {
  EXPECT_DOUBLE_EQ(contrast_ratio({0, 0, 0}, {255, 255, 255}), 21.0);
  EXPECT_DOUBLE_EQ(contrast_ratio({9, 9, 9}, {9, 9, 9}), 1.0);
  EXPECT_NEAR(contrast_ratio({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.005);
  EXPECT_DOUBLE_EQ(contrast_ratio({1, 2, 3}, {200, 210, 220}), contrast_ratio({200, 210, 220}, {1, 2, 3}));
}

}  // namespace
