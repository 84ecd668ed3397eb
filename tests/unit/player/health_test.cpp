// SPDX-License-Identifier: MIT
#include "player/health.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::player {

using namespace test;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class FakeSink final : public StatusSink {
 public:
  void publish(PlayerStatus status) override { published.push_back(std::move(status)); }
  std::vector<PlayerStatus> published;
};

class FakeManager final : public ServiceManager {
 public:
  void say(std::string_view lines) override { said.emplace_back(lines); }
  std::vector<std::string> said;
};

ClockReading at(Duration since) { return {since, kStart + since}; }

Signs signs_at(Duration since) { return {at(since), kStart + since, true, std::nullopt, {}}; }

Diagnostics error_at(int line) {
  Diagnostics list;
  auto file = std::make_shared<SourceFile>(SourceFile{"playlist.toml", ""});
  list.add({Severity::warning, "tofu", {file, 1, 1, 1}, "a warning", {}});
  list.add({Severity::error, "syntax", {file, line, 2, 1}, "broken", {}});
  return list;
}

class HealthTest : public testing::Test {
 protected:
  void play(const show::Show& show, Instant t) {
    const auto slot = show.zones.at(0).timeline.slot_at(t).value();
    health.shows(show, {{"main", show.playlist.slides[slot.slide].id, slot.start, slot.end, {}}}, t);
  }
  /// Turns once a second.
  void turn_until(Duration end) {
    for (; now <= end; now += seconds(1)) health.turn(signs_at(now));
  }
  FakeSink sink;
  Health health{{{}, &sink, nullptr, std::nullopt}};
  Duration now{};
};

}  // namespace

TEST_F(HealthTest, IsWrittenAtOnceThenEveryTenSeconds) {
  turn_until(seconds(35));
  ASSERT_EQ(sink.published.size(), 4u);
  EXPECT_EQ(sink.published[0].state, PlayerState::starting);
  EXPECT_EQ(sink.published[3].written, kStart + seconds(30));
  EXPECT_EQ(health.next(), seconds(40));
}

TEST_F(HealthTest, SaysWhatIsShownAtEachChange) {
  const auto show = fake_show({{"a"}, {"b"}});
  turn_until(seconds(2));
  health.adopted(*show, {}, kStart);
  play(*show, kStart + seconds(3));
  turn_until(seconds(3));
  ASSERT_EQ(sink.published.size(), 2u);
  const PlayerStatus& said = sink.published.back();
  EXPECT_EQ(said.state, PlayerState::playing);
  EXPECT_EQ(said.playlist, "playlist.toml");
  EXPECT_EQ(said.showing.at(0).slide, "a");
  EXPECT_EQ(said.showing.at(0).since, kStart);
  EXPECT_EQ(said.next.value().slide, "b");
  EXPECT_EQ(said.next.value().at, kStart + seconds(8));
}

TEST_F(HealthTest, FilesThatDoNotAnswerAreSaidWhileTheyDoNot) {
  const auto turn = [&](Duration since, const Pulse& pulse) {
    Signs signs = signs_at(since);
    signs.worker = pulse;
    health.turn(signs);
    return health.status().files_silent_since;
  };
  EXPECT_EQ(turn(seconds(1), {true, 6, true}), std::nullopt);
  EXPECT_EQ(turn(seconds(8), {true, 7, true}), std::nullopt);
  EXPECT_EQ(turn(seconds(17), {true, 7, true}), std::nullopt);
  EXPECT_EQ(turn(seconds(18), {true, 7, true}), kStart + seconds(8));
  EXPECT_EQ(turn(seconds(40), {true, 7, true}), kStart + seconds(8));
  EXPECT_EQ(turn(seconds(41), {true, 8, true}), std::nullopt);
  EXPECT_EQ(turn(seconds(42), {false, 9, false}), std::nullopt);
  EXPECT_EQ(turn(seconds(90), {true, 9, true}), std::nullopt) << "it has only begun";
}

TEST_F(HealthTest, ManyChangesAreWrittenOnceASecond) {
  const auto show = fake_show({{"a"}, {"b"}});
  for (int i = 0; i < 500; ++i) {
    play(*show, kStart + milliseconds(i * 10));
    health.turn(signs_at(milliseconds(i * 10)));
  }
  EXPECT_EQ(sink.published.size(), 5u);
}

TEST_F(HealthTest, ANewStateIsWrittenWithoutRest) {
  const auto show = fake_show({{"a"}});
  health.turn(signs_at({}));
  play(*show, kStart);
  EXPECT_LE(health.next(), milliseconds(90));
  health.turn(signs_at(milliseconds(90)));
  ASSERT_EQ(sink.published.size(), 2u);
  EXPECT_EQ(sink.published[1].state, PlayerState::playing);
  play(*show, kStart);
  EXPECT_EQ(health.next(), milliseconds(90) + Health::kRest) << "no new state";
}

TEST_F(HealthTest, ARefusedReadingIsSaidUntilOneIsTaken) {
  const auto show = fake_show({{"a"}});
  health.adopted(*show, {}, kStart);
  health.refused(error_at(3), kStart + seconds(1));
  ASSERT_TRUE(health.status().reload->error);
  EXPECT_EQ(health.status().reload->error->id, "syntax");
  EXPECT_EQ(health.status().reload->error->place, "playlist.toml:3:2");
  EXPECT_EQ(health.status().reload->error->message, "broken");
  EXPECT_EQ(health.status().reload->at, kStart + seconds(1));
  health.adopted(*show, {}, kStart + seconds(2));
  EXPECT_FALSE(health.status().reload->error);
}

TEST_F(HealthTest, SaysWhySlidesAreLeftOut) {
  const auto show = fake_show({{"a"}, {"b", seconds(8), true}, {"c"}}, kStart, {}, {"c"});
  Diagnostics diagnostics;
  diagnostics.add(
      {Severity::error, "no-file", show->playlist.slides[1].at, "there is no file", {}, Reach::slide});
  health.left_out("c", "damaged");
  health.adopted(*show, diagnostics, kStart);
  ASSERT_EQ(health.status().unusable.size(), 2u);
  EXPECT_EQ(health.status().unusable[0].slide, "b");
  EXPECT_EQ(health.status().unusable[0].reason, "there is no file");
  EXPECT_EQ(health.status().unusable[1].slide, "c");
  EXPECT_EQ(health.status().unusable[1].reason, "damaged");
  health.adopted(*fake_show({{"a"}, {"b"}, {"c"}}), {}, kStart);
  EXPECT_THAT(health.status().unusable, IsEmpty());
}

TEST_F(HealthTest, AYearThatSchedulesAskForAndNoCalendarHasIsSaid) {
  show::Show show = *fake_show({{"a"}});
  auto calendar = std::make_shared<playlist::Calendar>();
  show.calendar = calendar;
  play(show, kStart);
  EXPECT_EQ(health.status().unknown_year, std::nullopt) << "nobody asks";
  show.playlist.slides.at(0).schedule.weekdays = {playlist::DayWord::working_day};
  play(show, kStart);
  EXPECT_EQ(health.status().unknown_year, 2022);
  calendar->years = {2022};
  play(show, kStart);
  EXPECT_EQ(health.status().unknown_year, std::nullopt);
}

TEST_F(HealthTest, AFrameIsLateAfterTwoIntervals) {
  health.presented({seconds(1), seconds(1) + milliseconds(30), seconds(1), 60});
  health.presented({seconds(2), seconds(5), std::nullopt, 60});
  EXPECT_EQ(health.status().frames.late, 0u);
  health.presented({seconds(6), seconds(6) + milliseconds(34), seconds(6), 60});
  EXPECT_EQ(health.status().frames.late, 1u);
  EXPECT_EQ(health.status().frames.presented, 3u);
  EXPECT_EQ(health.status().frames.longest, seconds(3));
}

TEST_F(HealthTest, TheStandbyCardIsAState) {
  health.refused(error_at(1), kStart);
  health.shows_standby();
  EXPECT_EQ(health.status().state, PlayerState::standby);
  EXPECT_THAT(health.status().showing, IsEmpty());
}

TEST(Health, ACardBeforeAnythingWasReadIsPutDownToCrashes) {
  FakeManager manager;
  CrashHistory history;
  history.rung = Rung::last_good;
  history.crashes = {{seconds(1), {}, {}, false}};
  Health health{{{}, nullptr, &manager, std::nullopt, history}};
  health.shows_standby();
  health.turn(signs_at(seconds(2)));
  EXPECT_THAT(manager.said.back(), HasSubstr("after crashes a card is shown"));
  health.refused(error_at(1), kStart);
  health.turn(signs_at(seconds(20)));
  EXPECT_THAT(manager.said.back(), HasSubstr("the files have mistakes"));
}

TEST_F(HealthTest, TheEndIsWrittenAtOnce) {
  turn_until(seconds(0));
  health.stopped(at(milliseconds(1)));
  EXPECT_EQ(sink.published.back().state, PlayerState::stopped);
}

TEST(Health, WithoutAReaderNothingIsDue) {
  Health health{{}};
  health.turn(signs_at(seconds(100)));
  health.stopped(at(seconds(100)));
  EXPECT_EQ(health.next(), std::nullopt);
}

}  // namespace xp::player
