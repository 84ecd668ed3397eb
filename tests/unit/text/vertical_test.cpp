// SPDX-License-Identifier: MIT
#include "text/vertical.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text_support.h"

namespace xp::text {
namespace {

using test::plain;
using test::style_with;
using test::test_engine;
using testing::DoubleNear;

ParagraphStyle column(const char* language = "zh-Hans") {
  ParagraphStyle style = style_with(language);
  style.mode = Mode::vertical;
  style.tcy = 2;
  return style;
}

Line set(std::u32string_view text, const ParagraphStyle& style = column()) {
  return test_engine().layout(plain(text), style)->lines[0];
}

std::string cells_of(std::u32string_view text, int most) {
  ParagraphStyle style;
  style.tcy = most;
  std::string all;
  for (const Cell& cell : find_cells(text, style))
    all += std::to_string(cell.start) + "-" + std::to_string(cell.end) + " ";
  return all;
}

TEST(Vertical, FiguresShareACellWhenTheyAreFewEnough) {
  EXPECT_EQ(cells_of(U"第12条3款2024年", 2), "1-3 4-5 ");
  EXPECT_EQ(cells_of(U"第12条3款2024年", 4), "1-3 4-5 6-10 ");
  EXPECT_EQ(cells_of(U"约3.5万，10:30起", 2), "") << "parts of a number are no numbers";
  EXPECT_EQ(cells_of(U"到5.", 2), "1-2 ") << "a stop ends a number";
}

TEST(Vertical, IdeographsStandOneBelowTheOtherOnTheColumnsMiddle) {
  const Line line = set(U"防范");
  EXPECT_EQ(line.width.value(), 2);
  EXPECT_THAT(line.glyphs[0].x.value(), DoubleNear(0.88, 0.001)) << "its baseline";
  EXPECT_THAT(line.glyphs[0].y.value(), DoubleNear(-0.5, 0.001)) << "its left side";
  EXPECT_THAT(line.glyphs[1].x.value(), DoubleNear(1.88, 0.001));
  EXPECT_TRUE(line.glyphs[0].upright);
}

TEST(Vertical, ACellIsOneEmHighAndNoWider) {
  const Line two = set(U"第12条");
  EXPECT_EQ(two.width.value(), 3);
  EXPECT_THAT(two.glyphs[1].y.value(), DoubleNear(-0.5, 0.001));
  EXPECT_THAT(two.glyphs[2].y.value(), DoubleNear(0, 0.001)) << "half-width figures";
  EXPECT_EQ(two.glyphs[2].x, two.glyphs[1].x) << "side by side";
  EXPECT_EQ(two.glyphs[1].squeeze.value(), 1);
  ParagraphStyle style = column();
  style.tcy = 4;
  const Line four = set(U"2024年", style);
  EXPECT_EQ(four.width.value(), 2);
  EXPECT_LE(four.glyphs[0].squeeze.value(), 0.5);
  EXPECT_FALSE(four.glyphs[0].turned);
}

TEST(Vertical, NoLineEndsInsideACell) {
  ParagraphStyle style = column();
  style.width = Em::from(1);
  const LayoutPtr layout = test_engine().layout(plain(U"第12条"), style);
  for (const Line& line : layout->lines) EXPECT_NE(line.start, 2u);
}

TEST(Vertical, WordsAreTurnedAroundTheMiddleOfTheirCapitals) {
  const Line line = set(U"用ATM取");
  EXPECT_TRUE(line.glyphs[1].turned);
  EXPECT_FALSE(line.glyphs[1].upright);
  EXPECT_THAT(line.glyphs[1].y.value(), DoubleNear(-0.3665, 0.001));
  EXPECT_FALSE(line.glyphs[4].turned);
}

TEST(Vertical, BracketsAreTheFontsOwnTurnedFormsNotTurnedGlyphs) {
  const Line line = set(U"（一）");
  EXPECT_FALSE(line.glyphs[0].turned);
  EXPECT_FALSE(line.glyphs[0].upright);
}

TEST(Vertical, QuotationMarksBecomeCorners) {
  EXPECT_EQ(with_vertical_quotes(U"“不轻信”和‘校园贷’，don’t"), U"『不轻信』和「校园贷」，don’t");
  EXPECT_EQ(set(U"“信”").glyphs[0].gid, set(U"『信』").glyphs[0].gid);
}

TEST(Vertical, ColumnsFollowTheirScript) {
  EXPECT_EQ(test_engine().layout(plain(U"防范"), column())->progression, Progression::leftwards);
  EXPECT_EQ(test_engine().layout(plain(U"ᠴᠠᠭᠳᠠᠭ᠎ᠠ"), column("mn"))->progression, Progression::rightwards);
}

TEST(Vertical, MongolianIsShapedAlongAndTurned) {
  const Line line = set(U"ᠴᠠᠭᠳᠠᠭ᠎ᠠ", column("mn"));
  for (const Glyph& glyph : line.glyphs) EXPECT_TRUE(glyph.turned);
  EXPECT_GT(line.width.value(), 1);
}

TEST(Vertical, EmojiStandUprightInTheMiddle) {
  const Line line = set(U"禁\U0001F6AB止");
  EXPECT_EQ(line.width.value(), 3);
  EXPECT_TRUE(line.glyphs[1].upright);
  EXPECT_THAT(line.glyphs[1].y.value(), DoubleNear(-0.5, 0.01));
}

TEST(Vertical, DotsStandToTheRightOfTheirCharacters) {
  StyledText text = plain(U"守住");
  text.runs = {{0, Emphasis::normal, EmphasisMark::dot}};
  const Line line = test_engine().layout(text, column())->lines[0];
  ASSERT_EQ(line.dots.size(), 2u);
  EXPECT_EQ(line.dots[1].x.value(), 1.5);
  EXPECT_GT(line.dots[1].y.value(), 0.5);
}

TEST(Vertical, FitsTheHeightOfTheBox) {
  ParagraphStyle style = column();
  style.balance = style.phrase = true;
  FitBox box{{300, 1000}};
  box.max_lines = 1;
  const Fitted fitted = test_engine().fit(plain(U"守好您的钱袋子"), style, box);
  EXPECT_EQ(fitted.size_px, 142) << "seven characters in 1000 px";
}

}  // namespace
}  // namespace xp::text
