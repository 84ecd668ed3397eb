// SPDX-License-Identifier: MIT
#include "text/bidi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace xp::text {
namespace {

using testing::Each;
using testing::ElementsAre;

std::vector<BidiLevel> levels_of(std::u32string_view text, Direction direction = Direction::automatic) {
  return BidiResolver().resolve(text, direction).levels;
}

TEST(Bidi, ChineseTextHasOneLevel) { EXPECT_THAT(levels_of(U"警惕“高息”A1。"), Each(0)); }

TEST(Bidi, TheFirstStrongCharacterDecidesTheDirection) {
  EXPECT_EQ(BidiResolver().resolve(U"12 אב中", Direction::automatic).base_at(0), 1);
  EXPECT_EQ(BidiResolver().resolve(U"12 中אב", Direction::automatic).base_at(0), 0);
}

TEST(Bidi, AnExplicitDirectionWins) {
  EXPECT_EQ(BidiResolver().resolve(U"中文", Direction::rtl).base_at(0), 1);
  EXPECT_THAT(levels_of(U"中文", Direction::rtl), Each(2));
  EXPECT_EQ(BidiResolver().resolve(U"אב", Direction::ltr).base_at(0), 0);
}

TEST(Bidi, HebrewInsideChineseIsOneLevelHigher) {
  EXPECT_THAT(levels_of(U"国אב国"), ElementsAre(0, 1, 1, 0));
}

TEST(Bidi, DigitsInsideArabicAreTwoLevelsHigher) {
  EXPECT_THAT(levels_of(U"من 12"), ElementsAre(1, 1, 1, 2, 2));
}

TEST(Bidi, EveryForcedLineHasADirectionOfItsOwn) {
  const BidiLevels bidi = BidiResolver().resolve(U"中文\nאב", Direction::automatic);
  EXPECT_EQ(bidi.base_at(0), 0);
  EXPECT_EQ(bidi.base_at(2), 0);
  EXPECT_EQ(bidi.base_at(3), 1);
}

TEST(Bidi, SupplementaryCodePointsCountOnce) { EXPECT_THAT(levels_of(U"𠀀א𠀀"), ElementsAre(0, 1, 0)); }

TEST(Bidi, BracketsTakeTheDirectionOfWhatTheyHold) {
  EXPECT_THAT(levels_of(U"אב(中)", Direction::rtl), ElementsAre(1, 1, 1, 2, 1));
}

TEST(Bidi, ControlsAndJoinersAreRemoved) {
  for (const char32_t c : std::u32string(U"\u202A\u202B\u202C\u202D\u202E\u200B\u200D\u2060")) {
    EXPECT_TRUE(removed_by_bidi(c)) << std::hex << static_cast<unsigned>(c);
  }
  for (const char32_t c : std::u32string(U"a中א \u2067\u2069\n")) {
    EXPECT_FALSE(removed_by_bidi(c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Bidi, SpacesAtALineEndGetTheParagraphsLevel) {
  const std::u32string text = U"中אב גד";
  const BidiLevels bidi = BidiResolver().resolve(text, Direction::automatic);
  EXPECT_THAT(bidi.levels, ElementsAre(0, 1, 1, 1, 1, 1));
  EXPECT_THAT(line_levels(text, bidi, 0, 4), ElementsAre(0, 1, 1, 0));
  EXPECT_THAT(line_levels(text, bidi, 4, 6), ElementsAre(1, 1));
}

TEST(VisualOrder, ReversesEveryLevelFromTheHighest) {
  EXPECT_THAT(visual_order({0, 1, 1, 0}), ElementsAre(0, 2, 1, 3));
  EXPECT_THAT(visual_order({1, 1, 2, 2, 1}), ElementsAre(4, 2, 3, 1, 0));
  EXPECT_THAT(visual_order({0, 1, 2, 3, 2, 1, 0}), ElementsAre(0, 5, 2, 3, 4, 1, 6));
}

TEST(VisualOrder, KeepsTextWithoutTurnedLevels) {
  EXPECT_THAT(visual_order({0, 0, 0}), ElementsAre(0, 1, 2));
  EXPECT_THAT(visual_order({2, 2}), ElementsAre(0, 1));
  EXPECT_THAT(visual_order({}), ElementsAre());
}

}  // namespace
}  // namespace xp::text
