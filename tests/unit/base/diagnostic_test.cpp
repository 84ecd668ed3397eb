// SPDX-License-Identifier: MIT
#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace {

using namespace xp;

Diagnostic at(std::string text, int line, int column, int length = 1) {
  return {Severity::error,
          "some-id",
          {std::make_shared<SourceFile>(SourceFile{"a.toml", std::move(text)}), line, column, length},
          "what",
          "do this"};
}

TEST(Diagnostic, NamesPlaceIdMessageLineCaretAndRemedy) {
  EXPECT_EQ(format_diagnostic(at("first = 1\ntxet = \"x\"\n", 2, 1, 4)),
            "a.toml:2:1: error[some-id]: what\n"
            "    txet = \"x\"\n"
            "    ^~~~\n"
            "  help: do this\n");
}

TEST(Diagnostic, CountsHanAsTwoColumns) {
  EXPECT_EQ(format_diagnostic(at("守好 = 钱袋子 x", 1, 6, 3)),
            "a.toml:1:6: error[some-id]: what\n"
            "    守好 = 钱袋子 x\n"
            "           ^~~~~~\n"
            "  help: do this\n");
}

TEST(Diagnostic, ExpandsTabsAsTheLineDoes) {
  EXPECT_EQ(format_diagnostic(at("\ta\tb = 1", 1, 4)),
            "a.toml:1:4: error[some-id]: what\n"
            "        a   b = 1\n"
            "            ^\n"
            "  help: do this\n");
}

TEST(Diagnostic, PointsBehindTheEndOfALine) {
  EXPECT_EQ(format_diagnostic(at("a =\r\nb = 1", 1, 4, 9)),
            "a.toml:1:4: error[some-id]: what\n"
            "    a =\n"
            "       ^\n"
            "  help: do this\n");
}

TEST(Diagnostic, MarksNoMoreThanTheLine) {
  EXPECT_EQ(format_diagnostic(at("a = \"x", 1, 5, 500)),
            "a.toml:1:5: error[some-id]: what\n"
            "    a = \"x\n"
            "        ^~\n"
            "  help: do this\n");
}

TEST(Diagnostic, HidesControlCharactersFromTheTerminal) {
  const std::string text = format_diagnostic(at("a\x1b[31m\xE2\x80\xAE = 1", 1, 1));
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos) << "right-to-left override";
}

TEST(Diagnostic, ShowsALongLineAroundThePlace) {
  const std::string line = std::string(5000, 'x') + "HERE" + std::string(5000, 'y');
  const std::string text = format_diagnostic(at(line, 1, 5001, 4));
  const std::string shown = "    …" + std::string(40, 'x') + "HERE" + std::string(56, 'y') + "…\n";
  EXPECT_NE(text.find(shown + "    " + std::string(41, ' ') + "^~~~\n"), std::string::npos) << text;
}

TEST(Diagnostic, SpeaksOfAWholeFileWithoutALine) {
  EXPECT_EQ(format_diagnostic(at("", 0, 0)), "a.toml: error[some-id]: what\n  help: do this\n");
}

TEST(Diagnostic, SpeaksOfNoFileAndNeedsNoRemedy) {
  EXPECT_EQ(format_diagnostic({Severity::warning, "no-font", {}, "what", ""}), "warning[no-font]: what\n");
}

TEST(Diagnostic, SurvivesPlacesOutsideTheText) {
  EXPECT_EQ(format_diagnostic(at("a", 7, 9, 3)),
            "a.toml:7:9: error[some-id]: what\n\n    ^\n  help: do this\n")
      << "a line that is not there is shown empty";
}

TEST(Diagnostics, AreSortedByFileAndPlace) {
  const auto file = [](const char* name) {
    return std::make_shared<SourceFile>(SourceFile{name, "x\nx\nx\n"});
  };
  const auto playlist = file("playlist.toml"), theme = file("theme.toml");
  Diagnostics all;
  all.add({Severity::error, "p3", {playlist, 3, 1}, "m", ""});
  all.add({Severity::info, "t1", {theme, 1, 1}, "m", ""});
  all.add({Severity::error, "p1b", {playlist, 1, 5}, "m", ""});
  all.add({Severity::warning, "p1a", {playlist, 1, 1}, "m", ""});
  const std::string text = format_diagnostics(all);
  const auto place = [&](const char* id) { return text.find(id); };
  EXPECT_LT(place("[p1a]"), place("[p1b]"));
  EXPECT_LT(place("[p1b]"), place("[p3]"));
  EXPECT_LT(place("[p3]"), place("[t1]"));
}

TEST(Diagnostics, CountBySeverity) {
  Diagnostics all;
  EXPECT_FALSE(all.has_errors());
  all.add({Severity::warning, "w", {}, "m", ""});
  EXPECT_FALSE(all.has_errors());
  all.add({Severity::error, "e", {}, "m", ""});
  EXPECT_TRUE(all.has_errors());
  EXPECT_EQ(all.blocking(), 1U);
  all.add({Severity::error, "media", {}, "missing", {}, Reach::slide});
  EXPECT_EQ(all.count(Severity::error), 2U);
  EXPECT_EQ(all.blocking(), 1U) << "what costs one slide blocks nothing";
  EXPECT_EQ(all.count(Severity::warning), 1u);
}

}  // namespace
