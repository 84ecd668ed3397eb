// SPDX-License-Identifier: MIT
#include "base/lunar.h"

#include <gtest/gtest.h>

namespace xp {
namespace {

LunarDate lunar(const char* date) { return lunar_date(*parse_date(date)).value_or(LunarDate{0, 0, false}); }

TEST(Lunar, NewYearsDays) {
  for (const char* date : {"2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29",
                           "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"})
    EXPECT_EQ(lunar(date), (LunarDate{1, 1, false})) << date;
}

TEST(Lunar, MonthsWhoseNewMoonIsNearMidnightBeginOnItsDay) {
  EXPECT_EQ(lunar("2026-10-10"), (LunarDate{9, 1, false}));  // 23:50
  EXPECT_EQ(lunar("2027-02-05"), (LunarDate{12, 29, false}));
  EXPECT_EQ(lunar("2030-02-02"), (LunarDate{12, 30, false}));  // the next is at 0:07
}

TEST(Lunar, DaysFollowEachOtherAndMonthsHave29Or30) {
  LunarDate last = lunar("2020-01-25");
  for (int day = 1; day < 6 * 366; ++day) {
    const Date date(std::chrono::sys_days(*parse_date("2020-01-25")) + std::chrono::days(day));
    const LunarDate next = *lunar_date(date);
    if (next.day == 1)
      EXPECT_GE(last.day, 29) << format_date(date);
    else
      EXPECT_EQ(next, (LunarDate{last.month, last.day + 1, last.leap})) << format_date(date);
    EXPECT_LE(next.day, 30) << format_date(date);
    last = next;
  }
}

TEST(Lunar, LeapMonthsFollowTheMonthTheyRepeat) {
  EXPECT_EQ(lunar("2023-03-21"), (LunarDate{2, 30, false}));
  EXPECT_EQ(lunar("2023-03-22"), (LunarDate{2, 1, true}));
  EXPECT_EQ(lunar("2023-04-20"), (LunarDate{3, 1, false}));
  EXPECT_EQ(lunar("2020-05-23"), (LunarDate{4, 1, true}));
  EXPECT_EQ(lunar("2025-07-24"), (LunarDate{6, 30, false}));
  EXPECT_EQ(lunar("2025-07-25"), (LunarDate{6, 1, true}));
  EXPECT_EQ(lunar("2033-12-22"), (LunarDate{11, 1, true}));
}

TEST(Lunar, MidAutumnDays) {
  for (const char* date :
       {"2020-10-01", "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25", "2027-09-15"})
    EXPECT_EQ(lunar(date), (LunarDate{8, 15, false})) << date;
}

TEST(Lunar, ReadsAsAlmanacsWriteIt) {
  EXPECT_EQ(lunar_text({1, 1, false}), "正月初一");
  EXPECT_EQ(lunar_text({10, 6, false}), "十月初六");
  EXPECT_EQ(lunar_text({6, 10, true}), "闰六月初十");
  EXPECT_EQ(lunar_text({11, 11, false}), "冬月十一");
  EXPECT_EQ(lunar_text({8, 15, false}), "八月十五");
  EXPECT_EQ(lunar_text({2, 20, false}), "二月二十");
  EXPECT_EQ(lunar_text({3, 21, false}), "三月廿一");
  EXPECT_EQ(lunar_text({12, 30, false}), "腊月三十");
}

TEST(Lunar, FestivalsAreThoseOfTheirDayAndNotOfLeapMonths) {
  const auto festival = [](const char* date) { return lunar_festival(*parse_date(date)); };
  EXPECT_EQ(festival("2026-02-17"), "春节");
  EXPECT_EQ(festival("2026-02-16"), "除夕");  // the 29th: the month has no 30th
  EXPECT_EQ(festival("2024-02-09"), "除夕");  // the 30th
  EXPECT_EQ(festival("2024-02-08"), "");
  EXPECT_EQ(festival("2025-10-06"), "中秋节");
  EXPECT_EQ(festival("2025-05-31"), "端午节");
  EXPECT_EQ(festival("2025-08-29"), "七夕");
  EXPECT_EQ(festival("2026-10-18"), "重阳节");
  EXPECT_EQ(festival("2022-05-15"), "");
}

}  // namespace
}  // namespace xp
