// SPDX-License-Identifier: MIT
#include "player/watchdog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::player {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr Duration kPeriod = seconds(10);

/// A player whose state is looked at twice a period; what goes wrong begins at 20 s.
class WatchdogTest : public testing::Test {
 protected:
  static constexpr Duration kFault = seconds(20);

  Signs well(Duration now) const {
    return {{now, kStart + now}, kStart + now, true, now + seconds(8), {true, std::uint64_t(now.count())}};
  }
  /// The times at which it pings, with `spoil` applied to the signs from kFault on.
  template <class Spoil>
  std::vector<Duration> pings(Spoil spoil) {
    std::vector<Duration> out;
    for (Duration now{}; now <= seconds(60); now = dog.next().value()) {
      Signs signs = well(now);
      if (now > kFault) spoil(signs);
      if (dog.check(signs).empty()) out.push_back(now);
    }
    return out;
  }
  Watchdog dog{kPeriod};
};

}  // namespace

TEST_F(WatchdogTest, PingsTwiceAPeriodWhileAllIsWell) {
  EXPECT_EQ(pings([](Signs&) {}).size(), 13u);
  EXPECT_EQ(dog.next(), seconds(65));
}

TEST_F(WatchdogTest, ABlockedTimelineEndsThePings) {
  EXPECT_LE(pings([](Signs& s) { s.show_time = kStart + kFault; }).back(), kFault + kPeriod);
}

TEST_F(WatchdogTest, AClockThatIsSetBackByAsMuchAsPassedIsWell) {
  EXPECT_EQ(pings([](Signs& s) { s.show_time = s.show_time - kPeriod / 2; }).size(), 13u);
}

TEST_F(WatchdogTest, APictureThatDoesNotComeEndsThePings) {
  EXPECT_LE(pings([](Signs& s) { s.picture_due = kFault; }).back(), kFault + kPeriod);
}

TEST_F(WatchdogTest, ABlockedWorkerEndsThePings) {
  EXPECT_LE(pings([](Signs& s) { s.worker = {true, 7}; }).back(), kFault + kPeriod);
}

TEST_F(WatchdogTest, AWorkerThatWaitsForFilesIsWellWhilePicturesCome) {
  EXPECT_EQ(pings([](Signs& s) { s.worker = {true, 7, true}; }).size(), 13u);
  const auto late = [](Signs& s) { s.worker = {true, 7, true}, s.picture_due = kFault; };
  dog = Watchdog(kPeriod);
  EXPECT_LE(pings(late).back(), kFault + kPeriod);
}

TEST_F(WatchdogTest, ABlockedPresentEndsThePings) {
  dog.check(well(seconds(0)));
  dog.presented(seconds(6));
  EXPECT_EQ(dog.check(well(seconds(6))), "a picture took 6s");
  EXPECT_THAT(dog.check(well(seconds(11))), IsEmpty()) << "what is over is forgotten";
}

TEST_F(WatchdogTest, AnIdleWorkerAndAPictureThatNeverChangesAreWell) {
  EXPECT_EQ(pings([](Signs& s) { s.worker = {false, 7}, s.picture_due.reset(); }).size(), 13u);
}

TEST_F(WatchdogTest, TimeThatStandsStillOnPurposeIsWell) {
  EXPECT_EQ(pings([](Signs& s) { s.time_runs = false, s.show_time = kStart; }).size(), 13u);
}

}  // namespace xp::player
