// SPDX-License-Identifier: MIT
#include "base/time.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace {

using namespace xp;
using std::chrono::hours;
using std::chrono::minutes;

constexpr UtcOffset kChina{8 * 3600};

Instant instant(const char* text) {
  const auto parsed = parse_instant(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Instant{});
}

TEST(Instant, ReadsRfc3339) {
  EXPECT_EQ(instant("1970-01-01T00:00:00Z").ns, 0);
  EXPECT_EQ(instant("2022-05-15T10:24:00+08:00").ns, 1'652'581'440'000'000'000);
  EXPECT_EQ(instant("2022-05-15 02:24:00z"), instant("2022-05-15T10:24:00+08:00"));
  EXPECT_EQ(instant("2022-05-15T10:24:00.25+08:00").ns % 1'000'000'000, 250'000'000);
  EXPECT_EQ(instant("1969-12-31T23:59:59.5Z").ns, -500'000'000);
  EXPECT_EQ(instant("2022-05-14T20:54:00-05:30"), instant("2022-05-15T10:24:00+08:00"));
}

TEST(Instant, RefusesWhatIsIncompleteOrImpossible) {
  for (const char* text :
       {"", "2022-05-15", "2022-05-15T10:24+08:00", "2022-05-15T10:24:00", "2022-02-29T00:00:00Z",
        "2022-13-01T00:00:00Z", "2022-05-15T24:00:00Z", "2022-05-15T10:60:00Z", "2022-05-15T10:24:60Z",
        "2022-05-15T10:24:00.Z", "2022-05-15T10:24:00+8:00", "2022-05-15T10:24:00+08:00x",
        "9999-01-01T00:00:00Z"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

TEST(Instant, IsWrittenToTheSecondOrTheMillisecond) {
  EXPECT_EQ(format_instant(instant("2022-05-15T02:24:00Z"), kChina), "2022-05-15T10:24:00+08:00");
  EXPECT_EQ(format_instant(instant("2022-05-15T02:24:00.007Z"), kChina), "2022-05-15T10:24:00.007+08:00");
  EXPECT_EQ(format_instant(Instant{-1'000'000}, UtcOffset{0}), "1969-12-31T23:59:59.999+00:00");
}

TEST(CivilTime, FollowsTheOffsetOverMidnightAndLeapDays) {
  const CivilTime civil = to_civil(instant("2024-02-28T16:30:15Z"), kChina);
  EXPECT_EQ(format_date(civil.date), "2024-02-29");
  EXPECT_EQ(civil.hour, 0);
  EXPECT_EQ(civil.minute, 30);
  EXPECT_EQ(civil.second, 15);
  EXPECT_EQ(civil.weekday, 4u) << "a Thursday";
}

TEST(CivilTime, ComesBackFromWhereItWent) {
  for (const char* text :
       {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2038-01-19T03:14:08Z", "2100-02-28T23:59:59Z"}) {
    for (const UtcOffset offset : {UtcOffset{0}, kChina, UtcOffset{-12600}}) {
      const CivilTime c = to_civil(instant(text), offset);
      EXPECT_EQ(from_civil(c.date, c.hour, c.minute, c.second, offset), instant(text)) << text;
    }
  }
}

TEST(CivilTime, StopsAtTheEndOfTime) {
  EXPECT_EQ(from_civil(*parse_date("9999-12-31"), 0, 0, 0, kChina), kNever);
}

TEST(LocalMidnight, IsThatOfTheOffset) {
  EXPECT_EQ(local_midnight(instant("2022-05-15T10:24:00+08:00"), kChina),
            instant("2022-05-15T00:00:00+08:00"));
  EXPECT_EQ(local_midnight(instant("2022-05-15T00:00:00+08:00"), kChina),
            instant("2022-05-15T00:00:00+08:00"));
  EXPECT_EQ(local_midnight(instant("2022-05-14T23:59:59.999+08:00"), kChina),
            instant("2022-05-14T00:00:00+08:00"));
  EXPECT_EQ(local_midnight(instant("1969-12-31T12:00:00Z"), kChina), instant("1969-12-31T00:00:00+08:00"));
}

TEST(LocalMidnight, NeverReadsTheSystemsZone) {
  const Instant t = instant("2022-05-15T10:24:00+08:00");
  const Instant before = local_midnight(t, kChina);
  const std::string text = format_instant(t, kChina);
  for (const char* zone : {"America/New_York", "Asia/Urumqi", "broken"}) {
    setenv("TZ", zone, 1);
    tzset();
    EXPECT_EQ(local_midnight(t, kChina), before) << zone;
    EXPECT_EQ(format_instant(t, kChina), text) << zone;
  }
  unsetenv("TZ");
  tzset();
}

TEST(UtcOffset, ReadsAndWrites) {
  for (const char* text : {"+08:00", "+00:00", "-03:30", "+05:45", "-12:00"}) {
    ASSERT_TRUE(parse_utc_offset(text)) << text;
    EXPECT_EQ(format_utc_offset(*parse_utc_offset(text)), text);
  }
  for (const char* text : {"", "08:00", "+8:00", "+0800", "+24:00", "+08:60", "Z", "+08:00 "}) {
    EXPECT_FALSE(parse_utc_offset(text)) << text;
  }
}

TEST(Date, MustBeARealDay) {
  EXPECT_TRUE(parse_date("2024-02-29"));
  for (const char* text :
       {"", "2023-02-29", "2022-00-10", "2022-04-31", "2022-5-1", "22-05-01", "2022-05-01 ", "2022/05/01"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_EQ(format_date(*parse_date("0987-06-05")), "0987-06-05");
}

TEST(Duration, ReadsNumberAndUnit) {
  EXPECT_EQ(parse_duration("8s"), seconds(8));
  EXPECT_EQ(parse_duration("1.5s"), milliseconds(1500));
  EXPECT_EQ(parse_duration("250ms"), milliseconds(250));
  EXPECT_EQ(parse_duration("2m"), minutes(2));
  EXPECT_EQ(parse_duration("0.5m"), seconds(30));
  EXPECT_EQ(parse_duration("1h"), hours(1));
  EXPECT_EQ(parse_duration("0s"), seconds(0));
  EXPECT_EQ(parse_duration("0.000001ms"), Duration(1));
}

TEST(Duration, RefusesEverythingElse) {
  for (const char* text : {"",
                           "s",
                           "8",
                           "-1s",
                           "+1s",
                           "8 s",
                           " 8s",
                           "8s ",
                           "8S",
                           "1.s",
                           ".5s",
                           "1,5s",
                           "soon",
                           "10 years",
                           "1d",
                           "2h30m",
                           "99999999999999h",
                           "9999999999999999s",
                           "８s",
                           "1e3s"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

TEST(Duration, IsWrittenInTheShortestForm) {
  const std::pair<Duration, const char*> cases[] = {{seconds(0), "0s"},
                                                    {seconds(8), "8s"},
                                                    {milliseconds(1500), "1.5s"},
                                                    {milliseconds(250), "250ms"},
                                                    {milliseconds(500), "0.5s"},
                                                    {seconds(90), "90s"},
                                                    {seconds(120), "2m"},
                                                    {hours(1), "1h"},
                                                    {minutes(90), "90m"},
                                                    {milliseconds(1), "1ms"},
                                                    {Duration(1'500'000), "1.5ms"},
                                                    {Duration(1), "0.000001ms"},
                                                    {hours(240), "240h"},
                                                    {milliseconds(-2500), "-2.5s"}};
  for (const auto& [duration, text] : cases) EXPECT_EQ(format_duration(duration), text);
}

TEST(Duration, ReadsBackWhatItWrites) {
  for (std::int64_t ns = 1; ns < INT64_MAX / 7; ns = ns * 7 + 3) {
    EXPECT_EQ(parse_duration(format_duration(Duration(ns))), Duration(ns)) << ns;
  }
}

TEST(Clocks, AreBothRead) {
  const ClockReading first = read_clocks(), second = read_clocks();
  EXPECT_GT(first.monotonic, Duration::zero());
  EXPECT_GE(second.monotonic, first.monotonic);
  EXPECT_GT(first.wall, instant("2022-05-15T00:00:00Z"));
}

}  // namespace
