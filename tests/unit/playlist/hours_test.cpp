// SPDX-License-Identifier: MIT
#include "playlist/hours.h"

#include <gtest/gtest.h>

namespace xp::playlist {
namespace {

bool hold(const char* hours, const char* time) {
  const auto parsed = parse_hours(hours);
  EXPECT_TRUE(parsed) << hours;
  return parsed->hold(*parse_instant("2022-05-15T" + std::string(time) + ":00+08:00"), UtcOffset{});
}

TEST(Hours, HoldWithinADay) {
  EXPECT_FALSE(hold("12:00-14:30", "11:59"));
  EXPECT_TRUE(hold("12:00-14:30", "12:00"));
  EXPECT_TRUE(hold("12:00-14:30", "14:29"));
  EXPECT_FALSE(hold("12:00-14:30", "14:30"));
  EXPECT_TRUE(hold("20:00-24:00", "23:59"));
}

TEST(Hours, HoldOverMidnight) {
  EXPECT_TRUE(hold("22:00-07:00", "22:00"));
  EXPECT_TRUE(hold("22:00-07:00", "00:00"));
  EXPECT_TRUE(hold("22:00-07:00", "06:59"));
  EXPECT_FALSE(hold("22:00-07:00", "07:00"));
  EXPECT_FALSE(hold("22:00-07:00", "21:59"));
}

TEST(Hours, AreWrittenInOneWay) {
  for (const char* text : {"", "22-07", "22:00", "22:00–07:00", "9:00-10:00", "25:00-07:00", "22:60-07:00",
                           "22:00-22:00", "22:00 - 07:00", "ab:cd-ef:gh"})
    EXPECT_FALSE(parse_hours(text)) << text;
}

}  // namespace
}  // namespace xp::playlist
