// SPDX-License-Identifier: MIT
#include "playlog/report.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "playlog/log_file.h"
#include "playlog_support.h"

namespace xp::playlog::test {
namespace {

using std::chrono::hours;
using testing::ElementsAre;
using testing::IsEmpty;

class ReportTest : public testing::Test {
 protected:
  void write(const Update& update) {
    auto file = LogFile::open(folder.path());
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write(kRun, update));
  }
  Report report(const ReportRequest& request = {}) {
    auto made = make_reports(folder.path(), {request});
    EXPECT_TRUE(made);
    return made ? std::move(made->front()) : Report{};
  }
  static std::vector<std::string> lines(const Report& report) {
    std::vector<std::string> out;
    for (const ReportLine& line : report.lines)
      out.push_back(fmt::format("{}/{} {} {} {:.0f}%", line.zone, line.key, line.times,
                                format_duration(line.on_screen), line.share * 100));
    return out;
  }
  static std::vector<std::string> gaps(const Report& report) {
    std::vector<std::string> out;
    for (const ReportGap& gap : report.gaps)
      out.push_back(fmt::format("{} {} {}", gap.cause, format_duration(gap.until - gap.from), gap.lost));
    return out;
  }
  Folder folder;
};

TEST_F(ReportTest, CountsByZoneAndSlide) {
  Update update = update_of(3);
  Row clock = showing("clock", {}, seconds(24));
  clock.subject.zone = "top";
  update.ended.push_back(clock);
  write(update);
  const Report made = report();
  EXPECT_THAT(lines(made), ElementsAre("main/a 2 16s 67%", "main/b 1 8s 33%", "top/clock 1 24s 100%"));
  EXPECT_EQ(made.times, 4);
  EXPECT_EQ(made.lines[0].title, "守好您的钱袋子");
  EXPECT_EQ(made.from, kStart);
  EXPECT_EQ(made.until, kStart + seconds(24));
  EXPECT_EQ(made.facts.last, 4);
}

TEST_F(ReportTest, WhatIsStillOnTheScreenCounts) {
  Update update = update_of(1);
  update.open = {showing("b", seconds(8), seconds(12))};
  write(update);
  EXPECT_THAT(lines(report()), ElementsAre("main/a 1 8s 67%", "main/b 1 4s 33%"));
}

TEST_F(ReportTest, DaysAndHoursHaveTheirPartOfALongShowing) {
  Update update;
  update.ended = {showing("a", hours(13), hours(15)), showing("b", hours(15), hours(15) + seconds(36))};
  write(update);  // 23:00 to 01:00, then 01:00 to 01:00:36
  ReportRequest request;
  request.by = By::day;
  EXPECT_THAT(lines(report(request)), ElementsAre("main/2026-05-15 1 1h 4%", "main/2026-05-16 1 3636s 4%"));
  request.by = By::hour;
  EXPECT_THAT(lines(report(request)),
              ElementsAre("main/2026-05-15 23:00 1 1h 100%", "main/2026-05-16 00:00 0 1h 100%",
                          "main/2026-05-16 01:00 1 36s 1%"));
}

TEST_F(ReportTest, APeriodTakesItsPart) {
  write(update_of(4));
  ReportRequest request;
  request.since = kStart + seconds(4);
  request.until = kStart + seconds(16);
  EXPECT_THAT(lines(report(request)), ElementsAre("main/b 1 8s 67%", "main/a 0 4s 33%"));
}

TEST_F(ReportTest, TrialRunsAreNeverCountedWithRealOnes) {
  Update update = update_of(2);
  update.ended[1].run.simulated = true;
  write(update);
  EXPECT_THAT(lines(report()), ElementsAre("main/a 1 8s 100%"));
  EXPECT_EQ(report().left_out, 1);
  ReportRequest request;
  request.runs = Runs::simulated;
  EXPECT_THAT(lines(report(request)), ElementsAre("main/b 1 8s 100%"));
}

TEST_F(ReportTest, GapsHaveTheirCauses) {
  Update update = update_of(4);
  update.ended[1].clock = update.ended[2].clock = ClockState::untrusted;
  update.lost = {7, Reason::not_written, at(seconds(32)).at, at(seconds(92)).at};
  write(update);
  EXPECT_THAT(gaps(report()), ElementsAre("clock-untrusted 16s 0", "not-written 1m 7"));
  ReportRequest request;
  request.since = kStart + seconds(40);
  EXPECT_THAT(gaps(report(request)), ElementsAre("not-written 52s 7"));
  request.since = kStart + seconds(100);
  EXPECT_THAT(gaps(report(request)), IsEmpty());
}

TEST_F(ReportTest, AClockThatWasSetBackLosesNoSeconds) {
  Update update;
  update.ended = {showing("a", hours(1), hours(1) + seconds(8))};
  update.ended[0].end.wall = kStart;
  write(update);
  EXPECT_THAT(lines(report()), ElementsAre("main/a 1 8s 100%"));
}

TEST_F(ReportTest, AnEmptyFolderIsAnError) { EXPECT_FALSE(make_reports(folder.path(), {{}})); }

}  // namespace
}  // namespace xp::playlog::test
