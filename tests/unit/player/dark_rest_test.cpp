// SPDX-License-Identifier: MIT
#include "player/dark_rest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::player {

using namespace test;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::SizeIs;

namespace {

struct Published final : StatusSink {
  void publish(PlayerStatus status) override { all.push_back(std::move(status)); }
  std::vector<PlayerStatus> all;
};

struct Said final : ServiceManager {
  void say(std::string_view lines) override { all.emplace_back(lines); }
  std::vector<std::string> all;
};

/// Time that jumps, until somebody stops it.
struct Sleeper final : Waiter {
  ClockReading now() override { return {elapsed, kStart + elapsed}; }
  Wake wait(Duration deadline, int) override {
    elapsed = std::min(deadline, stopped_at);
    Wake wake;
    wake.stop = elapsed == stopped_at;
    return wake;
  }
  Duration elapsed{}, stopped_at = std::chrono::hours(24);
};

class DarkRest : public testing::Test {
 protected:
  Published published;
  Said manager;
  Sleeper waiter;
  Health health{{{}, &published, &manager, seconds(8)}};
};

}  // namespace

TEST_F(DarkRest, IsInTheStatusFromItsBeginningToItsEnd) {
  EXPECT_TRUE(rest_dark(waiter, std::chrono::hours(1), health));
  EXPECT_EQ(waiter.elapsed, std::chrono::hours(1));
  ASSERT_THAT(published.all, SizeIs(360)) << "every ten seconds";
  EXPECT_THAT(published.all, Each(Field(&PlayerStatus::state, PlayerState::dark)));
  EXPECT_EQ(published.all.front().written, kStart);
}

TEST_F(DarkRest, TheServiceManagerKnowsAndIsPinged) {
  rest_dark(waiter, seconds(40), health);
  EXPECT_EQ(std::ranges::count(manager.all, "READY=1"), 1);
  EXPECT_EQ(std::ranges::count(manager.all, "WATCHDOG=1"), 10) << "twice a period";
  EXPECT_THAT(manager.all, Contains(HasSubstr("nothing is shown until the next try")));
}

TEST_F(DarkRest, EndsWhenItIsToldTo) {
  waiter.stopped_at = seconds(5);
  EXPECT_FALSE(rest_dark(waiter, std::chrono::hours(1), health));
  EXPECT_EQ(waiter.elapsed, seconds(5));
}

}  // namespace xp::player
