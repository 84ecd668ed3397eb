// SPDX-License-Identifier: MIT
#include "toml/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace {

using namespace xp;
using sample::Chart;
using sample::Slide;

/// What reading one table gave.
struct Reading {
  Slide slide;
  bool fine = false;
  Diagnostics diagnostics;

  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const Diagnostic& d : diagnostics.list()) ids.push_back(d.id);
    return ids;
  }
  const Diagnostic& only() const {
    EXPECT_EQ(diagnostics.list().size(), 1u) << format_diagnostics(diagnostics);
    return diagnostics.list().at(0);
  }
};

Reading read(std::string text) {
  Reading made;
  const auto document = toml::parse("slide.toml", std::move(text), made.diagnostics);
  if (!document) return made;
  toml::TableReader reader(*document, document->root, made.diagnostics);
  made.fine = reader.read(made.slide);
  reader.finish();
  return made;
}

/// A slide whose only flaw is in `line`.
Reading read_line(const std::string& line) { return read("id = \"a\"\n" + line + "\n"); }

TEST(Reader, FillsEveryTypeOfMember) {
  const Reading r = read(R"(
id = "high-interest"
text = "守好钱袋子"
zone = "side"
duration = "8s"
fade = "250ms"
weight = 3
serial = 9007199254740993
enabled = false
value = 58.3
color = "#102030"
as_of = 2022-05-13
offset = "-03:30"
chart = "bars"
second_chart = "donut"
size = [256, 32]
distance = [2, 7.5]
files = ["a.jpg", "b.jpg"]
clips = ["a.mp4"]
kind = "case"
[[bars]]
label = "一"
value = 1
[[bars]]
label = "二"
value = 2.5
[level]
size = 30
)");
  ASSERT_TRUE(r.fine) << format_diagnostics(r.diagnostics);
  EXPECT_TRUE(r.diagnostics.empty());
  const Slide& s = r.slide;
  EXPECT_EQ(s.id, "high-interest");
  EXPECT_EQ(s.text, "守好钱袋子");
  EXPECT_EQ(s.zone.value, "side");
  EXPECT_EQ(s.duration, seconds(8));
  EXPECT_EQ(s.fade, milliseconds(250));
  EXPECT_EQ(s.weight, 3);
  EXPECT_EQ(s.serial, 9007199254740993);
  EXPECT_FALSE(s.enabled);
  EXPECT_EQ(s.value, 58.3);
  EXPECT_EQ(s.color, (Color{0x10, 0x20, 0x30}));
  EXPECT_EQ(s.as_of, parse_date("2022-05-13"));
  EXPECT_EQ(s.offset.seconds, -12600);
  EXPECT_EQ(s.chart, Chart::bars);
  EXPECT_EQ(s.second_chart, Chart::donut);
  EXPECT_EQ(s.size, (std::array{256, 32}));
  EXPECT_EQ(s.distance, (std::array{2.0, 7.5}));
  EXPECT_EQ(s.files, (std::vector<std::string>{"a.jpg", "b.jpg"}));
  ASSERT_EQ(s.clips.size(), 1u);
  EXPECT_EQ(s.clips[0].value, "a.mp4");
  EXPECT_EQ(s.kind, "case");
  ASSERT_EQ(s.bars.size(), 2u);
  EXPECT_EQ(s.bars[1].label, "二");
  EXPECT_EQ(s.bars[1].value, 2.5);
  EXPECT_EQ(s.level.role, "headline") << "the default of the member, not of its type";
  EXPECT_EQ(s.level.size, 30);
}

TEST(Reader, RefusesADurationOutOfItsRange) {
  const Reading r = read_line("duration = \"2h\"");
  EXPECT_FALSE(r.fine);
  EXPECT_EQ(r.only().id, "out-of-range");
  std::cout << format_diagnostics(r.diagnostics);
  std::cout << toml::json_schema("x", toml::describe<Slide>());
}

}  // namespace
