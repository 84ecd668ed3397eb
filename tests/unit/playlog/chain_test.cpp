// SPDX-License-Identifier: MIT
#include "playlog/chain.h"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "playlog_support.h"

namespace xp::playlog::test {
namespace {

std::vector<Row> chained(int count) {
  std::vector<Row> rows = update_of(count).ended;
  Digest hash{};
  std::int64_t sequence = 0;
  for (Row& row : rows) {
    row.sequence = ++sequence;
    hash = row.hash = chained_hash(row, hash);
  }
  return rows;
}

std::int64_t broken_at(const std::vector<Row>& rows) {
  ChainCheck check(0, {});
  for (const Row& row : rows) check.follow(row);
  return check.broken_at();
}

TEST(Chain, Sha256IsTheStandards) {
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Chain, TextIsWhatTheDocumentSays) {
  Row row = showing("a", seconds(8), seconds(16));
  row.sequence = 2;
  row.subject.title = "守";
  EXPECT_EQ(
      chained_text(row, sha256("abc")),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      "1:2,7:showing,9:slot-over,6:boot-1,3:0.4,4:real,11:plaza-1080p,6:show-1,4:main,1:a,6:slogan,3:守,"
      "12:content of a,5:28800,7:trusted,13:1778810408000,13:1778810416000,4:8000,5:16000,4:8000,1:0,");
}

TEST(Chain, WholeOneHolds) {
  const auto rows = chained(5);
  ChainCheck check(0, {});
  for (const Row& row : rows) check.follow(row);
  EXPECT_TRUE(check.holds());
  EXPECT_EQ(check.head(), 5);
  EXPECT_EQ(check.head_hash(), rows.back().hash);
}

TEST(Chain, EveryFieldThatIsChangedBreaksIt) {
  const std::vector<std::function<void(Row&)>> changes{
      [](Row& r) { r.kind = RowKind::gap; },
      [](Row& r) { r.reason = Reason::reload; },
      [](Row& r) { r.run.boot += "x"; },
      [](Row& r) { r.run.version += "x"; },
      [](Row& r) { r.run.simulated = true; },
      [](Row& r) { r.subject.screen += "x"; },
      [](Row& r) { r.subject.show += "x"; },
      [](Row& r) { r.subject.zone += "x"; },
      [](Row& r) { r.subject.slide += "x"; },
      [](Row& r) { r.subject.kind += "x"; },
      [](Row& r) { r.subject.title += "x"; },
      [](Row& r) { r.subject.content += "x"; },
      [](Row& r) { r.subject.utc_offset += 60; },
      [](Row& r) { r.clock = ClockState::untrusted; },
      [](Row& r) { r.begin.wall = r.begin.wall + milliseconds(1); },
      [](Row& r) { r.end.wall = r.end.wall + milliseconds(1); },
      [](Row& r) { r.begin.monotonic += milliseconds(1); },
      [](Row& r) { r.end.monotonic += milliseconds(1); },
      [](Row& r) { r.on_screen += milliseconds(1); },
      [](Row& r) { r.lost = 1; },
      [](Row& r) { r.hash[7] ^= 1; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    auto rows = chained(4);
    changes[i](rows[2]);
    EXPECT_EQ(broken_at(rows), 3) << "change " << i;
  }
}

TEST(Chain, ARowThatIsTakenOutOrMovedBreaksIt) {
  auto rows = chained(4);
  rows.erase(rows.begin() + 1);
  EXPECT_EQ(broken_at(rows), 3);
  rows = chained(4);
  std::swap(rows[1], rows[2]);
  EXPECT_EQ(broken_at(rows), 3);
}

}  // namespace
}  // namespace xp::playlog::test
