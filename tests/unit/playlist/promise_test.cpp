// SPDX-License-Identifier: MIT
#include "playlist/promise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "playlist/timeline.h"

namespace xp::playlist {
namespace {

using testing::ElementsAre;

constexpr UtcOffset kChina{8 * 3600};
constexpr Duration kHour = std::chrono::hours(1), kDay = std::chrono::hours(24);
const Instant kMidnight = *parse_instant("2022-05-15T00:00:00+08:00");

Turn turn(Duration duration, int per_hour = 0) { return {duration, {per_hour}}; }

/// In file order, each once.
std::vector<std::size_t> cycle_of(std::vector<Turn> turns, int restarts = 0) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < turns.size(); ++i) order.push_back(i);
  set_limits(turns, order, restarts);
  return with_promises(std::move(order), turns);
}

Item item(std::size_t slide, Duration duration, int per_hour = 0) {
  Item item{slide, duration};
  item.min_per_hour = per_hour;
  return item;
}

/// Fewest showings of a slide that begin in an hour, of all hours in [from, to), each begun just after one of
/// them.
int fewest(const Timeline& timeline, std::size_t slide, Instant from, Instant to) {
  std::vector<Instant> starts;
  for (Instant t = from; t < to;) {
    const auto slot = timeline.slot_at(t);
    if (slot && slot->slide == slide && slot->start >= from) starts.push_back(slot->start);
    t = slot ? slot->end : timeline.changes_after(t);
  }
  int least = 1000;
  const auto count_from = [&](Instant begin) {
    if (begin + kHour > to) return;
    least = std::min(least, static_cast<int>(std::ranges::count_if(
                                starts, [&](Instant s) { return s >= begin && s < begin + kHour; })));
  };
  count_from(from);
  for (const Instant start : starts) count_from(start + Duration(1));
  return least;
}

TEST(Promise, NothingPromisedChangesNothing) {
  EXPECT_THAT(cycle_of({turn(seconds(8)), turn(kHour), turn(seconds(5))}), ElementsAre(0, 1, 2));
  EXPECT_THAT(cycle_of({}), ElementsAre());
}

TEST(Promise, WhatIsKeptAnywayChangesNothing) {
  EXPECT_THAT(cycle_of({turn(seconds(8)), turn(seconds(10), 6), turn(seconds(5))}, 1), ElementsAre(0, 1, 2));
}

TEST(Promise, AFurtherTurnIsInsertedBeforeItIsTooLate) {
  const Duration five = std::chrono::minutes(5);
  EXPECT_THAT(cycle_of({turn(seconds(10), 6), turn(five), turn(five), turn(five), turn(five)}),
              ElementsAre(0, 1, 0, 2, 0, 3, 0, 4));
}

TEST(Promise, TwoAreNotDueBehindOneLongSlide) {
  const Duration three = std::chrono::minutes(3);
  EXPECT_THAT(cycle_of({turn(seconds(30), 12), turn(seconds(30), 12), turn(three), turn(seconds(45)),
                        turn(three), turn(seconds(50))}),
              ElementsAre(0, 1, 2, 3, 0, 1, 4, 5));
  EXPECT_THAT(cycle_of({turn(seconds(30), 12), turn(seconds(30), 12), turn(three), turn(seconds(65)),
                        turn(three), turn(seconds(65))}),
              ElementsAre(0, 1, 2, 0, 1, 3, 0, 1, 4, 0, 1, 5))
      << "after 0 1 2 3 the first would be in time";
}

TEST(Promise, IsKeptOverMidnightAndOverTheEdgesOfSchedules) {
  std::vector<Item> items{item(0, seconds(50)), item(1, seconds(10), 12), item(2, std::chrono::minutes(4)),
                          item(3, seconds(20), 4)};
  items[0].rules = {{}};
  items[0].rules[0].hours = {{8 * 60, 9 * 60 + 20}};
  const Timeline timeline(items, {Sync::wall_clock, {}, kChina});
  EXPECT_GE(fewest(timeline, 1, kMidnight, kMidnight + 2 * kDay), 12);
  EXPECT_GE(fewest(timeline, 3, kMidnight, kMidnight + 2 * kDay), 4);
}

}  // namespace
}  // namespace xp::playlist
