// SPDX-License-Identifier: MIT
#include "playlist/power.h"

#include <gtest/gtest.h>

namespace xp::playlist {
namespace {

Instant at(const char* text) { return *parse_instant(text); }

Schedule hours(int from, int to, std::vector<DayWord> weekdays = {}) {
  Schedule schedule;
  schedule.weekdays = std::move(weekdays);
  schedule.hours = {{from * 60, to * 60}};
  return schedule;
}

Power power(const std::vector<Schedule>& on) { return {on, std::make_shared<const Calendar>(), UtcOffset{}}; }

TEST(Power, IsAlwaysOnWithoutHours) {
  EXPECT_EQ(Power().at(at("2022-05-15T03:00:00+08:00")).state, PanelState::on);
  EXPECT_EQ(Power().at(at("2022-05-15T03:00:00+08:00")).until, kNever);
}

TEST(Power, IsOffOutsideItsHours) {
  const Power panel = power({hours(7, 22)});
  EXPECT_EQ(panel.at(at("2022-05-15T06:59:59+08:00")).state, PanelState::off);
  EXPECT_EQ(panel.at(at("2022-05-15T07:00:00+08:00")).state, PanelState::on);
  EXPECT_EQ(panel.at(at("2022-05-15T21:59:59+08:00")).state, PanelState::on);
  EXPECT_EQ(panel.at(at("2022-05-15T22:00:00+08:00")).state, PanelState::off);
}

TEST(Power, SaysWhenItChanges) {
  const Power panel = power({hours(7, 22)});
  EXPECT_EQ(panel.at(at("2022-05-15T12:00:00+08:00")).until, at("2022-05-15T22:00:00+08:00"));
  EXPECT_EQ(panel.at(at("2022-05-15T22:30:00+08:00")).until, at("2022-05-16T07:00:00+08:00"))
      << "over midnight";
}

TEST(Power, LooksOverDaysThatAreDarkThroughout) {
  const Power panel = power({hours(8, 18, {DayWord::working_day})});
  EXPECT_EQ(panel.at(at("2022-05-13T18:00:00+08:00")).until, at("2022-05-16T08:00:00+08:00")) << "a weekend";
}

TEST(Power, IsOnWhileOneOfItsSchedulesHolds) {
  const Power panel = power({hours(7, 22, {DayWord::working_day}), hours(9, 21, {DayWord::day_off})});
  EXPECT_EQ(panel.at(at("2022-05-13T07:30:00+08:00")).state, PanelState::on) << "a Friday";
  EXPECT_EQ(panel.at(at("2022-05-14T07:30:00+08:00")).state, PanelState::off) << "a Saturday";
  EXPECT_EQ(panel.at(at("2022-05-14T07:30:00+08:00")).until, at("2022-05-14T09:00:00+08:00"));
}

TEST(Power, ASearchForAPanelThatNeverComesOnEnds) {
  Schedule past;
  past.until = parse_date("2020-01-01");
  const PowerStretch stretch = power({past}).at(at("2022-05-15T12:00:00+08:00"));
  EXPECT_EQ(stretch.state, PanelState::off);
  EXPECT_GE(stretch.until, at("2023-05-15T00:00:00+08:00"));
}

}  // namespace
}  // namespace xp::playlist
