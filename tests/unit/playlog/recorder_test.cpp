// SPDX-License-Identifier: MIT
#include "playlog/recorder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "playlog_support.h"

namespace xp::playlog::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Kept final : public Sink {
 public:
  void take(Update update) override {
    rows.insert(rows.end(), update.ended.begin(), update.ended.end());
    open = update.open;
    ++updates;
  }
  std::vector<Row> rows, open;
  int updates = 0;
};

class RecorderTest : public testing::Test {
 protected:
  RecorderTest() { recorder.visible(at({})); }
  /// `slide` from `from` on for 8 s, seen at `now`.
  void shows(const std::string& slide, Duration from, Duration now) {
    recorder.shows({slot(slide, from)}, kStart + now, at(now));
  }
  static Slot slot(const std::string& slide, Duration from) {
    return {subject(slide), kStart + from, kStart + from + seconds(8)};
  }
  Kept kept;
  Recorder recorder{&kept, kRun};
};

TEST_F(RecorderTest, ASlotIsARowWhenItIsOver) {
  shows("a", {}, {});
  EXPECT_THAT(kept.rows, IsEmpty());
  ASSERT_EQ(kept.open.size(), 1u);
  shows("b", seconds(8), seconds(8));
  ASSERT_THAT(story(kept.rows), ElementsAre("a:slot-over"));
  EXPECT_EQ(kept.rows[0].begin.wall, kStart);
  EXPECT_EQ(kept.rows[0].end.wall, kStart + seconds(8));
  EXPECT_EQ(kept.rows[0].on_screen, seconds(8));
  EXPECT_EQ(kept.rows[0].run, kRun);
  EXPECT_EQ(kept.open.size(), 1u);
}

TEST_F(RecorderTest, TheSameSlideInItsNextSlotIsAnotherShowing) {
  shows("a", {}, {});
  shows("a", seconds(8), seconds(8));
  EXPECT_THAT(story(kept.rows), ElementsAre("a:slot-over"));
}

TEST_F(RecorderTest, WhatIsOverAtOnceIsNoShowing) {
  shows("a", {}, {});
  shows("b", seconds(8), seconds(8));
  shows("c", seconds(9), seconds(8) + Duration{999'999});
  shows("d", seconds(17), seconds(17));
  EXPECT_THAT(story(kept.rows), ElementsAre("a:slot-over", "c:slot-over"));
}

TEST_F(RecorderTest, AReloadThatLeavesItAloneDoesNotEndIt) {
  shows("a", {}, {});
  Slot same = slot("a", seconds(1));
  same.subject.show = "show-2";
  recorder.shows({same}, kStart + seconds(3), at(seconds(3)));
  EXPECT_THAT(kept.rows, IsEmpty());
  shows("b", seconds(9), seconds(9));
  EXPECT_THAT(story(kept.rows), ElementsAre("a:slot-over"));
}

TEST_F(RecorderTest, SaysWhyItEndedEarly) {
  shows("a", {}, {});
  Slot changed = slot("a", {});
  changed.subject.show = "show-2";
  changed.subject.content = "other";
  recorder.shows({changed}, kStart + seconds(2), at(seconds(2)));
  Slot urgent = slot("b", seconds(4));
  urgent.subject.show = "show-2";
  recorder.shows({urgent}, kStart + seconds(4), at(seconds(4)));
  recorder.stopped(Reason::stop, at(seconds(5)));
  EXPECT_THAT(story(kept.rows), ElementsAre("a:reload", "a:pre-empted", "b:stop"));
  EXPECT_THAT(kept.open, IsEmpty());
}

TEST_F(RecorderTest, AClockThatWasSetIsSaid) {
  shows("a", {}, {});
  const Moment later{{seconds(4), kStart + std::chrono::hours(24)}, ClockState::trusted};
  recorder.shows({slot("a", std::chrono::hours(24))}, later.at.wall, later);
  EXPECT_THAT(story(kept.rows), ElementsAre("a:clock-set"));
  EXPECT_EQ(kept.rows[0].on_screen, seconds(4)) << "the monotonic clock knows";
}

TEST_F(RecorderTest, OnlyVisibleTimeCounts) {
  shows("a", {}, {});
  recorder.hidden(at(seconds(2)));
  recorder.visible(at(seconds(5)));
  recorder.visible(at(seconds(6)));
  shows("b", seconds(8), seconds(8));
  EXPECT_EQ(kept.rows.at(0).on_screen, seconds(5));
}

TEST_F(RecorderTest, TheStandbyCardIsAGap) {
  shows("a", {}, {});
  recorder.shows_none(Reason::standby, at(seconds(3)));
  recorder.shows_none(Reason::standby, at(seconds(4)));
  shows("a", seconds(20), seconds(20));
  ASSERT_THAT(story(kept.rows), ElementsAre("a:standby", "gap:standby"));
  EXPECT_EQ(kept.rows[1].begin.wall, kStart + seconds(3));
  EXPECT_EQ(kept.rows[1].end.wall, kStart + seconds(20));
}

TEST_F(RecorderTest, ZonesAreRowsOfTheirOwn) {
  Slot clock = slot("clock", {});
  clock.subject.zone = "top";
  clock.end = kStart + std::chrono::hours(24);
  recorder.shows({slot("a", {}), clock}, kStart, at({}));
  recorder.shows({slot("b", seconds(8)), clock}, kStart + seconds(8), at(seconds(8)));
  EXPECT_THAT(story(kept.rows), ElementsAre("a:slot-over"));
  EXPECT_EQ(kept.open.size(), 2u);
}

TEST_F(RecorderTest, SaysNowAndThenThatALongShowingGoesOn) {
  shows("a", {}, {});
  recorder.turn(at(seconds(29)));
  EXPECT_EQ(kept.updates, 1);
  recorder.turn(at(seconds(30)));
  recorder.turn(at(seconds(31)));
  EXPECT_EQ(kept.updates, 2);
  EXPECT_EQ(kept.open.at(0).end.wall, kStart + seconds(30));
  EXPECT_EQ(kept.open.at(0).reason, Reason::unfinished);
}

TEST_F(RecorderTest, ARowIsAsTrustedAsItsWorseEnd) {
  shows("a", {}, {});
  Moment doubtful = at(seconds(8));
  doubtful.clock = ClockState::untrusted;
  recorder.shows({slot("b", seconds(8))}, doubtful.at.wall, doubtful);
  EXPECT_EQ(kept.rows.at(0).clock, ClockState::untrusted);
}

}  // namespace
}  // namespace xp::playlog::test
