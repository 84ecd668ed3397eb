// SPDX-License-Identifier: MIT
// What each kind takes and what it refuses.
#include <gmock/gmock.h>

#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void expect_good(const std::string& toml) {
  const ReadSlide slide = read_slide(toml);
  EXPECT_TRUE(slide.content) << toml << format_diagnostics(slide.diagnostics);
  EXPECT_THAT(ids_of(slide), IsEmpty());
}

void expect_bad(const std::string& toml, const std::string& id) {
  const ReadSlide slide = read_slide(toml);
  EXPECT_FALSE(slide.content) << toml;
  EXPECT_THAT(ids_of(slide), Contains(id)) << toml << format_diagnostics(slide.diagnostics);
}

std::string statistics(const std::string& keys) {
  return "kind = \"statistics\"\nheading = \"一句话\"\n" + keys;
}

TEST(Notice, ACodeTakesWhatASmallCodeHolds) {
  const std::string notice = "kind = \"notice\"\ntitle = \"三步\"\nsteps = [\"停\"]\n";
  expect_good(notice + "qr = \"https://example.org/\"\nqr_label = \"扫码\"");
  expect_good(notice + "qr = \"" + std::string(152, 'a') + "\"");
  expect_bad(notice + "qr = \"" + std::string(153, 'a') + "\"", "too-long");
}

TEST(Quiz, TheAnswerIsTheLetterOfAnOption) {
  const std::string quiz = "kind = \"quiz\"\nquestion = \"信不信？\"\noptions = [\"信\", \"不信\"]\n";
  expect_good(quiz + "answer = \"B\"");
  expect_good(quiz + "answer = \"A\"\nexplanation = \"因为\"\npause = \"8s\"");
  expect_bad(quiz + "answer = \"C\"", "bad-value");
  expect_bad(quiz + "answer = \"b\"", "bad-value");
  expect_bad(quiz, "missing-key");
  expect_bad("kind = \"quiz\"\nquestion = \"信不信？\"\noptions = [\"信\"]\nanswer = \"A\"", "too-short");
}

TEST(Case, IsToldOnOnePageOrOnSeveral) {
  const std::string head = "kind = \"case\"\ntitle = \"多问一句\"\n";
  const std::string pages =
      "pages = [{ heading = \"诱饵\", text = \"一\" }, { heading = \"损失\", text = \"二\" }]\n";
  expect_good(head + "story = \"经过\"");
  expect_good(head + pages);
  expect_bad(head, "missing-key");
  expect_bad(head + pages + "story = \"经过\"", "conflicting-keys");
  expect_bad(head + "pages = [{ heading = \"诱饵\", text = \"一\" }]", "too-short");
  expect_bad(head + "pages = [{ heading = \"诱饵\" }, { heading = \"损失\", text = \"二\" }]", "missing-key");
}

TEST(Countdown, NeedsADayAndWhatFollows) {
  const std::string count = "kind = \"countdown\"\nheading = \"还有\"\nafter = \"到了\"\n";
  expect_good(count + "to = 2027-05-15");
  expect_good(count + "to = 2027-05-15\ntime = \"09:30\"\nunit = \"seconds\"");
  expect_bad(count, "missing-key");
  expect_bad("kind = \"countdown\"\nheading = \"还有\"\nto = 2027-05-15", "missing-key");
  expect_bad(count + "to = 2027-05-15\ntime = \"9:30\"\nunit = \"hours\"", "bad-value");
  expect_bad(count + "to = 2027-05-15\ntime = \"-0:30\"\nunit = \"hours\"", "bad-value");
  expect_bad(count + "to = 2027-05-15\ntime = \"24:00\"\nunit = \"hours\"", "bad-value");
  expect_bad(count + "to = 2027-05-15\ntime = \"09:30\"", "unused-key");
}

TEST(Registry, HasEveryKindOnceAndFindsIt) {
  std::vector<std::string_view> names;
  for (const SlideKind& kind : slide_kinds()) {
    names.push_back(kind.name);
    EXPECT_EQ(find_kind(kind.name), &kind);
    EXPECT_STRNE(kind.doc, "");
    EXPECT_FALSE(kind.describe().empty());
  }
  EXPECT_THAT(names, ElementsAre("slogan", "statistics", "case", "notice", "quiz", "countdown", "ticker",
                                 "clock", "marquee", "picture", "video"));
  EXPECT_EQ(find_kind("poster"), nullptr);
}

TEST(Examples, EveryKindHasOneThatReadsCleanly) {
  for (const SlideKind* kind : shown_kinds()) {
    SCOPED_TRACE(kind->name);
    bool shown = false;
    for (const ReadSlide& slide :
         read_slides("slides/examples/" + std::string(kind->name) + "/playlist.toml")) {
      shown = shown || slide.kind == kind;
      EXPECT_TRUE(slide.content);
      EXPECT_THAT(ids_of(slide), IsEmpty());
    }
    EXPECT_TRUE(shown);
  }
}

TEST(Slogan, HasOneToThreeLines) {
  expect_good("kind = \"slogan\"\ntext = \"一\"");
  expect_good("kind = \"slogan\"\ntext = \"一\\n二\\n三\"\nsupport = \"说明\"");
  expect_bad("kind = \"slogan\"\ntext = \"一\\n二\\n三\\n四\"", "too-many-lines");
  expect_bad("kind = \"slogan\"", "missing-key");
  expect_bad("kind = \"slogan\"\ntext = 5", "wrong-type");
}

TEST(Statistics, ANumberNeedsItsFigure) {
  expect_good(statistics("value = 58.3\nunit = \"%\""));
  expect_good(statistics("display = \"1700余万元\""));
  expect_bad(statistics("unit = \"%\""), "missing-key");
  expect_bad("kind = \"statistics\"\nvalue = 1", "missing-key");
}

TEST(Statistics, AComparisonHasTwoSides) {
  const std::string before = "before = { label = \"2019年\", value = 12 }\n",
                    after = "after = { label = \"2021年\", value = 5 }\n";
  expect_good(statistics("value = 58.3\n" + before + after));
  expect_bad(statistics("value = 58.3\n" + before), "missing-key");
  expect_bad(statistics("value = 58.3\n" + after), "missing-key");
}

TEST(Statistics, ChartsNeedData) {
  for (const char* chart : {"bars", "stacked", "donut", "trend"}) {
    expect_bad(statistics("chart = \"" + std::string(chart) + "\""), "missing-key");
  }
  expect_bad(statistics("chart = \"trend\"\ndata = [{ label = \"2021\", value = 1 }]"), "too-few");
}

TEST(Statistics, RefusesNegativeValuesAndUnknownCharts) {
  expect_bad(statistics("value = -1"), "out-of-range");
  expect_bad(statistics("chart = \"bars\"\ndata = [{ label = \"甲\", value = -3 }]"), "out-of-range");
  expect_bad(statistics("chart = \"pie\"\nvalue = 1"), "unknown-value");
}

TEST(Statistics, SharesOfAWholeAreOneWholeAtMost) {
  const auto donut = [](double b) {
    return statistics(
        "chart = \"donut\"\nunit = \"%\"\ndata = [{ label = \"甲\", value = 60 }, { label = \"乙\", value "
        "= " +
        std::to_string(b) + " }]");
  };
  expect_good(donut(30));
  expect_good(donut(40.4));
  expect_bad(donut(41), "sum");
  expect_bad(statistics("chart = \"donut\"\ndata = [{ label = \"甲\", value = 0 }]"), "sum");
}

TEST(Statistics, RowsAreEightAtMost) {
  std::string rows;
  for (int i = 0; i < 9; ++i) rows += "{ label = \"甲\", value = 1 }, ";
  expect_bad(statistics("chart = \"bars\"\ndata = [" + rows + "]"), "too-long");
}

TEST(Statistics, ATrendHasTwelvePeriodsAtMostAndTwoThatAreKnown) {
  const auto trend = [](int known, int unknown) {
    std::string rows;
    for (int i = 0; i < known; ++i) rows += "{ label = \"甲\", value = 1 }, ";
    for (int i = 0; i < unknown; ++i) rows += "{ label = \"乙\" }, ";
    return statistics("chart = \"trend\"\ndata = [" + rows + "]");
  };
  expect_good(trend(12, 0));
  expect_good(trend(2, 3));
  expect_bad(trend(1, 3), "too-few");
  expect_bad(trend(13, 0), "too-long");
}

TEST(Statistics, OnlyATrendHasGaps) {
  const std::string data = "data = [{ label = \"甲\", value = 1 }, { label = \"乙\", display = \"约2\" }]";
  for (const char* chart : {"bars", "stacked", "donut"})
    expect_bad(statistics("chart = \"" + std::string(chart) + "\"\n" + data), "missing-value");
}

TEST(Statistics, CompareNeedsTwoSidesWithFigures) {
  const std::string chart = "chart = \"compare\"\n", before = "before = { label = \"2019年\", value = 12 }\n";
  expect_good(statistics(chart + before + "after = { label = \"2021年\", value = 5 }"));
  expect_good(statistics(chart + before + "after = { label = \"2021年\", display = \"5起\" }"));
  expect_bad(statistics(chart), "missing-key");
  expect_bad(statistics(chart + before), "missing-key");
  expect_bad(statistics(chart + before + "after = { label = \"2021年\" }"), "missing-value");
}

TEST(Statistics, ATableHasACellForEveryColumn) {
  const std::string table = "chart = \"table\"\ncolumns = [\"类型\", \"起数\"]\n";
  expect_good(statistics(table + "rows = [[\"甲\", \"1\"], [\"乙\", \"\"]]"));
  expect_bad(statistics(table + "rows = [[\"甲\", \"1\"], [\"乙\"]]"), "row-length");
  expect_bad(statistics(table), "missing-key");
  expect_bad(statistics("chart = \"table\"\nrows = [[\"甲\", \"1\"]]"), "missing-key");
  expect_bad(statistics("chart = \"table\"\ncolumns = [\"甲\"]\nrows = [[\"1\"]]"), "too-short");
}

TEST(Case, HasAStoryAndTwoFiguresAtMost) {
  const std::string needed = "kind = \"case\"\ntitle = \"标题\"\nstory = \"经过。\"\n";
  const std::string loss = "{ label = \"损失\", display = \"9万元\" }";
  expect_good(needed);
  expect_good(needed + "loss = [" + loss + "," + loss + "]");
  expect_bad(needed + "loss = [" + loss + "," + loss + "," + loss + "]", "too-long");
  expect_bad("kind = \"case\"\ntitle = \"标题\"", "missing-key");
}

TEST(Notice, HasOneToFiveSteps) {
  expect_good("kind = \"notice\"\ntitle = \"标题\"\nsteps = [\"一\"]\nhotline = \"110\"");
  expect_bad("kind = \"notice\"\ntitle = \"标题\"\nsteps = []", "too-short");
  expect_bad("kind = \"notice\"\ntitle = \"标题\"\nsteps = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]",
             "too-long");
  expect_bad("kind = \"notice\"\ntitle = \"标题\"", "missing-key");
}

TEST(Scrolling, NeedsItsText) {
  expect_good("kind = \"ticker\"\nlines = [\"一\", \"二\"]");
  expect_bad("kind = \"ticker\"", "missing-key");
  expect_good("kind = \"marquee\"\ntext = \"一\"");
  expect_bad("kind = \"marquee\"", "missing-key");
  expect_good("kind = \"clock\"");
}

TEST(Content, SourceAndDayComeFromTheCampaign) {
  const ReadSlide slide = read_slide(statistics("value = 1"));
  const ReadSlide own = read_slide(statistics("value = 1\nsource = \"别处\""));
  const ReadSlide same = read_slide(statistics("value = 1\nsource = \"示例数据\"\nas_of = 2022-05-13"));
  EXPECT_NE(slide.content->hash(), own.content->hash());
  EXPECT_EQ(slide.content->hash(), same.content->hash());
}

TEST(Content, HashCoversEveryValue) {
  const std::vector<std::string> variants{
      statistics("value = 1"),
      statistics("value = 2"),
      statistics("display = \"1\""),
      statistics("value = 1\nunit = \"起\""),
      statistics("value = 1\nnote = \"起\""),
      statistics("value = 1\ncounter = \"起\""),
      statistics("value = 1\nas_of = 2022-05-14"),
      statistics("value = 1\nbefore = { label = \"a\", value = 1 }\nafter = { label = \"b\", value = 2 }"),
      statistics("value = 1\nbefore = { label = \"a\", value = 1 }\nafter = { label = \"b\", value = 3 }"),
      statistics("value = 1\ncenter = \"起\""),
      statistics("value = 1\narrow = \"up\""),
      statistics("value = 1\ntone = \"good\""),
      statistics("value = 1\nchange = \"起\""),
      statistics("value = 1\npartial = true"),
      statistics("value = 1\nmarks = \"line\""),
      statistics("value = 1\ncolumns = [\"a\", \"b\"]"),
      statistics("value = 1\nrows = [[\"a\", \"b\"]]"),
      statistics("chart = \"bars\"\ndata = [{ label = \"a\", value = 1 }]"),
      statistics("chart = \"bars\"\ndirection = \"vertical\"\ndata = [{ label = \"a\", value = 1 }]"),
      statistics("chart = \"trend\"\ndata = [{ label = \"a\", value = 1 }, { label = \"b\", value = 0 }, { "
                 "label = \"c\" }]"),
      statistics("chart = \"trend\"\ndata = [{ label = \"a\", value = 1 }, { label = \"b\", value = 0 }, { "
                 "label = \"c\", value = 0 }]"),
      statistics("chart = \"donut\"\ndata = [{ label = \"a\", value = 1 }]"),
      statistics("chart = \"bars\"\ndata = [{ label = \"a\", value = 1, display = \"1\" }]"),
      "kind = \"slogan\"\ntext = \"a\"",
      "kind = \"slogan\"\ntext = \"a\"\nsupport = \"b\"",
      "kind = \"notice\"\ntitle = \"a\"\nsteps = [\"b\"]",
      "kind = \"notice\"\ntitle = \"a\"\nsteps = [\"b\"]\nhotline = \"1\"",
      "kind = \"notice\"\ntitle = \"a\"\nsteps = [\"b\"]\nhotline_label = \"1\"",
      "kind = \"case\"\ntitle = \"a\"\nstory = \"b\"",
      "kind = \"case\"\ntitle = \"a\"\nstory = \"b\"\nlesson = \"c\"",
      "kind = \"case\"\ntitle = \"a\"\nstory = \"b\"\nlabel = \"c\"",
      "kind = \"case\"\ntitle = \"a\"\nstory = \"b\"\nloss = [{ label = \"c\", display = \"1\" }]",
  };
  std::vector<Hash> hashes;
  for (const std::string& variant : variants) {
    const ReadSlide slide = read_slide(variant);
    ASSERT_TRUE(slide.content) << variant << format_diagnostics(slide.diagnostics);
    EXPECT_THAT(hashes, testing::Not(Contains(slide.content->hash()))) << variant;
    hashes.push_back(slide.content->hash());
  }
}

TEST(ReadingText, IsWhatAPasserByReads) {
  const auto reading = [](const std::string& toml) {
    const ReadSlide slide = read_slide(toml);
    return slide.kind->reading_text(*slide.content);
  };
  EXPECT_EQ(reading("kind = \"slogan\"\ntext = \"天上**不会**\\n掉馅饼\"\nsupport = \"先核实\""),
            "天上不会\n掉馅饼\n先核实");
  EXPECT_EQ(reading(statistics("value = 160000000\nunit = \"元\"")), "一句话\n1.6亿元");
  EXPECT_THAT(reading("kind = \"case\"\ntitle = \"标题\"\nstory = \"经过。\""), HasSubstr("标题\n经过。"));
  EXPECT_EQ(reading("kind = \"ticker\"\nlines = [\"一\", \"二\"]"), "一\n二");
}

}  // namespace
}  // namespace xp::kinds
