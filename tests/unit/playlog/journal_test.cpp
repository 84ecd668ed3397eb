// SPDX-License-Identifier: MIT
#include "playlog/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "playlog_support.h"
#include "support/failing_sqlite.h"
#include "support/full_disk.h"

namespace xp::playlog::test {
namespace {

using testing::ElementsAre;

Journal written(const Folder& folder, int rows) {
  Journal journal(folder.path(), kRun);
  journal.take(update_of(rows));
  journal.write({});
  return journal;
}

TEST(Journal, HasNothingToDoWhenAllIsWritten) {
  Folder folder;
  const Journal journal = written(folder, 1);
  EXPECT_EQ(journal.due(), std::nullopt);
  EXPECT_THAT(story(read(folder.path()).rows), ElementsAre("a:slot-over"));
}

TEST(Journal, WithoutAFolderItTriesAgainWithinAMinuteAndNothingIsLost) {
  Folder folder;
  const std::string state = folder.file("state");
  Journal journal(state, kRun);
  journal.take(update_of(2));
  journal.write({});
  ASSERT_TRUE(journal.due());
  EXPECT_LE(*journal.due(), seconds(60));
  std::filesystem::create_directories(state);
  journal.write(*journal.due() - Duration{1});
  EXPECT_NE(journal.due(), std::nullopt) << "not yet";
  journal.take(update_of(1, seconds(16)));
  journal.write(*journal.due());
  EXPECT_EQ(journal.due(), std::nullopt);
  const Log log = read(state);
  EXPECT_EQ(log.rows.size(), 3u);
  EXPECT_EQ(log.facts.broken_at, 0);
}

TEST(Journal, AFullDiskLeavesAGapAsLongAsWhatWasLost) {
  Folder folder;
  Journal journal = written(folder, 1);
  const int waiting = int(kMostWaiting), lost = 50;
  Duration now = seconds(8);
  {
    const xp::test::FullDisk full(4096);
    for (int i = 0; i < waiting + lost; ++i, now += seconds(8)) {
      journal.take(update_of(1, now));
      journal.write(now + seconds(8));
    }
  }
  ASSERT_TRUE(journal.due());
  EXPECT_LE(*journal.due(), now + seconds(60));
  journal.write(*journal.due());
  journal.take(update_of(1, now));
  journal.write(now + seconds(100));

  const Log log = read(folder.path());
  ASSERT_EQ(log.rows.size(), std::size_t(waiting) + 3);
  EXPECT_EQ(log.facts.broken_at, 0);
  const Row& gap = log.rows[std::size_t(waiting) + 1];
  EXPECT_EQ(gap.kind, RowKind::gap);
  EXPECT_EQ(gap.reason, Reason::not_written);
  EXPECT_EQ(gap.lost, lost);
  EXPECT_EQ(gap.begin.wall, kStart + seconds(8) * (waiting + 1));
  EXPECT_EQ(gap.end.wall, kStart + now);
}

/// A disk that takes all of a writing and fails when it is to be made final may have it or not: the next
/// opening tells.
TEST(Journal, WhatTheDiskTookAlthoughItFailedIsNotWrittenTwice) {
  xp::test::FailingSqlite disk;
  bool any = true;
  for (int n = 1; any; ++n) {
    Folder folder;
    Journal journal = written(folder, 1);
    disk.fail(xp::test::DiskFault::broken, n, xp::test::FaultLasts::on);
    journal.take(update_of(3, seconds(8)));
    journal.write({});
    any = disk.failed() > 0;
    EXPECT_EQ(journal.trouble().empty(), !any) << n;
    journal.take(update_of(1, seconds(32)));
    disk.heal();
    journal.flush({});
    EXPECT_EQ(journal.trouble(), "") << n;
    const Log log = read(folder.path());
    EXPECT_EQ(log.rows.size(), 5u) << n;
    EXPECT_EQ(log.facts.broken_at, 0) << n;
  }
}

/// However often the first writing into the new log fails.
TEST(Journal, DamageFoundWhileItRunsIsAGap) {
  xp::test::FailingSqlite disk;
  bool any = true;
  for (int n = 1; any; ++n) {
    Folder folder;
    Journal journal = written(folder, 1);
    disk.fail(xp::test::DiskFault::broken, 1, xp::test::FaultLasts::on);
    journal.take(update_of(1, seconds(16)));
    journal.flush({});
    ASSERT_NE(journal.trouble(), "") << n;
    std::ofstream(folder.file(kLogFile), std::ios::trunc) << std::string(8192, 'x');
    std::filesystem::remove(folder.file("play-log.sqlite-wal"));
    disk.fail(xp::test::DiskFault::broken, n, xp::test::FaultLasts::on);
    journal.flush({});
    any = disk.failed() > 0;
    disk.heal();
    journal.flush({});
    const Log log = read(folder.path());
    EXPECT_THAT(story(log.rows), ElementsAre("gap:damaged", "a:slot-over")) << n;
    EXPECT_EQ(log.facts.broken_at, 0) << n;
    EXPECT_EQ(log.rows.at(0).begin.wall, kStart + seconds(8)) << "the last that was written";
  }
}

TEST(Journal, OnlyOnePlayerWritesALog) {
  Folder folder;
  std::optional<Journal> first(written(folder, 1));
  Journal second(folder.path(), kRun);
  second.take(update_of(1, seconds(8)));
  second.write({});
  EXPECT_TRUE(second.due());
  EXPECT_EQ(read(folder.path()).rows.size(), 1u);
  first.reset();
  second.flush({});
  EXPECT_THAT(story(read(folder.path()).rows), ElementsAre("a:slot-over", "gap:not-running", "a:slot-over"));
}

TEST(Update, WhatWasWrittenAfterAllLeavesWhatCameAfter) {
  Update update;
  add(update, update_of(int(kMostWaiting) + 2), Reason::not_written);
  const std::size_t ended = update.ended.size();
  const Lost lost = update.lost;
  add(update, update_of(3, std::chrono::hours(9)), Reason::not_written);
  drop_written(update, ended, lost);
  EXPECT_TRUE(update.ended.empty());
  EXPECT_EQ(update.lost.count, 3);
  EXPECT_EQ(update.lost.begin.monotonic, lost.end.monotonic);
  EXPECT_EQ(update.lost.end.monotonic, std::chrono::hours(9) + seconds(24));
}

TEST(Update, WhatComesAfterALostRowIsLostToo) {
  Update update;
  add(update, update_of(int(kMostWaiting) + 2), Reason::not_written);
  EXPECT_EQ(update.ended.size(), kMostWaiting);
  EXPECT_EQ(update.lost.count, 2);
  update.ended.pop_back();
  add(update, update_of(3, std::chrono::hours(9)), Reason::too_many);
  EXPECT_EQ(update.lost.count, 5);
  EXPECT_EQ(update.lost.reason, Reason::not_written);
  EXPECT_EQ(update.lost.end.monotonic, std::chrono::hours(9) + seconds(24));
}

}  // namespace
}  // namespace xp::playlog::test
