// SPDX-License-Identifier: MIT
#include "base/lunar.h"

#include <unicode/ucal.h>

#include <array>
#include <memory>
#include <string_view>

#include "base/new_moon.h"

namespace xp::inline base {

namespace {

constexpr UtcOffset kChina{8 * 3600};  // of the calendar, whatever the campaign's
constexpr std::array kMonths{"正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"};
constexpr std::array kTens{"初", "十", "廿", "三"};
constexpr std::array kOnes{"十", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

struct Festival {
  int month, day;
  const char* name;
};
constexpr std::array kFestivals{Festival{1, 1, "春节"}, Festival{1, 15, "元宵节"}, Festival{5, 5, "端午节"},
                                Festival{7, 7, "七夕"}, Festival{8, 15, "中秋节"}, Festival{9, 9, "重阳节"}};

using Calendar = std::unique_ptr<UCalendar, void (*)(UCalendar*)>;

Calendar chinese_calendar() {
  constexpr std::u16string_view kZone =
      u"GMT+08:00";  // the calendar is that of China, whatever the campaign's time
  UErrorCode error = U_ZERO_ERROR;
  Calendar calendar(ucal_open(kZone.data(), static_cast<std::int32_t>(kZone.size()), "zh@calendar=chinese",
                              UCAL_TRADITIONAL, &error),
                    ucal_close);
  if (U_FAILURE(error)) calendar.reset();
  return calendar;
}

/// The month begins on the day of the new moon. ICU's new moons are minutes off, which moves that day where
/// one falls near midnight (in February 2027, say); which month it is, it knows: it is asked in the month's
/// middle.
std::optional<LunarDate> ask_calendar(Date date) {
  const Calendar calendar = chinese_calendar();
  if (!calendar) return std::nullopt;
  const Instant midnight = from_civil(date, 0, 0, 0, kChina);
  const Instant first = local_midnight(new_moon_before(midnight + kDay), kChina);
  UErrorCode error = U_ZERO_ERROR;
  ucal_setMillis(calendar.get(), static_cast<UDate>((first + 14 * kDay).ns / 1'000'000), &error);
  const int month = ucal_get(calendar.get(), UCAL_MONTH, &error) + 1;
  const bool leap = ucal_get(calendar.get(), UCAL_IS_LEAP_MONTH, &error) != 0;
  if (U_FAILURE(error)) return std::nullopt;
  return LunarDate{month, static_cast<int>((midnight - first) / kDay) + 1, leap};
}

}  // namespace

std::optional<LunarDate> lunar_date(Date date) {
  thread_local Date asked{};  // a clock asks for the same day with every frame
  thread_local std::optional<LunarDate> answer;
  if (date != asked) {
    answer = ask_calendar(date);
    asked = date;
  }
  return answer;
}

std::string lunar_text(const LunarDate& date) {
  const auto month = static_cast<std::size_t>(date.month - 1), day = static_cast<std::size_t>(date.day);
  const bool full = day % 10 == 0;  // 初十, 二十, 三十
  const char* tens = full && day == 20 ? "二" : kTens[full && day == 10 ? 0 : day / 10];
  return std::string(date.leap ? "闰" : "") + kMonths[month] + "月" + tens + kOnes[day % 10];
}

std::string lunar_festival(Date date) {
  const auto today = lunar_date(date);
  if (!today || today->leap) return {};
  for (const Festival& festival : kFestivals)
    if (festival.month == today->month && festival.day == today->day) return festival.name;
  if (today->month < 12 || today->day < 29) return {};
  const auto tomorrow = lunar_date(Date(std::chrono::sys_days(date) + std::chrono::days(1)));
  return tomorrow && tomorrow->month == 1 ? "除夕" : "";
}

}  // namespace xp::inline base
