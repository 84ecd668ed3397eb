// SPDX-License-Identifier: MIT
#include "base/show_clock.h"

#include <gtest/gtest.h>

namespace {

using namespace xp;

constexpr Instant kStart{1'652'581'440'000'000'000};

/// Both clocks, which tests move.
struct Machine {
  ClockReading now{seconds(100), kStart};
  void pass(Duration time, Duration wall_gains = {}) {
    now.monotonic += time;
    now.wall = now.wall + time + wall_gains;
  }
};

TEST(ShowClock, StartsAtWallTimeAndRunsWithTheMonotonicClock) {
  Machine machine;
  ShowClock clock(machine.now);
  EXPECT_EQ(clock.at(machine.now), kStart);
  machine.pass(milliseconds(16));
  EXPECT_EQ(clock.at(machine.now), kStart + milliseconds(16));
}

TEST(ShowClock, SlewsASmallStepAtATenthOfAPercent) {
  Machine machine;
  ShowClock clock(machine.now);
  machine.pass(seconds(1), milliseconds(100));
  EXPECT_EQ(clock.at(machine.now), kStart + milliseconds(1001));
  machine.pass(seconds(50));
  EXPECT_EQ(clock.at(machine.now), kStart + milliseconds(51'051));
  machine.pass(seconds(100));
  EXPECT_EQ(clock.at(machine.now), machine.now.wall) << "the 100 ms are made up after 100 s";
  machine.pass(seconds(1));
  EXPECT_EQ(clock.at(machine.now), machine.now.wall) << "and not overshot";
}

TEST(ShowClock, SlewsBackwardsWithoutEverGoingBack) {
  Machine machine;
  ShowClock clock(machine.now);
  machine.pass(milliseconds(1), milliseconds(-200));
  Instant last = clock.at(machine.now);
  for (int i = 0; i < 1000; ++i) {
    machine.pass(milliseconds(10));
    const Instant shown = clock.at(machine.now);
    EXPECT_GT(shown, last);
    EXPECT_LE(shown - last, milliseconds(10));
    last = shown;
  }
}

TEST(ShowClock, FollowsADriftingClockAtOnceEnough) {
  Machine machine;
  ShowClock clock(machine.now);
  for (int i = 0; i < 3600; ++i) {
    machine.pass(seconds(1), std::chrono::microseconds(500));  // NTP slews by 500 ppm at most
    EXPECT_EQ(clock.at(machine.now), machine.now.wall);
  }
}

TEST(ShowClock, AppliesALargeStepAtOnceInBothDirections) {
  Machine machine;
  ShowClock clock(machine.now);
  machine.pass(milliseconds(10), milliseconds(250));
  EXPECT_EQ(clock.at(machine.now), machine.now.wall);
  machine.pass(milliseconds(10), std::chrono::hours(-30 * 24));
  EXPECT_EQ(clock.at(machine.now), machine.now.wall);
  machine.pass(milliseconds(10), milliseconds(249));
  EXPECT_NE(clock.at(machine.now), machine.now.wall);
}

TEST(ShowClock, JumpsOverASuspend) {
  Machine machine;
  ShowClock clock(machine.now);
  machine.pass(milliseconds(5), std::chrono::hours(8));  // the monotonic clock sleeps too
  EXPECT_EQ(clock.at(machine.now), machine.now.wall);
}

}  // namespace
