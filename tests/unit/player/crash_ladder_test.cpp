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
  const CrashHistory history = crashing({}, "bad", {0, 200, 400, 600, 800, 1000});
  EXPECT_THAT(history.quarantined, IsEmpty());
  EXPECT_EQ(history.rung, Rung::whole);
  EXPECT_THAT(history.crashes, SizeIs(2));
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

TEST(CrashLadder, NothingIsHeldBackBelowTheCard) {
  CrashHistory history = after_start(crashing({}, "bad", {1, 2, 3, 4, 5, 6}), seconds(7));
  EXPECT_EQ(history.rung, Rung::last_good);
  EXPECT_EQ(may_play_at(history, seconds(8)), seconds(8));
}

/// It crashes at once, whatever is played.
TEST(CrashLadder, NeverStartsMoreThanTenTimesAnHour) {
  CrashHistory history;
  std::vector<Duration> starts{Duration{}};
  for (Duration now{}; now < std::chrono::hours(24);) {
    now += seconds(2);
    history = after_crash(std::move(history), {now, version("bad"), kPlaylist, false}, {});
    now = may_play_at(history, now);
    history = after_start(std::move(history), now);
    starts.push_back(now);
  }
  for (std::size_t i = 11; i < starts.size(); ++i)
    EXPECT_GT(starts[i] - starts[i - 10], std::chrono::hours(1) - seconds(2)) << i;
  EXPECT_GT(starts.size(), 24u * 5) << "and yet it tries";
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
