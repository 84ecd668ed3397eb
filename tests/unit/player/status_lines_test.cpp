// SPDX-License-Identifier: MIT
#include "player/status_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::player {

using namespace test;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

std::vector<std::string> lines_at(Instant t, const std::string& refused = {}) {
  const auto show = fake_show({{"loans"}, {"fakes"}});
  const std::vector<show::Showing> showing{{"main", "loans", kStart, kStart + seconds(8), {}}};
  const std::vector<MemoryUse> memory{{"glyphs", 3u << 19, 8u << 20}, {"layers", 12u << 20, 32u << 20}};
  return status_lines(*show, showing, t,
                      {{120, milliseconds(2), milliseconds(9)}, {500, 1}, memory, refused});
}

}  // namespace

TEST(StatusLines, NameTheSlideAndWhereItStands) {
  EXPECT_THAT(lines_at(kStart), Contains("main: loans (playlist.toml:1)"));
}

TEST(StatusLines, NameTheNextOne) {
  EXPECT_THAT(lines_at(kStart),
              Contains(AllOf(HasSubstr("fakes (playlist.toml:2)"), HasSubstr("2022-05-15T10:00:08+08:00"))));
}

TEST(StatusLines, TellWhyAChangeIsNotShown) {
  EXPECT_THAT(lines_at(kStart, "p.toml:3:7: no such key"),
              Contains("the last change was refused: p.toml:3:7: no such key"));
  EXPECT_THAT(lines_at(kStart), Not(Contains(HasSubstr("refused"))));
}

TEST(StatusLines, TellShowTimeToTheSecond) {
  EXPECT_THAT(lines_at(kStart + milliseconds(1750)), Contains("2022-05-15T10:00:01+08:00"));
}

TEST(StatusLines, TellFrameTimes) {
  EXPECT_THAT(lines_at(kStart),
              Contains(AllOf(HasSubstr("120"), HasSubstr("2.0 ms"), HasSubstr("9.0 ms"), HasSubstr("500"))));
}

TEST(StatusLines, TellWhatTheStoresHold) {
  EXPECT_THAT(lines_at(kStart), Contains(HasSubstr("glyphs 1.5/8, layers 12.0/32")));
}

TEST(FrameTimes, AreOfTheLastPeriod) {
  FrameTimes times;
  times.add(milliseconds(2));
  times.add(milliseconds(4));
  const FrameTimes::Summary summary = times.take();
  EXPECT_EQ(summary.count, 2);
  EXPECT_EQ(summary.mean, milliseconds(3));
  EXPECT_EQ(summary.worst, milliseconds(4));
  EXPECT_EQ(times.take().count, 0);
}

TEST(OneLine, SaysWhereWhatAndWhatToDo) {
  const auto file = std::make_shared<SourceFile>(SourceFile{"p.toml", "x"});
  EXPECT_EQ(one_line({Severity::error, "id", {file, 3, 7, 1}, "no such key", "Write text."}),
            "p.toml:3:7: no such key. Write text.");
  EXPECT_EQ(one_line({Severity::error, "id", {file, 0, 0, 1}, "saved as GBK", ""}), "p.toml: saved as GBK");
  EXPECT_EQ(one_line({Severity::error, "id", {}, "no font", ""}), "no font");
}

TEST(ReasonOf, IsTheFirstError) {
  Diagnostics diagnostics;
  EXPECT_EQ(reason_of(diagnostics), "");
  diagnostics.add({Severity::warning, "w", {}, "a warning", ""});
  diagnostics.add({Severity::error, "e", {}, "an error", ""});
  diagnostics.add({Severity::error, "f", {}, "another", ""});
  EXPECT_EQ(reason_of(diagnostics), "an error");
}

}  // namespace xp::player
