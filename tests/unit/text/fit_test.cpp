// SPDX-License-Identifier: MIT
#include "text/fit.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fake_width.h"
#include "support/lexicon.h"

namespace xp::text {
namespace {

Breaker& breaker() {
  static Breaker instance;
  return instance;
}

struct Fit {
  int size = 0;
  bool overflow = false;
  std::string lines;
};

FitBox box_of(int w, int h, int max_lines = 3) {
  FitBox box;
  box.box = {w, h};
  box.max_lines = max_lines;
  return box;
}

Fit fit(const std::string& utf8, const FitBox& box) {
  const std::u32string text = decode_utf8(utf8);
  const BreakMap map =
      breaker().breaks(text, "zh-Hans", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  const FitChoice choice = choose_fit(text, map, test::fake_widths(text), box);
  return {choice.size_px, choice.overflow, test::joined(text, choice.lines)};
}

TEST(Fit, OneLineFillsTheWidth) {
  const Fit one = fit("远离传销", box_of(1000, 260));
  EXPECT_EQ(one.lines, "远离传销");
  EXPECT_EQ(one.size, 250);
}

TEST(Fit, HeightBoundsToo) { EXPECT_EQ(fit("远离传销", box_of(10000, 260)).size, 260); }

TEST(Fit, WrapsWhenThatMakesTheTextLarger) {
  const Fit two = fit("警惕高息诱惑远离非法集资", box_of(1200, 600));
  EXPECT_EQ(two.lines, "警惕高息诱惑|远离非法集资");
  EXPECT_EQ(two.size, 200);
}

TEST(Fit, RequiredHeadline) {
  const Fit three = fit("警惕高息诱惑远离非法集资守护好您的钱袋子", box_of(1720, 800));
  EXPECT_EQ(three.lines, "警惕高息诱惑|远离非法集资|守护好您的钱袋子");
  EXPECT_EQ(three.size, 215);
}

TEST(Fit, EqualClausesStandOneALine) {
  EXPECT_EQ(fit("不贪小利，不信谣言，不转账款", box_of(1400, 480)).lines, "不贪小利，|不信谣言，|不转账款");
  EXPECT_EQ(fit("不贪小利 不信谣言 不转账款", box_of(1400, 480)).lines, "不贪小利|不信谣言|不转账款");
}

TEST(Fit, TheHeightOfLinesCountsTheEmBoxOfTheFirstAndLast) {
  FitBox box = box_of(10000, 1000, 2);
  box.line_height = 1.5;
  EXPECT_EQ(fit("甲\n乙", box).size, 400);  // 400 · 1.5 + 400
}

/// Three even lines would be a fiftieth larger.
TEST(Fit, RunningTextRatherEndsItsLinesWithClauses) {
  const Fit running = fit("接到电话先核实身份，转账之前多问一问家里人", box_of(1100, 355, 8));
  EXPECT_EQ(running.lines, "接到电话先核实身份，|转账之前多问一问家里人");
}

/// Seven lines of two thirds of the width would be more even.
TEST(Fit, RunningTextFillsItsWidth) {
  FitBox box = box_of(1026, 800, 12);
  box.max_px = 63;
  const std::string story =
      "2021年7月的一起非法吸收公众存款案：线上打着“会员平台”旗号，线下开会招人，签股权协议，按层级发奖励。"
      "消息在熟人间口口相传，钱从多条渠道转走。";
  const Fit running = fit(story, box);
  EXPECT_EQ(running.size, 63);
  EXPECT_EQ(std::ranges::count(running.lines, '|'), 5) << running.lines;
}

TEST(Fit, KeepsToTheMostLines) {
  const Fit two = fit("警惕高息诱惑远离非法集资守护好您的钱袋子", box_of(500, 2000, 2));
  EXPECT_EQ(std::count(two.lines.begin(), two.lines.end(), '|'), 1);
}

TEST(Fit, CapsAtTheLargestSize) {
  FitBox box = box_of(5000, 5000);
  box.max_px = 300;
  const Fit capped = fit("远离传销", box);
  EXPECT_EQ(capped.size, 300);
  EXPECT_EQ(capped.lines, "远离传销") << "as few lines as the cap allows";
}

TEST(Fit, SnapsDownToTheStep) {
  FitBox box = box_of(130, 40);
  box.step_px = 16;
  EXPECT_EQ(fit("远离传销", box).size, 32);
  box.box = {127, 40};
  EXPECT_EQ(fit("远离传销", box).size, 16);
}

TEST(Fit, SaysWhenItOverflows) {
  FitBox box = box_of(100, 20, 1);
  box.min_px = 14;
  const Fit over = fit("凡是要求转账汇款的陌生电话都要核实", box);
  EXPECT_TRUE(over.overflow);
  EXPECT_EQ(over.size, 14);
  EXPECT_NE(over.lines, "");
}

TEST(Fit, ReachesTheSmallestSizeExactly) {
  FitBox box = box_of(56, 14, 1);
  box.min_px = 14;
  EXPECT_FALSE(fit("远离传销", box).overflow);
  box.box.w = 55;
  EXPECT_TRUE(fit("远离传销", box).overflow);
}

TEST(Fit, OverflowKeepsToTheStep) {
  FitBox box = box_of(20, 20, 1);
  box.step_px = 16;
  box.min_px = 12;
  EXPECT_EQ(fit("远离传销", box).size, 16);
}

TEST(Fit, TheAuthorsLinesStay) {
  EXPECT_EQ(fit("守护好您的\n钱袋子", box_of(1720, 800)).lines, "守护好您的|钱袋子");
}

TEST(Fit, TheAuthorsLinesMayExceedTheMost) {
  EXPECT_EQ(fit("甲\n乙\n丙\n丁", box_of(400, 400, 2)).lines, "甲|乙|丙|丁");
}

TEST(Fit, TheAuthorsLinesAreWrappedForAMuchLargerSize) {
  const Fit three = fit("反诈\n警惕高息诱惑远离非法集资", box_of(1200, 2000));
  EXPECT_EQ(three.lines, "反诈|警惕高息诱惑|远离非法集资");
}

TEST(Fit, TheAuthorsLinesAreNotWrappedForALittle) {
  const Fit two = fit("警惕高息诱惑\n守护好您的钱袋子", box_of(1720, 560));
  EXPECT_EQ(two.lines, "警惕高息诱惑|守护好您的钱袋子");
}

TEST(Fit, AvoidsSplittingAWord) {
  EXPECT_EQ(fit("守护好您的钱袋子", box_of(900, 900, 2)).lines, "守护好您的|钱袋子");
}

TEST(Fit, AWordInTwoIsWorthTwiceTheSize) {
  EXPECT_EQ(fit("不听甜言，不\n贪小利", box_of(1000, 1450, 4)).lines, "不听甜言，不|贪小利");
}

TEST(Fit, ClausesStayWholeForLessThanHalfTheSize) {
  const std::string four =
      fit("未知链接不点击，陌生来电不轻信，个人信息不透露，转账汇款多核实", box_of(1720, 800)).lines;
  for (const char* torn : {"陌生|来电", "个人信息|不透露"}) EXPECT_EQ(four.find(torn), std::string::npos);
  EXPECT_EQ(fit("先挂断，再用老号码打回去", box_of(900, 300, 2)).lines, "先挂断，|再用老号码打回去");
}

TEST(Fit, AListStaysTogether) {
  EXPECT_EQ(fit("接到95、00、+852开头来电\n先挂断，再查证", box_of(1720, 800)).lines,
            "接到95、00、+852开头来电|先挂断，再查证");
  EXPECT_EQ(fit("不听、不信、不转账，不加群、不扫码", box_of(1720, 800)).lines,
            "不听、不信、不转账，|不加群、不扫码");
}

/// A long list goes on in the next line; none of its items does.
TEST(Fit, ALongListIsPartedBetweenItsItems) {
  FitBox box = box_of(1020, 200, 3);
  box.max_px = 42;
  EXPECT_EQ(
      fit("合同诈骗、非法经营、信用卡诈骗、职务侵占、组织领导传销活动、非法吸收公众存款，共116起", box).lines,
      "合同诈骗、非法经营、信用卡诈骗、职务侵占、|组织领导传销活动、非法吸收公众存款，共116起");
}

TEST(Fit, AShortQuotationStaysWhole) {
  EXPECT_EQ(fit("“我早该\n问一句孩子”", box_of(970, 1500, 6)).lines, "“我早该|问一句孩子”");
  EXPECT_EQ(fit("“安全账户”（假！）\n一分不转", box_of(800, 1400, 4)).lines.find("“安全|账户”"),
            std::string::npos);
}

TEST(Fit, AWordOrTwoIsNoLine) {
  EXPECT_EQ(fit("陌生链接不要点", box_of(970, 1500, 6)).lines, "陌生链接|不要点");
  FitBox step = box_of(810, 400, 2);
  step.max_px = 72;
  EXPECT_EQ(fit("留：保存转账凭证和聊天记录", step).lines, "留：保存转账凭证|和聊天记录");
}

TEST(Fit, NoLineBeginsWithAParticleBehindAName) {
  for (const int w : {700, 1000, 1400, 1720}) {
    const std::string lines = fit("凡是要求您把钱转到所谓“安全账户”的，都是诈骗", box_of(w, 800)).lines;
    EXPECT_EQ(lines.find("|的"), std::string::npos) << lines;
  }
}

TEST(Fit, AvoidsAnOrphan) {
  for (const int w : {600, 900, 1200, 1600}) {
    const std::string lines = fit("请您远离非法网贷吧", box_of(w, 800)).lines;
    EXPECT_FALSE(lines.ends_with("|吧")) << lines;
  }
}

TEST(Fit, LongTextIsFitted) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "凡是要求转账汇款的都要核实，";
  FitBox box = box_of(1700, 800, 40);
  const Fit many = fit(text, box);
  EXPECT_FALSE(many.overflow);
  EXPECT_GT(many.size, 40);
  const auto lines = 1 + std::count(many.lines.begin(), many.lines.end(), '|');
  EXPECT_LE((static_cast<double>(lines - 1) * box.line_height + 1) * many.size, 800.0);
}

TEST(Fit, LongTextIsALittleSmallerForWholeWords) {
  const std::string story =
      "王奶奶接到自称“孙子”的电话：“我撞了人，快打3万元！”她没有声张，先拨了孙子的旧号码——孩子正在上课。";
  for (const int h : {300, 330, 360, 390, 420}) {
    const std::string lines = fit(story, box_of(640, h, 40)).lines;
    for (const char* torn : {"孙|子", "撞|了", "号|码", "声|张", "孩|子", "上|课"})
      EXPECT_EQ(lines.find(torn), std::string::npos) << lines;
  }
}

TEST(Fit, LongTextThatCannotFitOverflows) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "凡是要求转账汇款的都要核实，";
  EXPECT_TRUE(fit(text, box_of(300, 100, 40)).overflow);
}

TEST(Fit, AnEmptyTextTakesTheHeight) {
  const Fit none = fit("", box_of(300, 100));
  EXPECT_FALSE(none.overflow);
  EXPECT_EQ(none.size, 100);
}

TEST(Fit, AnEmptyBoxOverflows) {
  const Fit none = fit("远离传销", box_of(0, 0));
  EXPECT_TRUE(none.overflow);
  EXPECT_GT(none.size, 0);
}

FitChoice choice_of(std::u32string_view text, FitBox box, int size) {
  box.min_px = box.max_px = size;
  const BreakMap map =
      breaker().breaks(text, "zh-Hans", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
  return choose_fit(text, map, test::fake_widths(text), box);
}

TEST(Fit, LinesComeCloserBeforeTextIsLost) {
  FitBox box = box_of(400, 220, 2);
  box.line_height = 1.5;
  const FitChoice closer = choice_of(U"警惕高息诱惑", box, 100);
  EXPECT_TRUE(closer.overflow);
  EXPECT_DOUBLE_EQ(closer.line_height, 1.1);
  EXPECT_FALSE(closer.shown.has_value());
}

TEST(Fit, WordsAreSplitBeforeTextIsLost) {
  const FitChoice split = choice_of(U"反电信网络诈骗宣传", box_of(300, 320), 100);
  EXPECT_EQ(split.lines.size(), 3u);
  EXPECT_FALSE(split.shown.has_value());
}

TEST(Fit, AnEllipsisStandsForWhatIsLost) {
  const FitChoice cut = choice_of(U"警惕高息诱惑远离非法集资守护好您的钱袋子", box_of(500, 220), 100);
  ASSERT_TRUE(cut.shown.has_value());
  EXPECT_EQ(*cut.shown, 8u) << "two lines of five, less two em";
}

}  // namespace
}  // namespace xp::text
