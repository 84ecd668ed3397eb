// SPDX-License-Identifier: MIT
// One golden for each mistake of people: the whole message, English and Chinese.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>

#include "base/i18n.h"
#include "playlist/references.h"
#include "sample.h"
#include "support/golden.h"

namespace xp::playlist {
namespace {

/// `key`: what the message must show of the file, the key as a rule; empty: it is about the file as a whole.
struct Case {
  const char* name;
  std::string key;
  std::function<void(Diagnostics&)> make;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

constexpr const char* kHall = R"([screen]
name = "hall"
size = [1920, 1080]

[[zone]]
name = "main"
rect = [0, 0, 1920, 966]

[[zone]]
name = "band"
rect = [0, 966, 1920, 114]
plays = "ticker"
)";

Case of_playlist(const char* name, const std::string& key, std::string text) {
  return {name, key, [text](Diagnostics& out) { out = test::read_playlist(text).diagnostics; }};
}

Case of_screen(const char* name, const std::string& key, std::string text) {
  return {name, key, [text](Diagnostics& out) { out = test::read_screen(text).diagnostics; }};
}

Case of_file(const char* name, const std::string& key, std::string content) {
  return {name, key, [content](Diagnostics& out) {
            MemoryFiles files;
            files.files["city/playlist.toml"] = content;
            read_playlist(files, "city", out);
          }};
}

Case of_hall(const char* name, const std::string& key, const std::string& line) {
  return {name, key, [line](Diagnostics& out) {
            check_against(*test::read_playlist(test::slogan("a", line)).value,
                          *test::read_screen(kHall).value, out);
          }};
}

std::string key_of(const std::string& line) { return line.substr(0, line.find_first_of(" =")); }

/// A slogan with one more line.
Case of_slide(const char* name, const std::string& line) {
  return of_playlist(name, key_of(line), test::slogan("a", line));
}

/// A slogan with a schedule.
Case of_schedule(const char* name, const std::string& entry) {
  return of_playlist(name, key_of(entry), test::slogan("a", "schedule = { " + entry + " }"));
}

/// A slide of another kind.
Case of_kind(const char* name, const std::string& kind, const std::string& key, const std::string& lines) {
  return of_playlist(name, key, "[[slide]]\nid = \"a\"\nkind = \"" + kind + "\"\n" + lines + "\n");
}

/// A line of [campaign].
Case of_campaign(const char* name, const std::string& line) {
  return of_playlist(name, key_of(line), "[campaign]\n" + line + "\n" + test::slogan("a"));
}

Case of_zone(const char* name, const std::string& line, const std::string& rect = "[0, 0, 50, 100]") {
  return of_screen(
      name, key_of(line),
      "[screen]\nname = \"s\"\nsize = [100, 100]\n[[zone]]\nrect = " + rect + "\n" + line + "\n");
}

std::string nested(std::size_t depth) {
  return "a = " + std::string(depth, '[') + std::string(depth, ']') + "\n";
}

std::string dotted(std::size_t count) {
  std::string key = "a";
  for (std::size_t i = 0; i < count; ++i) key += ".a";
  return key + " = 1\n";
}

std::vector<Case> of_the_whole() {
  const std::string gbk = "[campaign]\ntitle = \"\xd3\xeb\xc3\xf1\xcd\xac\xd0\xc4\"\n";
  return {
      {"missing-file", {}, [](Diagnostics& out) { read_playlist(MemoryFiles(), "city/playlist.toml", out); }},
      of_file("gbk", "title", gbk),
      of_file("not-utf8", "title", "[campaign]\ntitle = \"\xff\xfe\"\n"),
      of_file("empty-file", {}, ""),
      of_file("too-large", {}, std::string(300 * 1024, '#')),
      of_file("nested-too-deep", "a =", nested(10'000)),
      of_file("dotted-too-deep", "a.a", dotted(100'000)),
      of_file("syntax-trailing-comma", "a =", "a = [1, }\n"),
      of_file("syntax-open-string", "title", "[campaign]\ntitle = \"与民同心\n"),
      of_file("syntax-wide-equals", "title", "[campaign]\ntitle ＝ \"与民同心\"\n"),
      of_file("syntax-key-twice", "title", "[campaign]\ntitle = \"与民同心\"\ntitle = \"为您守护\"\n"),
      of_playlist("unknown-table", "slides", "[[slides]]\nid = \"a\"\n"),
      of_playlist("single-slide-table", "[slide]", "[slide]\nid = \"a\"\nkind = \"slogan\"\n"),
      of_playlist("empty-playlist", {}, "[campaign]\ntitle = \"与民同心\"\n"),
      of_playlist("all-disabled", {}, test::slogan("a", "enabled = false")),
  };
}

std::vector<Case> of_slides() {
  return {
      of_kind("unknown-kind", "solgan", "kind", "text = \"高息是陷阱\""),
      of_kind("unknown-kind-far", "幻灯片", "kind", ""),
      of_playlist("duplicate-id", "id",
                  test::slogan("high-interest") + test::slogan("b") + test::slogan("high-interest")),
      of_playlist("bad-id", "id", test::slogan("高息")),
      of_playlist("missing-id", "id", "[[slide]]\nkind = \"slogan\"\ntext = \"高息是陷阱\"\n"),
      of_slide("unknown-key", "wieght = 2"),
      of_slide("duration-zero", "duration = \"0s\""),
      of_slide("duration-negative", "duration = \"-1s\""),
      of_slide("duration-ten-years", "duration = \"10 years\""),
      of_slide("duration-too-long", "duration = \"87600h\""),
      of_slide("duration-soon", "duration = \"soon\""),
      of_slide("duration-number", "duration = 8"),
      of_slide("weight-out-of-range", "weight = 11"),
      of_slide("weight-fraction", "weight = 1.5"),
      of_slide("min-per-hour-too-many", "min_per_hour = 100"),
      of_slide("enabled-word", "enabled = \"no\""),
      of_slide("priority-unknown", "priority = \"high\""),
      of_slide("theme-number", "theme = 3"),
      of_slide("mode-unknown", "mode = \"sideways\""),
      of_slide("color-unreadable", "background = \"#12345\""),
      of_slide("gradient-one-color", "gradient = [\"#102030\"]"),
      of_playlist("two-backgrounds", "gradient",
                  test::slogan("a", "background = \"#102030\"\ngradient = [\"#102030\", \"#405060\"]")),
      of_hall("unknown-zone", "zone", "zone = \"mian\""),
      of_hall("zone-plays-ticker", "zone", "zone = \"band\""),
      of_schedule("schedule-date", "from = \"May 15\""),
      of_schedule("schedule-weekday", "weekdays = [\"moonday\"]"),
      of_schedule("schedule-hours", "hours = [\"8-25\"]"),
      of_schedule("schedule-day", "days = [\"02-30\"]"),
      of_schedule("schedule-unknown-key", "untill = 2022-05-20"),
  };
}

std::vector<Case> of_kinds() {
  const std::string quiz = "question = \"填不填？\"\noptions = [\"填\", \"不填\"]\n";
  const std::string notice = "title = \"三步\"\nsteps = [\"挂\"]\n";
  return {
      of_kind("text-missing", "slogan", "text", ""),
      of_kind("text-empty", "slogan", "text", "text = \"\""),
      of_kind("text-four-lines", "slogan", "text", "text = \"一\\n二\\n三\\n四\""),
      of_kind("case-without-story", "case", "story", "title = \"一通来电\""),
      of_kind("chart-unknown", "statistics", "chart", "chart = \"pie\"\nheading = \"案件\""),
      of_kind("chart-without-data", "statistics", "data", "chart = \"bars\"\nheading = \"案件\""),
      of_kind("quiz-without-options", "quiz", "options", "question = \"填不填？\"\nanswer = \"B\""),
      of_kind("quiz-answer", "quiz", "answer", quiz + "answer = \"E\""),
      of_kind("countdown-without-day", "countdown", "to", "heading = \"还有\"\nafter = \"到了\""),
      of_kind("countdown-time", "countdown", "time",
              "heading = \"还有\"\nafter = \"到了\"\nto = 2027-05-15\ntime = \"25:00\""),
      of_kind("notice-six-steps", "notice", "steps",
              "title = \"步\"\nsteps = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]"),
      of_kind("notice-code-too-long", "notice", "qr",
              notice + "qr = \"https://example.org/" + std::string(3000, 'x') + "\""),
      of_kind("picture-without-file", "picture", "file", ""),
      of_kind("picture-missing", "picture", "file", "file = \"none.png\""),
  };
}

std::vector<Case> of_other_tables() {
  return {
      of_campaign("unknown-sync", "sync = \"wallclock\""),
      of_campaign("campaign-offset", "utc_offset = \"eight\""),
      of_campaign("campaign-day", "as_of = \"yesterday\""),
      of_campaign("campaign-unknown-key", "titel = \"与民同心\""),
      of_playlist("ticker-empty", "text", test::slogan("a") + "[[ticker]]\ntext = \"\"\n"),
      of_playlist("ticker-without-text", "text", test::slogan("a") + "[[ticker]]\nurgent = true\n"),
      of_playlist("lexicon-string", "words", test::slogan("a") + "[lexicon]\nwords = \"甘州区\"\n"),
      of_playlist("check-unknown-limit", "contrst", test::slogan("a") + "[check]\ncontrst = 3\n"),
      of_screen("zone-outside", "rect",
                "[screen]\nname = \"s\"\nsize = [1920, 1080]\n[[zone]]\nname = \"main\"\nrect = [0, 0, 1920, "
                "1200]\n"),
      of_screen("zone-empty", "rect",
                "[screen]\nname = \"s\"\nsize = [1920, 1080]\n[[zone]]\nrect = [0, 0, 0, 1080]\n"),
      of_screen("duplicate-zone", "zone",
                "[screen]\nname = \"s\"\nsize = [100, 100]\n[[zone]]\nrect = [0, 0, 50, 100]\n[[zone]]\nrect "
                "= [50, 0, 50, 100]\n"),
      of_zone("unknown-plays", "plays = \"tikcer\""),
      of_screen("screen-too-small", "size",
                "[screen]\nname = \"s\"\nsize = [8, 100]\n[[zone]]\nrect = [0, 0, 8, 100]\n"),
      of_screen("screen-panel", "panel",
                "[screen]\nname = \"s\"\nsize = [100, 100]\npanel = \"pink\"\n[[zone]]\nrect = [0, 0, 100, "
                "100]\n"),
      of_screen(
          "bad-rotation", "rotation",
          "[screen]\nname = \"s\"\nsize = [100, 100]\nrotation = 45\n[[zone]]\nrect = [0, 0, 100, 100]\n"),
      of_screen("no-zone", "zone", "[screen]\nname = \"s\"\nsize = [100, 100]\n"),
  };
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (auto& some : {of_the_whole(), of_slides(), of_kinds(), of_other_tables()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

class PlaylistDiagnostics : public testing::TestWithParam<Case> {
 protected:
  void TearDown() override { set_language(Language::english); }
  std::string message() {
    Diagnostics diagnostics;
    GetParam().make(diagnostics);
    return format_diagnostics(diagnostics);
  }
};

TEST_P(PlaylistDiagnostics, AreHelpfulInEnglish) {
  test::expect_golden(std::string("diagnostics/playlist/") + GetParam().name + ".en.txt", message());
}

TEST_P(PlaylistDiagnostics, AreHelpfulInChinese) {
  set_language(Language::chinese);
  test::expect_golden(std::string("diagnostics/playlist/") + GetParam().name + ".zh.txt", message());
}

/// All but those about the file as a whole.
TEST_P(PlaylistDiagnostics, SayWhereWhichKeyAndWhatToDo) {
  Diagnostics diagnostics;
  GetParam().make(diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  for (const Diagnostic& d : diagnostics.list()) {
    EXPECT_TRUE(d.at.file && !d.at.file->name.empty());
    EXPECT_TRUE(!d.remedy.empty() || d.severity == Severity::info) << d.message;
    if (GetParam().key.empty()) continue;
    EXPECT_GE(d.at.line, 1);
    EXPECT_GE(d.at.column, 1);
  }
  EXPECT_NE(message().find(GetParam().key), std::string::npos) << message();
}

TEST(Mistakes, AreSixtyAndMore) {
  EXPECT_GE(std::ranges::count_if(cases(), [](const Case& c) { return !c.key.empty(); }), 60);
}

INSTANTIATE_TEST_SUITE_P(Mistakes, PlaylistDiagnostics, testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param.name;
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace xp::playlist
