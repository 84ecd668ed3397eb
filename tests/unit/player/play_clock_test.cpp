// SPDX-License-Identifier: MIT
#include "player/play_clock.h"

#include <gtest/gtest.h>

namespace xp::player {

namespace {

constexpr Instant kWall{1'652'580'000'000'000'000}, kElsewhere{1'000'000'000'000'000'000};
constexpr Duration kFirst = seconds(1000);

ClockReading after(Duration d) { return {kFirst + d, kWall + d}; }

}  // namespace

TEST(PlayClock, IsWallTimeByItself) {
  PlayClock clock(after({}), {}, 1);
  EXPECT_EQ(clock.now(after({})), kWall);
  EXPECT_EQ(clock.now(after(seconds(5))), kWall + seconds(5));
  EXPECT_EQ(clock.played(after(seconds(5))), seconds(5));
}

TEST(PlayClock, FollowsASetWallClock) {
  PlayClock clock(after({}), {}, 1);
  EXPECT_EQ(clock.now({kFirst + seconds(1), kWall + seconds(3600)}), kWall + seconds(3600));
}

TEST(PlayClock, BeginsWhereItIsTold) {
  PlayClock clock(after({}), kElsewhere, 1);
  EXPECT_EQ(clock.now(after({})), kElsewhere);
  EXPECT_EQ(clock.now({kFirst + seconds(2), kWall + seconds(9999)}), kElsewhere + seconds(2));
}

TEST(PlayClock, RunsFaster) {
  PlayClock clock(after({}), kElsewhere, 10);
  EXPECT_EQ(clock.now(after(seconds(6))), kElsewhere + seconds(60));
  EXPECT_EQ(clock.played(after(seconds(6))), seconds(60));
  EXPECT_EQ(clock.when(kElsewhere + seconds(60), after(seconds(1))), kFirst + seconds(6));
  EXPECT_EQ(clock.when_played(seconds(60), after(seconds(1))), kFirst + seconds(6));
}

TEST(PlayClock, IsNeverEarlyForATimeItNamed) {
  PlayClock clock(after({}), kElsewhere, 3);
  for (int i = 1; i < 50; ++i) {
    const Instant t = kElsewhere + Duration(i * 16'666'667);
    const auto when = clock.when(t, after({}));
    ASSERT_TRUE(when);
    EXPECT_GE(clock.now(after(*when - kFirst)), t);
  }
}

TEST(PlayClock, StandsStillAtSpeedZero) {
  PlayClock clock(after({}), kElsewhere, 0);
  EXPECT_EQ(clock.now(after(seconds(100))), kElsewhere);
  EXPECT_EQ(clock.when(kElsewhere + seconds(1), after({})), std::nullopt);
  EXPECT_EQ(clock.when_played(seconds(1), after({})), std::nullopt);
}

TEST(PlayClock, NeverHasNoTime) {
  PlayClock clock(after({}), {}, 1);
  EXPECT_EQ(clock.when(kNever, after({})), std::nullopt);
}

TEST(PlayClock, PausesAndGoesOnFromThere) {
  PlayClock clock(after({}), kElsewhere, 1);
  clock.pause(after(seconds(3)));
  EXPECT_TRUE(clock.paused());
  EXPECT_EQ(clock.now(after(seconds(50))), kElsewhere + seconds(3));
  EXPECT_EQ(clock.when(kElsewhere + seconds(9), after(seconds(50))), std::nullopt);
  clock.resume(after(seconds(50)));
  EXPECT_EQ(clock.now(after(seconds(52))), kElsewhere + seconds(5));
}

TEST(PlayClock, JumpsRunningOrPaused) {
  PlayClock clock(after({}), kElsewhere, 1);
  clock.jump_to(kElsewhere + seconds(100), after(seconds(1)));
  EXPECT_EQ(clock.now(after(seconds(2))), kElsewhere + seconds(101));
  clock.pause(after(seconds(2)));
  clock.jump_to(kElsewhere - seconds(5), after(seconds(3)));
  EXPECT_EQ(clock.now(after(seconds(9))), kElsewhere - seconds(5));
  clock.resume(after(seconds(9)));
  EXPECT_EQ(clock.now(after(seconds(10))), kElsewhere - seconds(4));
}

TEST(PlayClock, JumpsAndPausesAreNoTimePlayed) {
  PlayClock clock(after({}), kElsewhere, 1);
  clock.jump_to(kElsewhere + seconds(100), after(seconds(1)));
  EXPECT_EQ(clock.played(after(seconds(2))), seconds(2));
}

}  // namespace xp::player
