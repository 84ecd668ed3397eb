// SPDX-License-Identifier: MIT
#include "player/crash_ladder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xp::player {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

const Hash kPlaylist = hash_bytes("playlist"), kOther = hash_bytes("another playlist");

SlideVersion version(const std::string& slide) { return {slide, hash_bytes(slide)}; }

Crash crash_of(const std::string& slide, Duration at) {
  return {at, slide.empty() ? SlideVersion{} : version(slide), kPlaylist, false};
}

/// A player that crashes at these seconds.
CrashHistory crashing(CrashHistory history, const std::string& slide, const std::vector<int>& times) {
  for (const int time : times) history = after_crash(std::move(history), crash_of(slide, seconds(time)), {});
  return history;
}

std::vector<std::string> names(const CrashHistory& history) {
  std::vector<std::string> out;
  for (const Quarantine& q : history.quarantined) out.push_back(q.slide.slide);
  return out;
}

}  // namespace

TEST(CrashLadder, ASlideThatCrashesThriceInFiveMinutesIsQuarantined) {
  const CrashHistory twice = crashing({}, "bad", {10, 20});
  EXPECT_THAT(twice.quarantined, IsEmpty());
  const CrashHistory thrice = crashing(twice, "bad", {10 + 300});
  EXPECT_THAT(names(thrice), ElementsAre("bad"));
  EXPECT_EQ(thrice.rung, Rung::quarantine);
  EXPECT_TRUE(is_quarantined(thrice, version("bad")));
  EXPECT_FALSE(is_quarantined(thrice, {"bad", hash_bytes("mended")})) << "until its content changes";
}

TEST(CrashLadder, CrashesThatLieFartherApartDoNotCount) {
  CrashHistory history;
  for (int time = 0; time < 4000; time += 400)
    history = crashing(crashing(history, "bad", {time}), "other", {time + 200});
  EXPECT_THAT(history.quarantined, IsEmpty());
  EXPECT_EQ(history.rung, Rung::whole);
}

TEST(CrashLadder, ASlideThatCrashesInEachRoundOfALongLoopIsQuarantined) {
  EXPECT_THAT(names(crashing({}, "bad", {0, 1200, 2400})), ElementsAre("bad"));
  EXPECT_THAT(names(crashing({}, "bad", {0, 2000, 4000})), IsEmpty()) << "not within an hour";
  const CrashHistory with_another = crashing(crashing({}, "bad", {0, 400}), "other", {800});
  EXPECT_THAT(names(crashing(with_another, "bad", {1200})), IsEmpty()) << "not in a row";
}

TEST(CrashLadder, CrashesOfDifferentSlidesQuarantineNone) {
  CrashHistory history = crashing({}, "a", {0, 1});
  history = crashing(history, "b", {2, 3});
  EXPECT_THAT(history.quarantined, IsEmpty());
  history = crashing(history, "c", {4, 5});
  EXPECT_EQ(history.rung, Rung::last_good) << "six of one playlist are too many whoever it was";
  EXPECT_EQ(history.bad_playlist, kPlaylist);
}

TEST(CrashLadder, CrashesOfNoSlideLeadToTheLastGoodPlaylist) {
  CrashHistory history;
  for (int i = 0; i < 6; ++i) history = after_crash(history, {seconds(i), {}, {}, true}, {});
  EXPECT_THAT(history.quarantined, IsEmpty());
  EXPECT_EQ(history.rung, Rung::last_good);
}

TEST(CrashLadder, ThreeMoreGiveUpThePlaylistAndThreeMoreEverything) {
  CrashHistory history = crashing({}, "bad", {1, 2, 3});
  history = crashing(history, "worse", {4, 5});
  EXPECT_EQ(history.rung, Rung::quarantine);
  history = crashing(history, "other", {6});
  EXPECT_EQ(history.rung, Rung::last_good);
  EXPECT_EQ(history.bad_playlist, kPlaylist);
  history = crashing(history, "other", {7, 8});
  EXPECT_EQ(history.rung, Rung::last_good);
  history = crashing(history, "third", {9});
  EXPECT_EQ(history.rung, Rung::safe_card);
}

TEST(CrashLadder, AnotherPlaylistIsNotBlamedForTheFirst) {
  CrashHistory history = crashing({}, "bad", {1, 2});
  history = after_crash(history, {seconds(3), version("bad"), kOther, false}, {});
  EXPECT_THAT(history.quarantined, IsEmpty());
  EXPECT_THAT(history.crashes, SizeIs(1));
}

TEST(CrashLadder, ALastGoodPlaylistIsTriedAtOnceAndThenNowAndThen) {
  CrashHistory history = after_start(crashing({}, "bad", {1, 2, 3, 4, 5, 6}), seconds(7));
  EXPECT_EQ(history.rung, Rung::last_good);
  EXPECT_EQ(may_play_at(history, seconds(7)), seconds(7));
  history = after_start(crashing(history, "other", {8}), seconds(9));
  EXPECT_EQ(may_play_at(history, seconds(9)), seconds(9) + kRestBetween);
}

/// Players that live so long after what they may not survive, and are started again a second after.
struct Crashing {
  const char* what;
  Duration life;
  bool on_card_too;
  std::size_t slides;  ///< that crash in turn
};

/// For a day: when players are started.
std::vector<Duration> starts_of(const Crashing& crashing) {
  CrashHistory history;
  std::vector<Duration> starts{Duration{}};
  bool on_card = false;
  for (Duration now = crashing.life; now < std::chrono::hours(24); now += crashing.life) {
    const std::string slide = "slide " + std::to_string(starts.size() % crashing.slides);
    now += seconds(1);
    history = after_crash(std::move(history), {now, version(slide), kPlaylist, on_card}, {});
    history = after_start(std::move(history), now);
    starts.push_back(now);
    const Duration play = may_play_at(history, now);
    on_card = crashing.on_card_too && play > now && !on_card;
    if (!on_card) now = play;
  }
  return starts;
}

TEST(CrashLadder, NoHourHasMoreThanTenStartsTheFirstIncluded) {
  using std::chrono::milliseconds, std::chrono::hours, std::chrono::minutes;
  for (const Crashing& crashing : {Crashing{"at once", milliseconds(1), false, 1},
                                   {"at once, the card too", milliseconds(1), true, 1},
                                   {"after a second", seconds(1), false, 7},
                                   {"after a second, the card too", seconds(1), true, 7},
                                   {"every other minute", minutes(2), false, 7},
                                   {"every other minute, the card too", minutes(2), true, 2},
                                   {"every six minutes", minutes(6), false, 7}}) {
    SCOPED_TRACE(crashing.what);
    const std::vector<Duration> starts = starts_of(crashing);
    for (std::size_t i = kMostStarts; i < starts.size(); ++i)
      EXPECT_GE(starts[i] - starts[i - kMostStarts], hours(1)) << i;
    EXPECT_GT(starts.size(), 24U * 5) << "and yet it tries";
  }
}

TEST(CrashLadder, WhatCrashesFewTimesAnHourIsNotHeldBack) {
  CrashHistory history;
  Duration now{};
  for (std::size_t i = 0; i < 2 * kMostTries; ++i) {
    now += std::chrono::minutes(9);
    history = after_crash(std::move(history), crash_of("slide " + std::to_string(i % 3), now), {});
    history = after_start(std::move(history), now);
    EXPECT_EQ(may_play_at(history, now), now) << i;
  }
}

TEST(CrashLadder, AnHourOfPlayingWipesTheSlateButNotTheQuarantine) {
  CrashHistory history = after_calm(crashing({}, "bad", {1, 2, 3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(history.rung, Rung::whole);
  EXPECT_THAT(history.crashes, IsEmpty());
  EXPECT_THAT(names(history), ElementsAre("bad"));
  EXPECT_EQ(history.bad_playlist, kPlaylist);
}

TEST(CrashLadder, AStartOfTheMachineIsNoCrashAndItsTimesMeanNothing) {
  CrashHistory history = after_start(crashing({}, "bad", {1, 2, 3, 4}), seconds(5));
  history.boot_id = "one";
  EXPECT_THAT(after_boot(history, "one").crashes, SizeIs(1));
  const CrashHistory fresh = after_boot(history, "two");
  EXPECT_EQ(fresh.boot_id, "two");
  EXPECT_EQ(fresh.rung, Rung::whole);
  EXPECT_THAT(fresh.crashes, IsEmpty());
  EXPECT_THAT(fresh.starts, IsEmpty());
  EXPECT_THAT(names(fresh), ElementsAre("bad"));
}

TEST(CrashLadder, ForgetsTheOldestOfTooManyQuarantines) {
  CrashHistory history;
  for (std::size_t i = 0; i <= kMostQuarantined; ++i) {
    history.rung = Rung::whole;
    const int t = static_cast<int>(i) * 10;
    history = crashing(history, "s" + std::to_string(i), {t, t + 1, t + 2});
  }
  EXPECT_THAT(history.quarantined, SizeIs(kMostQuarantined));
  EXPECT_FALSE(is_quarantined(history, version("s0")));
}

}  // namespace xp::player
