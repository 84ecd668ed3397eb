// SPDX-License-Identifier: MIT
#include "text/lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "fake_width.h"
#include "support/lexicon.h"

namespace xp::text {
namespace {

using test::fake_widths;

Breaker& breaker() {
  static Breaker instance;
  return instance;
}

std::string set(const std::string& utf8, double em, Filling filling) {
  const std::u32string text = decode_utf8(utf8);
  const BreakMap map =
      breaker().breaks(text, "zh-Hans", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  return test::joined(text, choose_lines(text, map, fake_widths(text), Em::from(em), filling));
}

std::string greedy(const std::string& text, double em) { return set(text, em, Filling::greedy); }
std::string optimal(const std::string& text, double em) { return set(text, em, Filling::optimal); }
std::string balanced(const std::string& text, double em) { return set(text, em, Filling::balanced); }

TEST(Greedy, FillsEveryLine) { EXPECT_EQ(greedy("国国国国国国国", 3), "国国国|国国国|国"); }

TEST(Greedy, KeepsMarksFromTheLineStart) { EXPECT_EQ(greedy("国国国，国国", 3), "国国|国，国|国"); }

TEST(Greedy, FitsWithinTheEpsilon) {
  EXPECT_EQ(greedy("国国国国", 3.9995), "国国国国");
  EXPECT_EQ(greedy("国国国国", 3.99), "国国国|国");
}

TEST(Greedy, SpacesAtTheLineEndTakeNoRoom) { EXPECT_EQ(greedy("aaaa bbbb", 2), "aaaa|bbbb"); }

TEST(Greedy, ForcedBreaksEndLines) {
  EXPECT_EQ(greedy("国国\n国国国国", 3), "国国|国国国|国");
  EXPECT_EQ(greedy("国\n\n国", 3), "国||国");
}

TEST(Greedy, OneLineEndAtTheEndMakesNoLine) { EXPECT_EQ(greedy("国国\n", 3), "国国"); }

TEST(Greedy, NothingIsOneEmptyLine) {
  const auto lines = choose_lines(
      U"", breaker().breaks(U"", "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get()),
      fake_widths(U""), Em::from(3), Filling::greedy);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].end, 0u);
  EXPECT_FALSE(lines[0].emergency);
}

TEST(Greedy, WithoutAWidthOnlyForcedBreaksCount) {
  const std::u32string text = U"国国国国国\n国";
  const auto lines = choose_lines(
      text, breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get()),
      fake_widths(text), std::nullopt, Filling::greedy);
  EXPECT_EQ(test::joined(text, lines), "国国国国国|国");
}

TEST(Greedy, RangesCoverTheTextButForItsLineEnds) {
  const std::u32string text = U"国国国国\n国 国";
  const auto lines = choose_lines(
      text, breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get()),
      fake_widths(text), Em::from(2), Filling::greedy);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0].start, 0u);
  EXPECT_EQ(lines[0].end, lines[1].start);
  EXPECT_EQ(lines[1].end, 4u);
  EXPECT_EQ(lines[2].start, 5u);
  EXPECT_EQ(lines[3].end, text.size());
}

// K15
TEST(Emergency, BreaksBetweenGraphemes) { EXPECT_EQ(greedy("abcdef", 1), "ab!|cd!|ef"); }

TEST(Emergency, NeverBreaksInsideAGrapheme) {
  EXPECT_EQ(greedy("e\u0301e\u0301e\u0301", 1.5), "e\u0301!|e\u0301!|e\u0301");
}

TEST(Emergency, KeepsANumberWholeBeforeItsUnit) { EXPECT_EQ(greedy("3500万元", 3), "3500!|万元"); }

TEST(Emergency, BreaksAnAddressBehindItsMarks) {
  EXPECT_EQ(greedy("https://abcdefghij", 5), "https://!|abcdefghij");
}

TEST(Emergency, AGraphemeWiderThanTheBoxStandsAlone) { EXPECT_EQ(greedy("国国", 0.5), "国!|国!"); }

// K14
TEST(Emergency, ClosingMarksAreLetGoLast) {
  EXPECT_EQ(greedy("国。』」", 2), "国。!|』」");
  EXPECT_EQ(greedy("国国。", 2), "国|国。");
}

TEST(Emergency, IsNotTakenWhileABreakIsAllowed) {
  const std::string lines = optimal("警惕abcdefgh诱惑", 4);
  EXPECT_EQ(lines, "警惕|abcdefgh|诱惑");
}

TEST(Optimal, PrefersWordsToFullLines) {
  EXPECT_EQ(optimal("警惕高息诱惑远离集资", 7), "警惕高息诱惑|远离集资");
}

TEST(Optimal, PutsClausesOnLinesOfTheirOwn) {
  EXPECT_EQ(optimal("不轻信，不转账，不透露", 5), "不轻信，|不转账，|不透露");
}

TEST(Optimal, LeavesNoOrphan) {
  EXPECT_EQ(greedy("请您远离非法网贷吧", 8), "请您远离非法网贷|吧");
  const std::string lines = optimal("请您远离非法网贷吧", 8);
  EXPECT_EQ(lines, "请您远离非法|网贷吧");
}

TEST(Optimal, OneLineStaysOne) { EXPECT_EQ(optimal("守护好您的钱袋子", 8), "守护好您的钱袋子"); }

TEST(Optimal, KeepsToTheWidth) {
  const std::u32string text =
      decode_utf8("凡是要求转账汇款的陌生电话都要核实，公安机关不会通过电话办案，更不会要求转账");
  const BreakMap map =
      breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  for (int em = 2; em < 20; ++em) {
    for (const LineRange& line : choose_lines(text, map, fake_widths(text), Em::from(em), Filling::optimal)) {
      EXPECT_LE(test::fake_width(text, line.start, line.end), Em::from(em)) << em;
    }
  }
}

// spec §6: the sentence every engine is measured by
TEST(Balanced, RequiredHeadline) {
  EXPECT_EQ(balanced("警惕高息诱惑远离非法集资守护好您的钱袋子", 8.1),
            "警惕高息诱惑|远离非法集资|守护好您的钱袋子");
}

TEST(Balanced, TwoEvenLines) {
  EXPECT_EQ(balanced("天上不会掉馅饼投资理财要谨慎", 10), "天上不会掉馅饼|投资理财要谨慎");
}

TEST(Balanced, PrefersAMarkAtEqualWidth) {
  EXPECT_EQ(balanced("不轻信，不转账，不透露个人信息", 12), "不轻信，不转账，|不透露个人信息");
}

TEST(Balanced, LeavesNoOrphan) { EXPECT_EQ(balanced("请您远离非法网贷吧", 8), "请您远离|非法网贷吧"); }

TEST(Balanced, HasAsManyLinesAsGreedy) {
  for (const char* sentence : {"警惕高息诱惑，远离非法集资", "保护个人信息，谨防电信网络诈骗",
                               "扫码关注微信公众号，了解反诈知识", "请到正规金融机构办理存款和理财业务"}) {
    for (int em = 4; em < 18; ++em) {
      const std::string one = balanced(sentence, em), other = greedy(sentence, em);
      EXPECT_EQ(std::count(one.begin(), one.end(), '|'), std::count(other.begin(), other.end(), '|')) << one;
    }
  }
}

TEST(Balanced, EveryStretchForItself) {
  EXPECT_EQ(balanced("反诈\n警惕高息诱惑远离非法集资", 8), "反诈|警惕高息诱惑|远离非法集资");
}

TEST(Balanced, KeepsTitlesAndDashesTogether) {
  EXPECT_EQ(balanced("学习《反洗钱法》守护钱袋子", 9), "学习《反洗钱法》|守护钱袋子");
  EXPECT_EQ(balanced("守护钱袋子——从我做起", 8), "守护钱袋子——|从我做起");
}

TEST(Balanced, LongTextIsFilledOptimally) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "警惕高息诱惑，";
  EXPECT_EQ(balanced(text, 14), optimal(text, 14));
}

TEST(ChooseBalanced, GivesExactlySoManyLines) {
  const std::u32string text = U"警惕高息诱惑远离非法集资守护好您的钱袋子";
  const BreakMap map =
      breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  for (std::size_t n = 1; n <= 5; ++n) {
    const auto set = choose_balanced(text, map, fake_widths(text), n);
    ASSERT_TRUE(set.has_value());
    EXPECT_EQ(set->lines.size(), n);
  }
  EXPECT_EQ(choose_balanced(text, map, fake_widths(text), 3)->widest, Em::from(8));
}

TEST(ChooseBalanced, HasNothingWhereBreaksDoNotSuffice) {
  const std::u32string text = U"96110";
  const BreakMap map =
      breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  EXPECT_TRUE(choose_balanced(text, map, fake_widths(text), 1).has_value());
  EXPECT_FALSE(choose_balanced(text, map, fake_widths(text), 2).has_value());
  EXPECT_FALSE(choose_balanced(text, map, fake_widths(text), 0).has_value());
}

TEST(ChooseBalanced, CountsForcedLinesAndWrapsTheWidest) {
  const std::u32string text = U"反诈\n警惕高息诱惑远离非法集资";
  const BreakMap map =
      breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  EXPECT_FALSE(choose_balanced(text, map, fake_widths(text), 1).has_value());
  EXPECT_EQ(test::joined(text, choose_balanced(text, map, fake_widths(text), 3)->lines),
            "反诈|警惕高息诱惑|远离非法集资");
}

TEST(Optimal, SplitsNoWordWhereTwoBadBreaksWouldDo) {
  const std::string lines = optimal("同比增长95.6%；“不轻信”——不转账……！", 6);
  EXPECT_NE(lines.find("“不轻信”"), std::string::npos) << lines;
}

TEST(Optimal, PlacesAreWhole) { EXPECT_EQ(optimal("谨防南京市长江大桥", 6), "谨防南京市|长江大桥"); }

TEST(Lines, WidthsNeedNotGrowByAHair) {
  const std::u32string text = U"国国国国国国";
  const BreakMap map = breaker().breaks(text, "zh", Strictness::strict, Costs::words, nullptr);
  // A line of four is wider than one of five: its end is trimmed otherwise.
  const LineWidth widths = [&](std::uint32_t start, std::uint32_t end) {
    const Em plain = test::fake_width(text, start, end);
    return end - start == 4 ? plain + Em::from(1.02) : plain;
  };
  const auto lines = choose_lines(text, map, widths, Em::from(5), Filling::greedy);
  EXPECT_EQ(test::joined(text, lines), "国国国国国|国");
  for (const LineRange& line : choose_lines(text, map, widths, Em::from(5), Filling::optimal))
    EXPECT_FALSE(line.emergency);
}

TEST(Lines, WidthsBeyondEmAreNoTrouble) {
  const std::u32string text = U"警惕高息诱惑，远离非法集资";
  const BreakMap map = breaker().breaks(text, "zh", Strictness::strict, Costs::words, nullptr);
  constexpr Em kMost{std::numeric_limits<std::int32_t>::max()};
  for (const Filling filling : {Filling::greedy, Filling::optimal, Filling::balanced}) {
    EXPECT_EQ(choose_lines(text, map, test::fake_widths(text), kMost, filling).size(), 1u);
    const LineWidth endless = [&](std::uint32_t, std::uint32_t) { return kMost; };
    EXPECT_EQ(choose_lines(text, map, endless, kMost, filling).size(), 13u) << "every character overflows";
  }
}

TEST(Lines, SixtyFiveThousandCodePointsAreNoTrouble) {
  std::u32string text;
  while (text.size() < 65536) text += U"警惕高息诱惑，远离非法集资；";
  const BreakMap map =
      breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  const auto lines = choose_lines(text, map, fake_widths(text), Em::from(20), Filling::balanced);
  EXPECT_GT(lines.size(), 3276u);
  EXPECT_EQ(lines.back().end, text.size());
}

TEST(Lines, SixtyFiveThousandLettersBreakInEmergency) {
  const std::u32string text(65536, U'a');
  const BreakMap map =
      breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  const auto lines = choose_lines(text, map, fake_widths(text), Em::from(64), Filling::greedy);
  EXPECT_EQ(lines.size(), 512u);
  EXPECT_TRUE(lines.front().emergency);
}

}  // namespace
}  // namespace xp::text
