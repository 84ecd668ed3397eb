// SPDX-License-Identifier: MIT
#include "kinds/subtitles.h"

#include <gtest/gtest.h>

#include <random>

namespace xp::kinds {
namespace {

std::vector<Cue> cues_of(std::string_view text) {
  const Subtitles subtitles = parse_srt(text);
  EXPECT_TRUE(subtitles.mistakes.empty()) << subtitles.mistakes.front().message;
  return subtitles.cues;
}

constexpr milliseconds kOne{1000}, kTwo{2000}, kThree{3500};

TEST(Srt, TellsWhatIsSaidWhen) {
  const auto cues = cues_of(
      "1\n00:00:01,000 --> 00:00:02,000\n陌生来电\n\n2\n00:00:02,000 --> 00:00:03,500\n先挂断\n再核实\n");
  EXPECT_EQ(cues, (std::vector<Cue>{{kOne, kTwo, "陌生来电"}, {kTwo, kThree, "先挂断\n再核实"}}));
}

TEST(Srt, TakesTheFormsThatProgramsSave) {
  const std::vector<Cue> one{{kOne, kTwo, "先挂断"}};
  EXPECT_EQ(cues_of("\xEF\xBB\xBF"
                    "1\r\n00:00:01,000 --> 00:00:02,000\r\n先挂断\r\n\r\n"),
            one)
      << "mark, CRLF";
  EXPECT_EQ(cues_of("1\n00:00:01.000 --> 00:00:02.000\n先挂断"), one) << "dots, no line end";
  EXPECT_EQ(cues_of("00:00:01,0 --> 00:00:02,00\n先挂断\n"), one) << "no number, short fractions";
  EXPECT_EQ(cues_of("\n\n1\n0:00:01,000-->0:00:02,000  X1:10 Y1:20\n先挂断\n\n\n\n"), one)
      << "places, blank lines";
  EXPECT_EQ(cues_of("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color=\"#ff0000\"><i>先</i>挂断</font>"),
            one);
  EXPECT_TRUE(cues_of("").empty());
  EXPECT_TRUE(cues_of("1\n00:00:01,000 --> 00:00:02,000\n\n").empty()) << "nothing said";
}

TEST(Srt, LeavesWhatOnlyLooksLikeMarkup) {
  EXPECT_EQ(cues_of("1\n00:00:01,000 --> 00:00:02,000\n3 < 5 {注意} a<b").front().text, "3 < 5 {注意} a<b");
}

TEST(Srt, PutsLinesAfterTheSecondIntoIt) {
  EXPECT_EQ(cues_of("1\n00:00:01,000 --> 00:00:02,000\n一\n二\n三\n").front().text, "一\n二 三");
}

TEST(Srt, TellsMistakesWithTheirLineAndGoesOn) {
  const Subtitles subtitles = parse_srt(
      "1\n00:00:01,000 -> 00:00:02,000\n坏\n\n2\n00:00:02,000 --> 00:00:03,500\n好\n\n3\n00:00:09,000 --> "
      "00:00:08,000\n倒\n\n4\n00:61:00,000 --> 00:62:00,000\n多\n");
  EXPECT_EQ(subtitles.cues, (std::vector<Cue>{{kTwo, kThree, "好"}}));
  ASSERT_EQ(subtitles.mistakes.size(), 3u);
  EXPECT_EQ(subtitles.mistakes[0].line, 2);
  EXPECT_EQ(subtitles.mistakes[1].line, 10);
  EXPECT_EQ(subtitles.mistakes[2].line, 14);
}

TEST(Srt, TakesGbkAsEditorsInChinaSaveIt) {
  EXPECT_EQ(cues_of("1\n00:00:01,000 --> 00:00:02,000\n\xcf\xc8\xb9\xd2\xb6\xcf\n"),
            (std::vector<Cue>{{kOne, kTwo, "先挂断"}}));
}

TEST(Srt, RefusesWhatIsNoText) {
  const Subtitles subtitles = parse_srt(std::string_view("1\n00:00:01,000\0 --> 00:00:02,000\n", 30));
  EXPECT_TRUE(subtitles.cues.empty());
  EXPECT_EQ(subtitles.mistakes.size(), 1u);
}

TEST(Srt, TheLaterOfTwoIsShown) {
  const auto cues = cues_of("1\n00:00:02,000 --> 00:00:03,500\n后\n\n2\n00:00:01,000 --> 00:00:09,000\n先\n");
  const auto text_at = [&](Duration time) {
    const Cue* cue = cue_at(cues, time);
    return cue ? cue->text : "";
  };
  EXPECT_EQ(text_at(milliseconds(999)), "");
  EXPECT_EQ(text_at(kOne), "先");
  EXPECT_EQ(text_at(kTwo), "后");
  EXPECT_EQ(text_at(kThree), "先");
  EXPECT_EQ(text_at(seconds(9)), "");
}

TEST(Srt, SurvivesAnything) {
  const std::string good =
      "1\n00:00:01,000 --> 00:00:02,000\n<i>先</i>\n\n2\n00:00:02,000 --> 00:00:03,500\n{\\b}断\n";
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text = good;
    for (int i = 0; i < 4; ++i) text[random() % text.size()] = "0:,->\n<{\x80 9"[random() % 12];
    text.resize(random() % (text.size() + 1));
    for (const Cue& cue : parse_srt(text).cues) {
      ASSERT_LT(cue.start, cue.end);
      ASSERT_FALSE(cue.text.empty());
    }
  }
}

}  // namespace
}  // namespace xp::kinds
