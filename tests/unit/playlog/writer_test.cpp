// SPDX-License-Identifier: MIT
#include "playlog/writer.h"

#include <gtest/gtest.h>

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

TEST(Writer, EndsWithoutADisk) {
  Folder folder;
  start_writer(folder.file("none"), kRun)->take(update_of(1));
  EXPECT_NE(read(folder.file("none")).error, "");
}

}  // namespace
}  // namespace xp::playlog::test
