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

struct Case {
  const char* name;
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

Case of_playlist(const char* name, std::string text) {
  return {name, [text](Diagnostics& out) { out = test::read_playlist(text).diagnostics; }};
}

Case of_screen(const char* name, std::string text) {
  return {name, [text](Diagnostics& out) { out = test::read_screen(text).diagnostics; }};
}

Case of_file(const char* name, std::string content) {
  return {name, [content](Diagnostics& out) {
            MemoryFiles files;
            files.files["city/playlist.toml"] = content;
            read_playlist(files, "city", out);
          }};
}

Case of_slide(const char* name, const std::string& line) {
  return of_playlist(name, test::slogan("a", line));
}

std::string nested(std::size_t depth) {
  return "a = " + std::string(depth, '[') + std::string(depth, ']') + "\n";
}

std::string dotted(std::size_t count) {
  std::string key = "a";
  for (std::size_t i = 0; i < count; ++i) key += ".a";
  return key + " = 1\n";
}

std::vector<Case> cases() {
  const std::string gbk = "[campaign]\ntitle = \"\xd3\xeb\xc3\xf1\xcd\xac\xd0\xc4\"\n";
  return {
      {"missing-file", [](Diagnostics& out) { read_playlist(MemoryFiles(), "city/playlist.toml", out); }},
      of_file("gbk", gbk),
      of_file("not-utf8", "[campaign]\ntitle = \"\xff\xfe\"\n"),
      of_file("empty-file", ""),
      of_file("too-large", std::string(300 * 1024, '#')),
      of_file("nested-too-deep", nested(10'000)),
      of_file("dotted-too-deep", dotted(100'000)),
      of_file("syntax-trailing-comma", "a = [1, }\n"),
      of_playlist("unknown-kind", "[[slide]]\nid = \"a\"\nkind = \"solgan\"\ntext = \"高息是陷阱\"\n"),
      of_playlist("unknown-kind-far", "[[slide]]\nid = \"a\"\nkind = \"幻灯片\"\n"),
      of_slide("unknown-key", "wieght = 2"),
      of_playlist("unknown-table", "[[slides]]\nid = \"a\"\n"),
      of_slide("duration-zero", "duration = \"0s\""),
      of_slide("duration-negative", "duration = \"-1s\""),
      of_slide("duration-ten-years", "duration = \"10 years\""),
      of_slide("duration-too-long", "duration = \"87600h\""),
      of_slide("duration-soon", "duration = \"soon\""),
      of_slide("duration-number", "duration = 8"),
      of_slide("weight-out-of-range", "weight = 11"),
      of_playlist("duplicate-id",
                  test::slogan("high-interest") + test::slogan("b") + test::slogan("high-interest")),
      of_playlist("bad-id", test::slogan("高息")),
      of_playlist("missing-id", "[[slide]]\nkind = \"slogan\"\ntext = \"高息是陷阱\"\n"),
      of_playlist("single-slide-table", "[slide]\nid = \"a\"\nkind = \"slogan\"\n"),
      of_playlist("empty-playlist", "[campaign]\ntitle = \"与民同心\"\n"),
      of_playlist("all-disabled", test::slogan("a", "enabled = false")),
      of_playlist("unknown-sync", "[campaign]\nsync = \"wallclock\"\n" + test::slogan("a")),
      {"unknown-zone",
       [](Diagnostics& out) {
         check_against(*test::read_playlist(test::slogan("a", "zone = \"mian\"")).value,
                       *test::read_screen(kHall).value, out);
       }},
      {"zone-plays-ticker",
       [](Diagnostics& out) {
         check_against(*test::read_playlist(test::slogan("a", "zone = \"band\"")).value,
                       *test::read_screen(kHall).value, out);
       }},
      of_screen("zone-outside",
                "[screen]\nname = \"s\"\nsize = [1920, 1080]\n[[zone]]\nname = \"main\"\nrect = [0, 0, 1920, "
                "1200]\n"),
      of_screen("zone-empty",
                "[screen]\nname = \"s\"\nsize = [1920, 1080]\n[[zone]]\nrect = [0, 0, 0, 1080]\n"),
      of_screen("duplicate-zone",
                "[screen]\nname = \"s\"\nsize = [100, 100]\n[[zone]]\nrect = [0, 0, 50, 100]\n[[zone]]\nrect "
                "= [50, 0, 50, 100]\n"),
      of_screen("unknown-plays",
                "[screen]\nname = \"s\"\nsize = [100, 100]\n[[zone]]\nrect = [0, 0, 50, 100]\nplays = "
                "\"tikcer\"\n"),
      of_screen("screen-too-small",
                "[screen]\nname = \"s\"\nsize = [8, 100]\n[[zone]]\nrect = [0, 0, 8, 100]\n"),
      of_screen(
          "bad-rotation",
          "[screen]\nname = \"s\"\nsize = [100, 100]\nrotation = 45\n[[zone]]\nrect = [0, 0, 100, 100]\n"),
      of_screen("no-zone", "[screen]\nname = \"s\"\nsize = [100, 100]\n"),
  };
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

INSTANTIATE_TEST_SUITE_P(Mistakes, PlaylistDiagnostics, testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param.name;
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace xp::playlist
