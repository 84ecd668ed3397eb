// SPDX-License-Identifier: MIT
#include "playlist/promise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <utility>

#include "playlist/deadlines.h"
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

/// Slides of all lengths. Promises take half of the hour at most, and beside each there is room for the
/// longest slide.
std::vector<Item> random_items(std::mt19937& random) {
  std::vector<Item> items;
  double load = 0;
  for (std::size_t i = 0, count = 2 + random() % 20; i < count; ++i) {
    items.push_back(item(i, milliseconds(1000 + random() % (random() % 4 == 0 ? 90'000 : 15'000))));
    items.back().weight = 1 + static_cast<int>(random() % 3);
  }
  const Duration longest = std::ranges::max_element(items, {}, &Item::duration)->duration;
  for (Item& each : items) {
    const int most = static_cast<int>(kHour * 9 / 10 / (longest + each.duration));
    const int wanted = random() % 3 == 0 ? 1 + static_cast<int>(random()) % std::min(60, most) : 0;
    const double share = wanted * (each.duration / std::chrono::duration<double>(kHour));
    if (wanted <= 0 || load + share > 0.5) continue;
    each.min_per_hour = wanted;
    load += share;
  }
  return items;
}

TEST(Promise, IsKeptInEveryHourWhateverTheSlides) {
  std::mt19937 random(1);
  for (int round = 0; round < 24; ++round) {
    const auto items = random_items(random);
    const bool wall = round % 2 == 0;
    const Timeline timeline(items,
                            {wall ? Sync::wall_clock : Sync::start, kMidnight + seconds(1234), kChina});
    const Instant from = kMidnight + (wall ? 3 * kDay / 4 : seconds(1234));
    for (const Item& each : items) {
      if (each.min_per_hour == 0) continue;
      EXPECT_GE(fewest(timeline, each.slide, from, from + kDay / 2), each.min_per_hour)
          << "round " << round << " slide " << each.slide;
    }
  }
}

TEST(Promise, IsKeptWhateverIsActive) {
  std::mt19937 random(2);
  for (int round = 0; round < 8; ++round) {
    auto items = random_items(random);
    for (Item& each : items) {
      if (each.min_per_hour > 0 || random() % 3 != 0) continue;
      each.rules = {{}};
      const int begin = static_cast<int>(random() % 20) * 60 + static_cast<int>(random() % 4) * 15;
      each.rules.front().hours = {{begin, begin + 45}};
    }
    const Timeline timeline(items, {Sync::wall_clock, {}, kChina});
    for (const Item& each : items) {
      if (each.min_per_hour == 0) continue;
      EXPECT_GE(fewest(timeline, each.slide, kMidnight, kMidnight + kDay), each.min_per_hour)
          << "round " << round << " slide " << each.slide;
    }
  }
}

// --- against all plans there are

/// A slide of a small set, in units of 10 s.
struct Small {
  int length = 1;
  int gap = 0;  ///< from start to start at most; 0: not promised
};

/// Whether any plan at all keeps every gap for ever: what can be gone on from, of all states (time since the
/// last start of each promised slide, which slide of the loop is next).
class AllPlans {
 public:
  explicit AllPlans(std::vector<Small> loop) : loop_(std::move(loop)) {
    for (const Small& slide : loop_)
      if (slide.gap > 0) ages_ *= slide.gap + 1;
  }
  bool any() {
    std::vector<bool> good(static_cast<std::size_t>(ages_) * loop_.size(), true);
    for (;;) {
      std::vector<bool> next = leading_to(good);
      if (next == good) break;
      good = std::move(next);
    }
    return std::ranges::find(good, true) != good.end();
  }

 private:
  std::size_t state(int ages, std::size_t place) const {
    return static_cast<std::size_t>(ages) * loop_.size() + place % loop_.size();
  }
  /// Ages after a turn; -1: a gap is passed.
  int after(int ages, std::size_t turn) const {
    int result = 0, unit = 1;
    for (std::size_t i = 0; i < loop_.size(); ++i) {
      if (loop_[i].gap == 0) continue;
      const int age = (i == turn ? 0 : ages / unit % (loop_[i].gap + 1)) + loop_[turn].length;
      if (age > loop_[i].gap) return -1;
      result += age * unit;
      unit *= loop_[i].gap + 1;
    }
    return result;
  }
  /// States from which the loop's next turn, after some promised ones perhaps, leads to a good one.
  std::vector<bool> leading_to(const std::vector<bool>& good) const {
    std::vector<bool> leading(good.size());
    const auto leads = [&](int ages, std::size_t place) {
      const int then = after(ages, place);
      if (then >= 0 && good[state(then, place + 1)]) return true;
      for (std::size_t i = 0; i < loop_.size(); ++i) {
        const int served = loop_[i].gap > 0 ? after(ages, i) : -1;
        if (served >= 0 && leading[state(served, place)]) return true;
      }
      return false;
    };
    for (bool more = true; std::exchange(more, false);)
      for (int ages = ages_ - 1; ages >= 0; --ages)
        for (std::size_t place = 0; place < loop_.size(); ++place)
          if (!leading[state(ages, place)] && leads(ages, place)) leading[state(ages, place)] = more = true;
    return leading;
  }

  std::vector<Small> loop_;
  int ages_ = 1;
};

bool is_kept(const std::vector<Small>& loop) {
  std::vector<Turn> turns;
  for (const Small& slide : loop)
    turns.push_back(turn(slide.length * seconds(10), slide.gap > 0 ? 360 / slide.gap : 0));
  const auto cycle = cycle_of(turns);
  std::map<std::size_t, int> last;
  int at = 0;
  for (int lap = 0; lap < 2; ++lap)
    for (const std::size_t place : cycle) {
      if (last.contains(place) && loop[place].gap > 0 && at - last[place] > loop[place].gap) return false;
      last[place] = at;
      at += loop[place].length;
    }
  return true;
}

TEST(Promise, IsKeptWhereAnyPlanKeepsIt) {
  std::mt19937 random(3);
  const auto up_to = [&](int most) { return 1 + static_cast<int>(random() % static_cast<unsigned>(most)); };
  int possible = 0, impossible = 0;
  for (int round = 0; round < 250; ++round) {
    std::vector<Small> loop;
    for (int promised = up_to(2); promised > 0; --promised)
      loop.push_back({up_to(3), std::array{6, 8, 9, 10, 12, 15}[random() % 6]});
    for (int others = up_to(3); others > 0; --others)
      loop.insert(loop.begin() + up_to(static_cast<int>(loop.size())) - 1, {up_to(8), 0});
    const bool any = AllPlans(loop).any();
    any ? ++possible : ++impossible;
    EXPECT_EQ(is_kept(loop), any) << "round " << round;
  }
  EXPECT_GT(possible, 50);
  EXPECT_GT(impossible, 50);
}

TEST(Promise, WhatCannotBeKeptLeavesEverySlideItsTurn) {
  for (const int per_hour : {1, 10, 60}) {
    const std::vector<Turn> turns{turn(seconds(40), per_hour), turn(std::chrono::minutes(50)),
                                  turn(seconds(40), 60), turn(kHour), turn(seconds(30), 60)};
    const auto cycle = cycle_of(turns, 1);
    for (std::size_t i = 0; i < turns.size(); ++i) EXPECT_GE(std::ranges::count(cycle, i), 1) << i;
    for (std::size_t i = 0; i < cycle.size(); ++i) EXPECT_NE(cycle[i], cycle[(i + 1) % cycle.size()]);
    EXPECT_LT(cycle.size(), 40u);
  }
}

TEST(Promise, ALoopOfThousandsStaysBounded) {
  std::vector<Turn> turns(1500, turn(seconds(8)));
  for (std::size_t i = 0; i < 300; ++i) turns[i * 5].promise.per_hour = 1;
  const auto cycle = cycle_of(turns, 1);
  EXPECT_GT(cycle.size(), 1500u);
  EXPECT_LE(cycle.size(), kMostTurns + turns.size());
}

TEST(Promise, TheFewestOfAnyHourAreCounted) {
  const std::vector<Duration> starts{seconds(10), seconds(20)};
  EXPECT_EQ(fewest_an_hour(starts, kHour, 0), 2);
  EXPECT_EQ(fewest_an_hour(starts, kHour + seconds(1), 0), 1);
  EXPECT_EQ(fewest_an_hour(starts, kHour, 1), 1) << "begun anew just before the first";
  EXPECT_EQ(fewest_an_hour(starts, seconds(100), 0), 72);
  EXPECT_EQ(fewest_an_hour({}, seconds(100), 0), 0);
}

TEST(Deadlines, AllMayWaitUntilTheFirstOfThemCannot) {
  Deadlines deadlines({seconds(10), seconds(20), seconds(5)});
  EXPECT_EQ(deadlines.latest(), Deadlines::kEndless);
  EXPECT_EQ(deadlines.first_but(std::nullopt), std::nullopt);
  deadlines.put(0, seconds(100));
  EXPECT_EQ(deadlines.latest(), seconds(100));
  deadlines.put(1, seconds(105));
  EXPECT_EQ(deadlines.latest(), seconds(95)) << "after the 10 s of the first";
  deadlines.put(2, seconds(106));
  EXPECT_EQ(deadlines.latest(), seconds(76));
  EXPECT_EQ(deadlines.first_but(std::nullopt), 0u);
  EXPECT_EQ(deadlines.first_but(0), 1u);
  deadlines.put(0, seconds(200));
  EXPECT_EQ(deadlines.first_but(std::nullopt), 1u);
  EXPECT_EQ(deadlines.latest(), seconds(86));
}

}  // namespace
}  // namespace xp::playlist
