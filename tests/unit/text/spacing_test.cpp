// SPDX-License-Identifier: MIT
#include "text/spacing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_support.h"

namespace xp::text {
namespace {

using test::lines_of;
using test::plain;
using test::style_with;
using test::test_engine;
using testing::DoubleNear;
using testing::ElementsAre;

ParagraphStyle gb(std::optional<double> width = std::nullopt) {
  ParagraphStyle style = style_with("zh-Hans", width);
  style.trim = Trim::gb;
  style.autospace = Autospace::normal;
  return style;
}

double width_of(std::u32string_view text, const ParagraphStyle& style) {
  return test_engine().layout(plain(text), style)->lines[0].width.value();
}

TEST(Spacing, FollowsTheStandardsWidths) {
  EXPECT_EQ(width_of(U"买买提·艾则孜", gb()), 6.5) << "间隔号, GB/T 15834 §5.1.7";
  EXPECT_EQ(width_of(U"别转账！！", gb()), 4) << "two share an em, §5.1.2";
  EXPECT_EQ(width_of(U"别转账！！！啊", gb()), 6) << "three take two";
  EXPECT_EQ(width_of(U"别转账。", gb()), 3.5) << "at a line's end, §5.1.10";
}

TEST(Spacing, LinesAreChosenByTrimmedWidths) {
  const std::u32string_view text = U"（一）（二）（三）";
  ParagraphStyle full = gb(6);
  full.trim = Trim::none;
  EXPECT_EQ(lines_of(text, *test_engine().layout(plain(text), full)), "（一）（二）|（三）");
  EXPECT_EQ(lines_of(text, *test_engine().layout(plain(text), gb(7.5))), "（一）（二）（三）");
}

TEST(Spacing, AMarkIsHalvedInEveryFontThatLeavesItRoom) {
  ParagraphStyle strip = gb();
  strip.role = "led-16";
  EXPECT_EQ(width_of(U"警惕（高息）", strip), 5.5);
  EXPECT_EQ(width_of(U"你好——", strip), 4) << "a dash fills its em";
}

TEST(Spacing, AGapIsGoneAtALinesEnds) {
  const LayoutPtr layout = test_engine().layout(plain(U"请拨打96110"), gb(3));
  ASSERT_EQ(layout->lines.size(), 2u);
  EXPECT_TRUE(layout->gaps.empty());
  EXPECT_EQ(layout->lines[1].glyphs[0].x.raw, 0);
}

TEST(Spacing, AGapStandsBetweenItsNeighbours) {
  const LayoutPtr layout = test_engine().layout(plain(U"打110"), gb());
  EXPECT_THAT(layout->lines[0].glyphs[1].x.value(), DoubleNear(1.125, 1e-9));
}

TEST(Spacing, AGapBesideTextFromRightToLeftStandsOnItsChineseSide) {
  const LayoutPtr layout = test_engine().layout(plain(U"国אב国"), gb());
  const auto& glyphs = layout->lines[0].glyphs;
  ASSERT_EQ(glyphs.size(), 4u);
  EXPECT_EQ(glyphs[1].cluster, 2u) << "visual order";
  EXPECT_THAT(glyphs[1].x.value(), DoubleNear(1.125, 1e-9));
  EXPECT_EQ(glyphs[3].x, glyphs[2].x + glyphs[2].advance + Em{8192});
}

TEST(Spacing, ACentredLineIsCentredByItsInk) {
  ParagraphStyle style = gb(10);
  style.trim = Trim::normal;
  style.align = Align::center;
  const LayoutPtr layout = test_engine().layout(plain(U"守住钱袋。"), style);
  EXPECT_EQ(layout->lines[0].width.value(), 5) << "the mark keeps its em";
  EXPECT_EQ(layout->lines[0].indent.value(), 2.75) << "but half of it is no ink";
}

TEST(Spacing, DotsStandBelowCharactersAndNotBelowMarks) {
  StyledText text = plain(U"守住，钱袋");
  text.runs = {{1, Emphasis::accent, EmphasisMark::dot}, {4, Emphasis::normal}};
  const Line line = test_engine().layout(text, gb())->lines[0];
  ASSERT_EQ(line.dots.size(), 2u);
  EXPECT_EQ(line.dots[0].x.value(), 1.5);
  EXPECT_EQ(line.dots[1].x.value(), 3.5);
  EXPECT_LT(line.dots[0].y.value() + kDotRadius.value(), -0.12) << "below the em box";
  EXPECT_EQ(line.dots[0].emphasis, Emphasis::accent);
}

TEST(Spacing, ASpanHasItsOwnLanguage) {
  StyledText text = plain(U"骨骨");
  text.runs = {{0, Emphasis::normal}, {1, Emphasis::normal, EmphasisMark::none, "zh-Hant"}};
  const auto glyphs = test_engine().layout(text, style_with("zh-Hans"))->lines[0].glyphs;
  EXPECT_NE(glyphs[0].gid, glyphs[1].gid);
  EXPECT_EQ(glyphs[1].gid, test_engine().layout(plain(U"骨"), style_with("zh-Hant"))->lines[0].glyphs[0].gid);
}

}  // namespace
}  // namespace xp::text
