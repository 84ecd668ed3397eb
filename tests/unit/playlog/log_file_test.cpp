// SPDX-License-Identifier: MIT
#include "playlog/log_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "playlog/log_reader.h"
#include "playlog_support.h"

namespace xp::playlog::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

LogFile opened(const Folder& folder, const Limits& limits = {}) {
  auto file = LogFile::open(folder.path(), limits);
  EXPECT_TRUE(file) << file.error().message;
  return std::move(*file);
}

void run_sql(const Folder& folder, const char* sql) {
  auto database = Database::open(folder.file(kLogFile));
  ASSERT_TRUE(database);
  const Status done = database->run(sql);
  ASSERT_TRUE(done) << done.error().message;
}

std::int64_t number(const Folder& folder, const char* sql) {
  auto database = Database::open_to_read(folder.file(kLogFile));
  EXPECT_TRUE(database);
  return *database->integer(sql);
}

TEST(LogFile, KeepsRowsAcrossOpeningsInOneChain) {
  Folder folder;
  ASSERT_TRUE(opened(folder).write(kRun, update_of(3)));
  ASSERT_TRUE(opened(folder).write(kRun, update_of(2, seconds(24))));
  const Log log = read(folder.path());
  EXPECT_THAT(story(log.rows),
              ElementsAre("a:slot-over", "b:slot-over", "a:slot-over", "a:slot-over", "b:slot-over"));
  EXPECT_EQ(log.facts.last, 5);
  EXPECT_EQ(log.facts.broken_at, 0);
  EXPECT_EQ(log.rows[1].subject, subject("b"));
  EXPECT_EQ(log.rows[1].on_screen, seconds(8));
  EXPECT_EQ(log.rows[1].run, kRun);
}

TEST(LogFile, AChangedRowIsFound) {
  Folder folder;
  ASSERT_TRUE(opened(folder).write(kRun, update_of(5)));
  run_sql(folder, "UPDATE log SET on_screen = 9000 WHERE sequence = 3");
  EXPECT_EQ(read(folder.path()).facts.broken_at, 3);
}

TEST(LogFile, AShowingLeftOpenIsClosedByTheNextRunWhenItWasLastSeen) {
  Folder folder;
  Update update = update_of(1);
  update.open = {showing("b", seconds(8), seconds(12))};
  update.now = at(seconds(12));
  ASSERT_TRUE(opened(folder).write(kRun, update));
  EXPECT_EQ(read(folder.path()).facts.open.size(), 1u);

  const playlog::Run next{"boot-2", "0.4", false};
  LogFile file = opened(folder);
  ASSERT_TRUE(file.begin_run(next, at(seconds(100)), Past::known));
  const Log log = read(folder.path());
  EXPECT_THAT(story(log.rows), ElementsAre("a:slot-over", "b:unfinished", "gap:not-running"));
  EXPECT_EQ(log.rows[1].end.wall, kStart + seconds(12));
  EXPECT_EQ(log.rows[2].begin.wall, kStart + seconds(12));
  EXPECT_EQ(log.rows[2].end.wall, kStart + seconds(100));
  EXPECT_TRUE(log.facts.open.empty());
  EXPECT_EQ(log.facts.broken_at, 0);
}

TEST(LogFile, TheFirstRunHasNoGapBeforeIt) {
  Folder folder;
  ASSERT_TRUE(opened(folder).begin_run(kRun, at({}), Past::known));
  EXPECT_TRUE(read(folder.path()).rows.empty());
}

TEST(LogFile, SimulatedRunsLeaveNoGapAndNoFloor) {
  Folder folder;
  ASSERT_TRUE(opened(folder).write(kRun, update_of(1)));
  playlog::Run trial = kRun;
  trial.simulated = true;
  Update far = update_of(1, std::chrono::hours(90'000));
  far.ended[0].run = trial;
  LogFile file = opened(folder);
  ASSERT_TRUE(file.begin_run(trial, far.now, Past::known));
  ASSERT_TRUE(file.write(trial, far));
  EXPECT_THAT(story(read(folder.path()).rows), ElementsAre("a:slot-over", "a:slot-over"));
  EXPECT_EQ(last_logged_time(folder.path()), kStart + seconds(8));
}

TEST(LogFile, TheFloorIsTheLatestTimeOfATrustedClock) {
  Folder folder;
  EXPECT_EQ(last_logged_time(folder.path()), std::nullopt);
  LogFile file = opened(folder);
  ASSERT_TRUE(file.write(kRun, update_of(1)));
  Update update = update_of(1, std::chrono::hours(1000));
  update.now.clock = ClockState::untrusted;
  ASSERT_TRUE(file.write(kRun, update));
  EXPECT_EQ(last_logged_time(folder.path()), kStart + seconds(8));
}

TEST(LogFile, ALogThatMayNotBeReadIsNotMissing) {
  Folder folder;
  const auto why = [&] { return read_log(folder.path(), [](const Row&) {}).error().message; };
  EXPECT_THAT(why(), HasSubstr("there is no play log"));
  std::filesystem::create_symlink(kLogFile, folder.file(kLogFile));  // not even root may
  EXPECT_THAT(why(), HasSubstr("cannot be read: "));
  std::filesystem::remove(folder.file(kLogFile));
  std::filesystem::create_directory(folder.file(kLogFile));
  EXPECT_THAT(why(), HasSubstr("is a folder, not a file"));
}

TEST(LogFile, ADamagedFileIsMovedAsideAndANewOneBegun) {
  Folder folder;
  ASSERT_TRUE(opened(folder).write(kRun, update_of(3)));
  std::ofstream(folder.file(kLogFile), std::ios::trunc) << std::string(8192, 'x');
  Past past = Past::known;
  auto file = LogFile::open(folder.path(), {}, &past);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->begin_run(kRun, at(seconds(60)), past));
  EXPECT_TRUE(std::filesystem::exists(folder.file("play-log.sqlite.bad")));
  EXPECT_THAT(story(read(folder.path()).rows), ElementsAre("gap:damaged"));
}

TEST(LogFile, ALastRowThatDoesNotFitIsDamage) {
  Folder folder;
  ASSERT_TRUE(opened(folder).write(kRun, update_of(3)));
  run_sql(folder, "UPDATE log SET reason = 3 WHERE sequence = 3");
  EXPECT_EQ(opened(folder).head(), 0);
  EXPECT_TRUE(std::filesystem::exists(folder.file("play-log.sqlite.bad")));
}

TEST(LogFile, OldRowsGoOnlyWhenTheFileIsBeyondItsBudgetAndTheRestVerifies) {
  Folder folder;
  Limits limits;
  limits.keep = std::chrono::hours(1);
  limits.budget = 64 << 10;
  LogFile file = opened(folder, limits);
  const Duration rest = std::chrono::hours(2);
  ASSERT_TRUE(file.write(kRun, update_of(300)));
  EXPECT_EQ(read(folder.path()).facts.first, 1) << "within the budget";
  ASSERT_TRUE(file.write(kRun, update_of(900, rest)));
  ASSERT_TRUE(file.write(kRun, update_of(1, rest + seconds(7200))));
  const Log log = read(folder.path());
  EXPECT_GT(log.facts.first, 300);
  EXPECT_EQ(log.facts.last, 1201);
  EXPECT_EQ(log.facts.broken_at, 0);
  for (const Row& row : log.rows) EXPECT_GE(row.end.wall, kStart + rest);
}

TEST(LogFile, RowsInTheirTimeStayBeyondTheBudgetButNotBeyondTheCeiling) {
  for (const bool beyond : {false, true}) {
    Folder folder;
    Limits limits;
    limits.budget = 64 << 10;
    limits.ceiling = beyond ? limits.budget : std::int64_t{1} << 30;
    LogFile file = opened(folder, limits);
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(file.write(kRun, update_of(400, seconds(3200) * i)));
    const Log log = read(folder.path());
    EXPECT_EQ(log.facts.first > 1, beyond);
    EXPECT_EQ(log.facts.last, 1600);
    EXPECT_EQ(log.facts.broken_at, 0);
  }
}

TEST(LogFile, SubjectsGoAfterTheLastOfTheirRows) {
  Folder folder;
  Limits limits;
  limits.budget = limits.ceiling = 64 << 10;
  limits.sweep = 512;
  LogFile file = opened(folder, limits);
  Update old = update_of(300);
  for (Row& row : old.ended) row.subject = subject("old");
  Update update = update_of(400, seconds(2400));
  update.open = {showing("open", seconds(5600), seconds(5601))};
  ASSERT_TRUE(file.write(kRun, old));
  for (int i = 0; i < 6; ++i) ASSERT_TRUE(file.write(kRun, update));
  const Log log = read(folder.path());
  EXPECT_GT(log.facts.first, 512);
  EXPECT_EQ(log.facts.broken_at, 0);
  EXPECT_EQ(number(folder, "SELECT count(*) FROM subject WHERE slide = 'old'"), 0);
  EXPECT_EQ(number(folder, "SELECT count(*) FROM open JOIN subject ON subject.id = open.subject"), 1);
  EXPECT_EQ(number(folder, "SELECT count(*) FROM log WHERE subject NOT IN (SELECT id FROM subject)"), 0);
}

TEST(LogFile, ARowIsSmallEnoughForTheBudget) {
  Folder folder;
  {
    LogFile file = opened(folder);
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(file.write(kRun, update_of(1000, seconds(8000) * i)));
  }
  const auto bytes = std::filesystem::file_size(folder.file(kLogFile)) / 20'000;
  const std::int64_t rows_of_8s = 183 * 24 * 3600 / 8;
  EXPECT_LT(std::int64_t(bytes) * rows_of_8s, Limits{}.budget) << bytes << " bytes a row";
}

TEST(LogFile, PeopleCanReadItWithSqliteAlone) {
  Folder folder;
  ASSERT_TRUE(opened(folder).write(kRun, update_of(2)));
  auto database = Database::open_to_read(folder.file(kLogFile));
  ASSERT_TRUE(database);
  auto row = database->prepare("SELECT slide, reason, run, hash, previous FROM play_log WHERE sequence = 2");
  ASSERT_TRUE(row);
  ASSERT_TRUE(*row->step());
  const Log log = read(folder.path());
  EXPECT_EQ(row->text(0), "b");
  EXPECT_EQ(row->text(1), "slot-over");
  EXPECT_EQ(row->text(2), "real");
  EXPECT_EQ(row->text(3), hex(log.rows[1].hash));
  EXPECT_EQ(row->text(4), hex(log.rows[0].hash));
}

}  // namespace
}  // namespace xp::playlog::test
