// SPDX-License-Identifier: MIT
#include "toml/reader.h"

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
  EXPECT_EQ(r.only().message, "“duration” is too large: 2h");
  EXPECT_EQ(r.only().remedy, "write a value from 1s to 1h");
  EXPECT_EQ(r.only().at.line, 2);
  EXPECT_EQ(r.only().at.column, 12);
  EXPECT_EQ(r.only().at.length, 4);
}

TEST(Reader, GivesEveryMistakeItsId) {
  const std::pair<const char*, const char*> cases[] = {{"text = 5", "wrong-type"},
                                                       {"weight = \"3\"", "wrong-type"},
                                                       {"weight = 1.5", "wrong-type"},
                                                       {"enabled = 1", "wrong-type"},
                                                       {"duration = 8", "wrong-type"},
                                                       {"as_of = \"2022-05-13\"", "wrong-type"},
                                                       {"bars = 1", "wrong-type"},
                                                       {"[bars]", "wrong-type"},
                                                       {"[[level]]", "wrong-type"},
                                                       {"weight = 0", "out-of-range"},
                                                       {"weight = 11", "out-of-range"},
                                                       {"value = inf", "out-of-range"},
                                                       {"fade = \"1s\"", "out-of-range"},
                                                       {"size = [1, 1080]", "out-of-range"},
                                                       {"duration = \"soon\"", "bad-duration"},
                                                       {"duration = \"-1s\"", "bad-duration"},
                                                       {"color = \"red\"", "bad-colour"},
                                                       {"as_of = \"today\"", "bad-date"},
                                                       {"offset = \"8\"", "bad-offset"},
                                                       {"zone = \"a b\"", "bad-identifier"},
                                                       {"chart = \"pie\"", "unknown-value"},
                                                       {"kind = \"pie\"", "unknown-value"},
                                                       {"text = \"\"", "too-short"},
                                                       {"text = \" \\t\\n\"", "too-short"},
                                                       {"text = \"\u3000\u3000\"", "too-short"},
                                                       {"text = \"一二三四五六七八九十一\"", "too-long"},
                                                       {"size = [1]", "too-short"},
                                                       {"size = [16, 16, 16]", "too-long"},
                                                       {"files = []", "too-short"},
                                                       {"colour = 1", "unknown-key"},
                                                       {"id = \"b\"", "duplicate-key"},
                                                       {"[level]\nsize = 0", "out-of-range"},
                                                       {"[level]\nsiez = 2", "unknown-key"}};
  for (const auto& [line, id] : cases) {
    const Reading r = read_line(line);
    EXPECT_EQ(r.ids(), std::vector<std::string>{id}) << line << "\n" << format_diagnostics(r.diagnostics);
    for (const Diagnostic& d : r.diagnostics.list()) {
      EXPECT_GE(d.at.line, 2) << line;
      EXPECT_FALSE(d.remedy.empty()) << line;
    }
  }
}

TEST(Reader, KeepsTheDefaultWhereAValueIsWrong) {
  const Reading r = read_line("weight = 99\nsize = [256, -1]\nfiles = [1]\ncolor = \"x\"\n[level]\nsize = 0");
  EXPECT_FALSE(r.fine);
  EXPECT_EQ(r.slide.weight, 1);
  EXPECT_EQ(r.slide.size, (std::array{1920, 1080}));
  EXPECT_TRUE(r.slide.files.empty());
  EXPECT_EQ(r.slide.color, Slide{}.color);
  EXPECT_EQ(r.slide.level.size, 21);
}

TEST(Reader, CollectsAllMistakes) {
  const Reading r = read("weight = 0\nkinds = \"x\"\n[[bars]]\nlabel = \"\"\n[[bars]]\nvalue = -1\n");
  EXPECT_EQ(r.ids(), (std::vector<std::string>{"missing-key", "out-of-range", "too-short", "missing-key",
                                               "missing-key", "out-of-range", "unknown-key"}));
}

TEST(Reader, NamesAMissingKeyAtItsTable) {
  const Reading r = read_line("[[bars]]\nlabel = \"一\"");
  EXPECT_EQ(r.only().id, "missing-key");
  EXPECT_EQ(r.only().message, "the key “value” is missing here");
  EXPECT_EQ(r.only().remedy, "add value = 58.3 (how much)");
  EXPECT_EQ(r.only().at.line, 2);
}

TEST(Reader, SuggestsTheKeyThatWasMeant) {
  const Reading r = read_line("wieght = 2");
  EXPECT_EQ(r.only().message, "unknown key “wieght”");
  EXPECT_TRUE(r.only().remedy.starts_with("did you mean “weight”? Possible are: id, text, zone, "))
      << r.only().remedy;
  EXPECT_EQ(r.only().at.length, 6);
}

TEST(Reader, LocatedValuesKnowTheirPlace) {
  const Reading r = read_line("zone = \"side\"\nclips = [\"a.mp4\", \"b.mp4\"]");
  EXPECT_EQ(r.slide.zone.at.file->name, "slide.toml");
  EXPECT_EQ(r.slide.zone.at.line, 2);
  EXPECT_EQ(r.slide.zone.at.column, 8);
  ASSERT_EQ(r.slide.clips.size(), 2u);
  EXPECT_EQ(r.slide.clips[1].at.column, 19);
  EXPECT_EQ(read_line("weight = 1").slide.zone.at.file, nullptr) << "a default stands nowhere";
}

TEST(Reader, CountsGraphemesNotBytes) {
  EXPECT_TRUE(read_line("text = \"一二三四五六七八九十\"").fine);
  EXPECT_TRUE(read_line("text = \"👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧\"").fine);
}

TEST(Reader, SeveralOwnersShareATable) {
  Diagnostics diagnostics;
  const auto document =
      toml::parse("a.toml", "id = \"a\"\nlabel = \"x\"\nvalue = 2\nrole = \"body\"\nodd = 1\n", diagnostics);
  ASSERT_TRUE(document);
  toml::TableReader reader(*document, document->root, diagnostics);
  sample::Bar bar;
  sample::Level level;
  EXPECT_TRUE(reader.read(bar));
  EXPECT_TRUE(reader.read(level));
  reader.finish();
  ASSERT_EQ(diagnostics.list().size(), 2u);
  EXPECT_EQ(diagnostics.list()[0].message, "unknown key “id”");
  EXPECT_EQ(diagnostics.list()[1].message, "unknown key “odd”");
}

TEST(Reader, ReportsAtTheValueOrElseTheTable) {
  Diagnostics diagnostics;
  const auto document = toml::parse("a.toml", "[level]\nsize = 5\n", diagnostics);
  ASSERT_TRUE(document);
  const auto& level = std::get<toml::Table>(document->root.entries[0].value.data);
  toml::TableReader reader(*document, level, diagnostics);
  EXPECT_TRUE(reader.has("size"));
  EXPECT_FALSE(reader.has("role"));
  EXPECT_EQ(reader.at("size").line, 2);
  EXPECT_EQ(reader.at("role").line, 1);
  reader.report("size", "odd", "what", "how", Severity::warning);
  EXPECT_EQ(diagnostics.list().at(0).severity, Severity::warning);
  EXPECT_EQ(diagnostics.list().at(0).at.column, 8);
}

TEST(Reader, DoesNotListEndlessMistakes) {
  std::string text = "id = \"a\"\n";
  for (int i = 0; i < 100; ++i) text += "odd" + std::to_string(i) + " = 1\n";
  EXPECT_EQ(read(text).diagnostics.list().size(), 21u) << "of one table";
  text = "id = \"a\"\nbars = [";
  for (int i = 0; i < 2; ++i) text += "{},";
  EXPECT_EQ(read(text + "]").diagnostics.list().size(), 4u);
  text = "id = \"a\"\nclips = [";
  for (int i = 0; i < 5000; ++i) text += "1,";
  const Reading r = read(text + "]");
  EXPECT_EQ(r.diagnostics.list().size(), 501u);
  EXPECT_EQ(r.diagnostics.list().back().id, "too-many-mistakes");
}

}  // namespace
