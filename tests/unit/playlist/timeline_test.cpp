// SPDX-License-Identifier: MIT
#include "playlist/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace xp::playlist {

void PrintTo(const Slot& slot, std::ostream* out) {
  *out << slot.slide << " [" << format_instant(slot.start, {}) << ", " << format_instant(slot.end, {}) << ")";
}

namespace {

constexpr UtcOffset kChina{8 * 3600};

Instant at(std::string_view text) { return *parse_instant(text); }

const Instant kNoon = at("2022-05-15T12:00:00+08:00");
const Instant kMidnight = at("2022-05-15T00:00:00+08:00");

std::vector<Item> three() { return {{0, seconds(8)}, {1, seconds(5)}, {2, seconds(10)}}; }

Timeline by_wall_clock(std::vector<Item> items) { return {std::move(items), {Sync::wall_clock, {}, kChina}}; }
Timeline from_start(std::vector<Item> items, Instant anchor) {
  return {std::move(items), {Sync::start, anchor, kChina}};
}

std::vector<Item> random_items(std::mt19937& random) {
  std::vector<Item> items;
  const std::size_t count = 1 + random() % 8;
  for (std::size_t i = 0; i < count; ++i)
    items.push_back({i + 100, milliseconds(1000 + random() % 20'000), static_cast<int>(1 + random() % 10),
                     random() % 4 != 0});
  return items;
}

bool any_usable(const std::vector<Item>& items) { return std::ranges::any_of(items, &Item::usable); }

TEST(Timeline, OfNothingHasNoSlot) {
  EXPECT_EQ(by_wall_clock({}).slot_at(kNoon), std::nullopt);
  EXPECT_EQ(by_wall_clock({}).cycle_length(), Duration::zero());
}

TEST(Timeline, PlaysItemsInOrderFromLocalMidnight) {
  const Timeline timeline = by_wall_clock(three());
  EXPECT_EQ(timeline.slot_at(kMidnight), (Slot{0, kMidnight, kMidnight + seconds(8)}));
  EXPECT_EQ(timeline.slot_at(kMidnight + seconds(8)),
            (Slot{1, kMidnight + seconds(8), kMidnight + seconds(13)}));
  EXPECT_EQ(timeline.slot_at(kMidnight + seconds(13)),
            (Slot{2, kMidnight + seconds(13), kMidnight + seconds(23)}));
  EXPECT_EQ(timeline.slot_at(kMidnight + seconds(23)),
            (Slot{0, kMidnight + seconds(23), kMidnight + seconds(31)}));
}

TEST(Timeline, HoldsASlotToItsLastNanosecond) {
  const Timeline timeline = by_wall_clock(three());
  EXPECT_EQ(timeline.slot_at(kMidnight + seconds(8) - Duration(1))->slide, 0u);
}

TEST(Timeline, CutsTheSlotAtMidnightAndBeginsAnew) {
  const Timeline timeline = by_wall_clock(three());  // 23 s a cycle: 86,400 is no multiple
  const Instant next = kMidnight + std::chrono::hours(24);
  const auto last = timeline.slot_at(next - Duration(1));
  ASSERT_TRUE(last);
  EXPECT_EQ(last->end, next);
  EXPECT_LT(last->end - last->start, seconds(8));
  EXPECT_EQ(timeline.slot_at(next), (Slot{0, next, next + seconds(8)}));
}

TEST(Timeline, TakesMidnightFromThePlaylistsOffset) {
  const Timeline urumqi({{0, seconds(7)}}, {Sync::wall_clock, {}, UtcOffset{6 * 3600}});
  const Instant midnight = at("2022-05-15T00:00:00+06:00");
  EXPECT_EQ(urumqi.slot_at(midnight)->start, midnight);
  EXPECT_EQ(urumqi.slot_at(midnight - Duration(1))->end, midnight);
}

TEST(Timeline, FromStartBeginsAtTheAnchorAndIgnoresMidnight) {
  const Instant anchor = at("2022-05-15T23:59:55+08:00");
  const Timeline timeline = from_start(three(), anchor);
  EXPECT_EQ(timeline.slot_at(anchor), (Slot{0, anchor, anchor + seconds(8)}));
  EXPECT_EQ(timeline.slot_at(anchor + seconds(7))->slide, 0u);
}

TEST(Timeline, IsDefinedBeforeTheAnchorToo) {
  const Timeline timeline = from_start(three(), kNoon);
  EXPECT_EQ(timeline.slot_at(kNoon - Duration(1)), (Slot{2, kNoon - seconds(10), kNoon}));
}

TEST(Timeline, GivesAnUnusableItemsSlotToTheNextUsable) {
  auto items = three();
  items[1].usable = false;
  const Timeline timeline = by_wall_clock(items);
  EXPECT_EQ(timeline.slot_at(kMidnight + seconds(9)),
            (Slot{2, kMidnight + seconds(8), kMidnight + seconds(13)}));
  EXPECT_EQ(timeline.slot_at(kMidnight + seconds(14)),
            (Slot{2, kMidnight + seconds(13), kMidnight + seconds(23)}));
}

TEST(Timeline, WrapsAroundToFindAUsableItem) {
  auto items = three();
  items[2].usable = false;
  EXPECT_EQ(by_wall_clock(items).slot_at(kMidnight + seconds(14))->slide, 0u);
}

TEST(Timeline, HasNoSlotWhereNothingIsUsable) {
  auto items = three();
  for (Item& item : items) item.usable = false;
  EXPECT_EQ(by_wall_clock(items).slot_at(kNoon), std::nullopt);
}

TEST(Timeline, SlotsTileTimeWithoutGapOrOverlap) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const auto items = random_items(random);
    if (!any_usable(items)) continue;
    const bool wall = random() % 2;
    const Timeline timeline = wall ? by_wall_clock(items) : from_start(items, kNoon);
    const Instant begin = kMidnight + std::chrono::hours(24) - seconds(random() % 300);
    auto slot = timeline.slot_at(begin);
    ASSERT_TRUE(slot && slot->start <= begin && begin < slot->end);
    for (int i = 0; i < 60; ++i) {
      ASSERT_LT(slot->start, slot->end);
      const auto next = timeline.slot_at(slot->end);
      ASSERT_TRUE(next);
      ASSERT_EQ(next->start, slot->end);
      slot = next;
    }
  }
}

TEST(Timeline, EveryInstantOfASlotGivesThatSlot) {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const auto items = random_items(random);
    if (!any_usable(items)) continue;
    const Timeline timeline = by_wall_clock(items);
    const auto slot = timeline.slot_at(kMidnight + milliseconds(random() % 86'400'000));
    const auto inside =
        slot->start + Duration(static_cast<std::int64_t>(random()) % (slot->end - slot->start).count());
    ASSERT_EQ(timeline.slot_at(slot->start), slot);
    ASSERT_EQ(timeline.slot_at(inside), slot);
    ASSERT_EQ(timeline.slot_at(slot->end - Duration(1)), slot);
  }
}

TEST(Timeline, ShowsEachItemAsOftenAsItsWeightInACycle) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    auto items = random_items(random);
    for (Item& item : items) item.usable = true;
    const Timeline timeline = from_start(items, kNoon);
    std::map<std::size_t, int> shown;
    for (Instant t = kNoon; t < kNoon + timeline.cycle_length();) {
      const auto slot = timeline.slot_at(t);
      ++shown[slot->slide];
      t = slot->end;
    }
    for (const Item& item : items) ASSERT_EQ(shown[item.slide], item.weight);
  }
}

TEST(Timeline, AnUnusableItemMovesNobodyElse) {
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    auto items = random_items(random);
    for (Item& item : items) item.usable = true;
    if (items.size() < 2) continue;
    const Timeline before = by_wall_clock(items);
    const std::size_t gone = random() % items.size();
    items[gone].usable = false;
    const Timeline after = by_wall_clock(items);
    Instant t = kNoon;
    for (int i = 0; i < 40; ++i) {
      const auto was = before.slot_at(t), is = after.slot_at(t);
      ASSERT_EQ(is->start, was->start);
      ASSERT_EQ(is->end, was->end);
      ASSERT_NE(is->slide, items[gone].slide);
      if (was->slide != items[gone].slide) {
        ASSERT_EQ(is->slide, was->slide);
      }
      t = was->end;
    }
  }
}

TEST(Timeline, IsPure) {
  std::mt19937 random(7);
  const auto items = random_items(random);
  const Timeline one = by_wall_clock(items), other = by_wall_clock(items);
  const Instant early = kNoon + seconds(3), late = kNoon + seconds(300);
  const auto first = one.slot_at(early);
  (void)one.slot_at(late);
  EXPECT_EQ(one.slot_at(early), first);
  EXPECT_EQ(other.slot_at(early), first);
}

TEST(Timeline, ClockJumpsLandInTheRightSlot) {
  const Timeline timeline = by_wall_clock(three());
  for (const char* when :
       {"1970-01-02T00:00:01+08:00", "2038-01-19T11:14:08+08:00", "2100-03-01T00:00:20+08:00"}) {
    const Instant t = at(when);
    const auto slot = timeline.slot_at(t);
    ASSERT_TRUE(slot);
    EXPECT_LE(slot->start, t);
    EXPECT_LT(t, slot->end);
  }
}

TEST(ZoneTimeline, TakesTheZonesEnabledSlidesInFileOrder) {
  Playlist playlist;
  const auto add = [&](const char* id, const char* zone, bool enabled) {
    Slide slide;
    slide.id = id;
    slide.zone.value = zone;
    slide.duration = seconds(5);
    slide.enabled = enabled;
    playlist.slides.push_back(slide);
  };
  add("a", "main", true);
  add("b", "side", true);
  add("c", "main", false);
  add("d", "main", true);
  const Timeline main = zone_timeline(playlist, "main", {});
  EXPECT_EQ(main.cycle_length(), seconds(10));
  EXPECT_EQ(main.slot_at(kMidnight)->slide, 0u);
  EXPECT_EQ(main.slot_at(kMidnight + seconds(5))->slide, 3u);
  EXPECT_EQ(zone_timeline(playlist, "side", {}).slot_at(kMidnight)->slide, 1u);
  EXPECT_EQ(zone_timeline(playlist, "none", {}).slot_at(kMidnight), std::nullopt);
  EXPECT_EQ(zone_timeline(playlist, "main", {}, {"a"}).slot_at(kMidnight)->slide, 3u);
}

}  // namespace
}  // namespace xp::playlist
