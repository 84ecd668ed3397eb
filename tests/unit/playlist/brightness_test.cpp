// SPDX-License-Identifier: MIT
#include "playlist/brightness.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xp::playlist {
namespace {

const std::vector<BrightnessPoint> kCurve{{6 * 60, 20}, {8 * 60, 100}, {18 * 60, 100}, {22 * 60, 20}};

Brightness at(const std::string& time) {
  return brightness_at(kCurve, *parse_instant("2022-05-15T" + time + "+08:00"), UtcOffset{});
}

TEST(Brightness, IsFullWithoutACurve) {
  const Brightness full = brightness_at({}, Instant{}, UtcOffset{});
  EXPECT_EQ(full.white, 255);
  EXPECT_EQ(full.until, kNever);
}

TEST(Brightness, HasItsPointsExactly) {
  EXPECT_EQ(at("06:00:00").white, white_of(20));
  EXPECT_EQ(at("08:00:00").white, 255);
  EXPECT_EQ(at("22:00:00").white, white_of(20));
}

TEST(Brightness, IsStraightBetweenThem) {
  EXPECT_EQ(at("07:00:00").white, white_of(60));
  EXPECT_EQ(at("20:00:00").white, white_of(60));
}

TEST(Brightness, GoesOverMidnight) {
  EXPECT_EQ(at("23:59:59").white, white_of(20));
  EXPECT_EQ(at("00:00:00").white, white_of(20));
  const std::vector<BrightnessPoint> slope{{2 * 60, 100}, {22 * 60, 20}};
  EXPECT_EQ(brightness_at(slope, *parse_instant("2022-05-15T00:00:00+08:00"), UtcOffset{}).white,
            white_of(60));
}

TEST(Brightness, SaysHowLongItStays) {
  EXPECT_EQ(at("12:00:00").until, *parse_instant("2022-05-15T18:00:00+08:00"));
  EXPECT_EQ(at("23:00:00").until, *parse_instant("2022-05-16T06:00:00+08:00"));
  EXPECT_EQ(at("07:00:03").until, *parse_instant("2022-05-15T07:00:05+08:00"));
}

TEST(Brightness, NeverMovesByMoreThanTwoLevels) {
  const std::vector<BrightnessPoint> steepest{{0, 100}, {kMinutesApart, 5}};
  Instant t = *parse_instant("2022-05-15T00:00:00+08:00");
  int last = 255;
  while (t < *parse_instant("2022-05-15T00:30:00+08:00")) {
    const Brightness now = brightness_at(steepest, t, UtcOffset{});
    EXPECT_LE(std::abs(now.white - last), 2) << format_instant(t, UtcOffset{});
    last = now.white;
    EXPECT_EQ(now.until - t, kBrightnessStep);
    t = now.until;
  }
}

TEST(Brightness, LevelsHaveTheLightThatWasAskedFor) {
  EXPECT_EQ(white_of(100), 255);
  EXPECT_NEAR(std::pow(white_of(50) / 255.0, 2.2), 0.5, 0.01);
  EXPECT_NEAR(std::pow(white_of(10) / 255.0, 2.2), 0.1, 0.005);
}

}  // namespace
}  // namespace xp::playlist
