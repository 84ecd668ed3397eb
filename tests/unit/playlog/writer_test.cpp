// SPDX-License-Identifier: MIT
#include "playlog/writer.h"

#include <gtest/gtest.h>

#include "playlog/sqlite.h"
#include "playlog_support.h"

namespace xp::playlog::test {
namespace {

TEST(Writer, WritesEverythingBeforeItEnds) {
  Folder folder;
  {
    const auto writer = start_writer(folder.path(), kRun);
    for (int i = 0; i < 200; ++i) writer->take(update_of(1, seconds(8) * i));
  }
  const Log log = read(folder.path());
  EXPECT_EQ(log.rows.size(), 200u);
  EXPECT_EQ(log.facts.broken_at, 0);
}

TEST(Writer, AFileThatKeepsItWaitingDelaysNobody) {
  Folder folder;
  start_writer(folder.path(), kRun)->take(update_of(1));
  {
    auto other = Database::open(folder.file(kLogFile));
    ASSERT_TRUE(other);
    ASSERT_TRUE(other->run("BEGIN IMMEDIATE"));
    const auto writer = start_writer(folder.path(), kRun);
    for (int i = 1; i <= 100; ++i)
      writer->take(update_of(1, seconds(8) * i));  // returns although nothing is written
    EXPECT_EQ(read(folder.path()).rows.size(), 1u);
    ASSERT_TRUE(other->run("COMMIT"));
  }
  EXPECT_EQ(read(folder.path()).facts.last, 102) << "and the time between the two runs";
}

TEST(Writer, EndsWithoutADisk) {
  Folder folder;
  start_writer(folder.file("none"), kRun)->take(update_of(1));
  EXPECT_NE(read(folder.file("none")).error, "");
}

}  // namespace
}  // namespace xp::playlog::test
