// SPDX-License-Identifier: MIT
#include "playlist/schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "playlist/activity.h"
#include "playlist/timeline.h"
#include "support/golden.h"

namespace xp::playlist {
namespace {

using testing::HasSubstr;

constexpr UtcOffset kChina{8 * 3600};

Instant at(std::string_view local) { return *parse_instant(std::string(local) + "+08:00"); }
Date day(std::string_view text) { return *parse_date(text); }
Hours hours(std::string_view text) { return *parse_hours(text); }

CalendarPtr bundled() {
  static const CalendarPtr calendar = [] {
    auto read = std::make_shared<Calendar>();
    Diagnostics diagnostics;
    EXPECT_TRUE(
        read_calendar(real_files(), test::source_path("config/calendars/zh-CN.toml"), *read, diagnostics))
        << format_diagnostics(diagnostics);
    return read;
  }();
  return calendar;
}

bool active(const Schedule& schedule, std::string_view local) {
  return is_active(standing_at(schedule, *bundled(), at(local), kChina));
}

Hash hash_of(const Schedule& schedule) {
  Hasher hasher;
  add_to(hasher, schedule);
  return hasher.done();
}

TEST(Schedule, HashFollowsEveryRule) {
  std::vector<Schedule> all(8);
  all[1].from = day("2022-05-15");
  all[2].until = day("2022-05-15");
  all[3].weekdays = {DayWord::mon};
  all[4].weekdays = {DayWord::day_off};
  all[5].days = {{5, 15}};
  all[6].except = {day("2022-05-15")};
  all[7].hours = {hours("05:00-15:00")};
  std::set<Hash> seen;
  for (const Schedule& schedule : all) EXPECT_TRUE(seen.insert(hash_of(schedule)).second);
}

TEST(Schedule, HashTellsItsHoursFromWhatFollows) {
  Schedule timed;
  timed.hours = {hours("05:00-15:00")};
  Hasher followed;
  add_to(followed, {});
  followed.add(timed.hours[0].start).add(timed.hours[0].end);
  EXPECT_NE(hash_of(timed), followed.done());
}

TEST(Schedule, WithoutRulesIsAlways) {
  EXPECT_TRUE(Schedule{}.always());
  EXPECT_TRUE(active({}, "1970-01-01T00:00:00"));
  EXPECT_TRUE(active({}, "2100-12-31T23:59:59"));
}

TEST(Schedule, DatesAreInclusive) {
  Schedule schedule;
  schedule.from = day("2022-05-10");
  schedule.until = day("2022-05-15");
  EXPECT_FALSE(active(schedule, "2022-05-09T23:59:59"));
  EXPECT_TRUE(active(schedule, "2022-05-10T00:00:00"));
  EXPECT_TRUE(active(schedule, "2022-05-15T23:59:59"));
  EXPECT_FALSE(active(schedule, "2022-05-16T00:00:00"));
}

TEST(Schedule, HoursOverMidnightBelongToTheDayOnWhichTheyBegin) {
  Schedule schedule;
  schedule.until = day("2022-05-15");
  schedule.hours = {hours("22:00-02:00")};
  EXPECT_TRUE(active(schedule, "2022-05-15T22:00:00"));
  EXPECT_TRUE(active(schedule, "2022-05-16T01:59:59")) << "the night of the last day";
  EXPECT_FALSE(active(schedule, "2022-05-16T02:00:00"));
  EXPECT_FALSE(active(schedule, "2022-05-16T22:00:00"));
  schedule.from = day("2022-05-15");
  EXPECT_FALSE(active(schedule, "2022-05-15T01:00:00")) << "the night before the first day";
}

TEST(Schedule, WorkingDaysFollowTheHolidaysAndWhatMakesUpForThem) {
  Schedule schedule;
  schedule.weekdays = {DayWord::working_day};
  EXPECT_FALSE(active(schedule, "2025-10-01T12:00:00")) << "National Day, a Wednesday";
  EXPECT_TRUE(active(schedule, "2025-10-11T12:00:00")) << "a Saturday that is worked";
  EXPECT_FALSE(active(schedule, "2025-10-12T12:00:00")) << "a Sunday";
  EXPECT_TRUE(active(schedule, "2025-10-13T12:00:00")) << "a Monday";
  EXPECT_TRUE(active(schedule, "2031-10-01T12:00:00")) << "nobody has announced that year";
  schedule.weekdays = {DayWord::day_off};
  EXPECT_TRUE(active(schedule, "2025-10-01T12:00:00"));
  EXPECT_FALSE(active(schedule, "2025-10-11T12:00:00"));
}

TEST(Schedule, DaysOfEveryYearAndExceptions) {
  Schedule schedule;
  schedule.days = {{5, 15}, {2, 29}};
  EXPECT_TRUE(active(schedule, "2022-05-15T12:00:00"));
  EXPECT_TRUE(active(schedule, "2031-05-15T12:00:00"));
  EXPECT_FALSE(active(schedule, "2022-05-14T12:00:00"));
  schedule.except = {day("2022-05-15")};
  EXPECT_FALSE(active(schedule, "2022-05-15T12:00:00"));
}

TEST(Schedule, SaysWhyNot) {
  Schedule schedule;
  schedule.from = day("2022-05-10");
  EXPECT_THAT(reason_of(standing_at(schedule, {}, at("2022-05-01T00:00:00"), kChina)),
              HasSubstr("2022-05-10"));
  schedule.hours = {hours("08:30-17:30")};
  EXPECT_EQ(reason_of(standing_at(schedule, {}, at("2022-05-11T20:00:00"), kChina)), "not at this hour");
}

TEST(Calendar, HasEveryAnnouncedDay) {
  EXPECT_EQ(bundled()->years, (std::set<int>{2024, 2025, 2026}));
  EXPECT_EQ(bundled()->days_off.size(), 28u + 28u + 33u);
  EXPECT_EQ(bundled()->working_days.size(), 8u + 5u + 6u);
  for (const Date& date : bundled()->working_days)
    EXPECT_TRUE(weekday_of(date) % 6 == 0) << format_date(date);
}

TEST(Calendar, ContradictionsAreErrorsWhereTheyStand) {
  MemoryFiles files;
  files.files["calendar.toml"] = R"([[year]]
year = 2027
days_off = [2027-01-01, 2028-01-02]
working_days = [2027-01-01]

[[year]]
year = 2027
)";
  Calendar calendar;
  Diagnostics found;
  EXPECT_FALSE(read_calendar(files, "calendar.toml", calendar, found));
  std::vector<std::string> lines;
  for (const Diagnostic& d : found.list())
    lines.push_back(d.id + " " + std::to_string(d.at.line) + ":" + std::to_string(d.at.column));
  EXPECT_THAT(lines, testing::ElementsAre("other-year 3:25", "conflicting-days 4:17", "duplicate-year 7:8"));
}

// --- what plays

std::vector<Item> office() {
  Schedule day, night;
  day.hours = {hours("08:00-18:00")};
  night.hours = {hours("18:00-08:00")};
  return {{0, seconds(10)}, {1, seconds(7), 1, true, {day}}, {2, seconds(9), 1, true, {night}}};
}

Timeline timeline_of(std::vector<Item> items) {
  return {std::move(items), {Sync::wall_clock, {}, kChina, bundled()}};
}

TEST(ScheduledTimeline, BeginsItsCycleAnewAtABoundary) {
  const Timeline timeline = timeline_of(office());
  const Instant open = at("2022-05-16T08:00:00");
  EXPECT_EQ(timeline.slot_at(open - Duration{1})->end, open) << "cut";
  EXPECT_EQ(*timeline.slot_at(open), (Slot{0, open, open + seconds(10)}));
  EXPECT_EQ(timeline.slot_at(open + seconds(10))->slide, 1u);
  EXPECT_EQ(timeline.slot_at(at("2022-05-16T18:00:00") + seconds(10))->slide, 2u);
}

TEST(ScheduledTimeline, WithNothingActiveHasNoSlotUntilSomethingIs) {
  Schedule lunch;
  lunch.hours = {hours("12:00-13:00")};
  const Timeline timeline = timeline_of({{0, seconds(10), 1, true, {lunch}}});
  const Instant noon = at("2022-05-16T12:00:00");
  EXPECT_EQ(timeline.slot_at(noon - Duration{1}), std::nullopt);
  EXPECT_EQ(timeline.changes_after(noon - seconds(60)), noon);
  EXPECT_EQ(timeline.slot_at(noon)->slide, 0u);
}

TEST(ScheduledTimeline, AnUrgentItemLiesOverTheCycleWithoutShiftingIt) {
  Schedule alarm;
  alarm.from = alarm.until = day("2022-05-16");
  alarm.hours = {hours("10:00-10:01")};
  const std::vector<Item> calm{{0, seconds(7)}, {1, seconds(11)}};
  std::vector<Item> items = calm;
  items.push_back({2, seconds(8), 1, true, {alarm}, true});
  const Timeline plain = timeline_of(calm), urgent = timeline_of(items);
  const Instant begin = at("2022-05-16T10:00:00"), end = at("2022-05-16T10:01:00");
  EXPECT_EQ(urgent.slot_at(begin - Duration{1})->end, begin);
  for (Instant t = begin; t < end; t = t + seconds(1)) EXPECT_EQ(urgent.slot_at(t)->slide, 2u);
  EXPECT_EQ(urgent.slot_at(end)->start, end) << "what is left of a slot has its own entrance";
  EXPECT_EQ(urgent.slot_at(end)->slide, plain.slot_at(end)->slide);
  EXPECT_EQ(urgent.slot_at(end)->end, plain.slot_at(end)->end);
  EXPECT_EQ(*urgent.slot_at(end + seconds(20)), *plain.slot_at(end + seconds(20)));
}

/// Another way to say what is active, without the code under test.
bool oracle(const Schedule& s, std::int64_t local_seconds) {
  const auto on = [&](std::int64_t days) {
    const Date date{std::chrono::sys_days{std::chrono::days{days}}};
    if (s.from && date < *s.from) return false;
    if (s.until && *s.until < date) return false;
    if (s.weekdays.empty()) return true;
    const auto weekday = static_cast<DayWord>(((days + 4) % 7 + 7) % 7);  // 1970-01-01 was a Thursday
    return std::ranges::find(s.weekdays, weekday) != s.weekdays.end();
  };
  const std::int64_t today = local_seconds >= 0 ? local_seconds / 86400 : (local_seconds - 86399) / 86400;
  const std::int64_t minute = (local_seconds - today * 86400) / 60;
  if (s.hours.empty()) return on(today);
  for (const Hours& h : s.hours) {
    if (h.start < h.end && on(today) && h.start <= minute && minute < h.end) return true;
    if (h.start > h.end && ((on(today) && minute >= h.start) || (on(today - 1) && minute < h.end)))
      return true;
  }
  return false;
}

Schedule random_schedule(std::mt19937& random) {
  Schedule s;
  const auto date = [&] {
    return Date{std::chrono::sys_days{std::chrono::days{static_cast<int>(random() % 48000)}}};
  };
  if (random() % 2) s.from = date();
  if (random() % 2) s.until = date();
  for (int i = 0; i < 7; ++i)
    if (random() % 3 == 0) s.weekdays.push_back(static_cast<DayWord>(i));
  for (std::size_t i = random() % 3; i > 0; --i) {
    const int start = static_cast<int>(random() % 1440), end = static_cast<int>(random() % 1440);
    if (start != end) s.hours.push_back({start, end});
  }
  return s;
}

/// Jumps by a second, an hour, a day, a year, and to the days on which clocks break.
TEST(ScheduledTimeline, AfterAnyJumpShowsOnlyWhatItsDatesAllow) {
  std::mt19937 random(14);
  std::vector<Item> items;
  for (std::size_t i = 0; i < 12; ++i)
    items.push_back({i, seconds(5 + random() % 20), 1, true, {random_schedule(random)}, i >= 10});
  const Timeline timeline = timeline_of(items);
  const std::vector<Instant> landmarks{at("1970-01-01T00:00:00"), at("2038-01-19T03:14:07"),
                                       at("2100-02-28T23:59:59"), at("2022-05-15T10:24:00")};
  const std::vector<Duration> steps{seconds(1), seconds(3600), seconds(86400), seconds(365 * 86400)};
  Instant t = landmarks.back();
  int shown = 0;
  for (int jump = 0; jump < 1000; ++jump) {
    const Duration step = steps[random() % steps.size()];
    t = random() % 10 == 0 ? landmarks[random() % landmarks.size()] : random() % 2 ? t + step : t - step;
    const std::int64_t local = (t.ns + 8 * 3600 * 1'000'000'000LL) / 1'000'000'000LL;
    bool any = false, any_urgent = false;
    for (const Item& item : items) {
      const bool on = oracle(item.rules.front(), local);
      any |= on;
      any_urgent |= on && item.urgent;
    }
    const auto slot = timeline.slot_at(t);
    ASSERT_EQ(slot.has_value(), any) << format_instant(t, kChina);
    if (!slot) continue;
    ++shown;
    EXPECT_TRUE(oracle(items[slot->slide].rules.front(), local)) << format_instant(t, kChina);
    EXPECT_EQ(items[slot->slide].urgent, any_urgent);
    EXPECT_LE(slot->start, t);
    EXPECT_GT(slot->end, t);
  }
  EXPECT_GT(shown, 300);
}

TEST(ScheduledTimeline, NothingChangesBeforeItSaysSo) {
  std::mt19937 random(15);
  for (int round = 0; round < 40; ++round) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < 4; ++i)
      items.push_back({i, seconds(3600), 1, true, {random_schedule(random)}, i == 3});
    const Timeline timeline = timeline_of(items);
    const Instant t = at("2022-05-15T00:00:00") + seconds(random() % (86400 * 30));
    const auto slot = timeline.slot_at(t);
    const Instant until = slot ? slot->end : timeline.changes_after(t);
    ASSERT_GT(until, t);
    for (int probe = 0; probe < 20; ++probe) {
      const Instant within =
          t + Duration(static_cast<std::int64_t>(random() % 1000) * ((until - t).count() / 1000));
      const auto then = timeline.slot_at(within);
      EXPECT_EQ(then.has_value(), slot.has_value());
      EXPECT_EQ(then ? then->slide : 99, slot ? slot->slide : 99);
    }
  }
}

}  // namespace
}  // namespace xp::playlist
