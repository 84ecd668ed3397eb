// SPDX-License-Identifier: MIT
#include "text/script.h"

#include <gtest/gtest.h>

#include <string>

namespace xp::text {
namespace {

// One letter a code point: Han, Latin, Arabic, Katakana, Tibetan, Common.
std::string scripts_of(std::u32string_view text, std::string_view language = "zh-Hans") {
  std::string letters;
  for (const hb_script_t script : resolve_scripts(text, language)) {
    switch (script) {
      case HB_SCRIPT_HAN:
        letters += 'H';
        break;
      case HB_SCRIPT_LATIN:
        letters += 'L';
        break;
      case HB_SCRIPT_ARABIC:
        letters += 'A';
        break;
      case HB_SCRIPT_KATAKANA:
        letters += 'K';
        break;
      case HB_SCRIPT_TIBETAN:
        letters += 'T';
        break;
      case HB_SCRIPT_COMMON:
        letters += 'C';
        break;
      default:
        letters += '?';
    }
  }
  return letters;
}

TEST(Script, MarksAloneAreHanInChinese) {
  EXPECT_EQ(scripts_of(U"。“"), "HH");
  EXPECT_EQ(scripts_of(U"—— 12"), "HHHHH");
  EXPECT_EQ(scripts_of(U"!?", "zh-Hant-HK"), "HH");
}

TEST(Script, MarksAloneStayCommonElsewhere) { EXPECT_EQ(scripts_of(U"12 -", "en"), "CCCC"); }

TEST(Script, DigitsAndSpacesTakeTheScriptBeforeThem) {
  EXPECT_EQ(scripts_of(U"年12月"), "HHHH");
  EXPECT_EQ(scripts_of(U"ab 12中"), "LLLLLH");
}

TEST(Script, WhatStandsFirstTakesTheScriptAfterIt) {
  EXPECT_EQ(scripts_of(U"(12) ab"), "LLLLLLL");
  EXPECT_EQ(scripts_of(U"12年"), "HHH");
}

TEST(Script, CombiningMarksTakeThatOfTheirBase) { EXPECT_EQ(scripts_of(U"e\u0301中\u0301"), "LLHH"); }

TEST(Script, FullWidthMarksAreHanBesideAnything) {
  EXPECT_EQ(scripts_of(U"ab，cd。", "zh-Hans"), "LLHLLH");
  EXPECT_EQ(scripts_of(U"من，", "ug"), "AAH");
}

TEST(Script, QuotesOfChineseTextAreHanBesideLatin) {
  EXPECT_EQ(scripts_of(U"“ab”…—·"), "HLLHHHH");
  EXPECT_EQ(scripts_of(U"“ab”", "en"), "LLLL");
}

TEST(Script, ApostrophesInLatinWordsStayLatin) {
  EXPECT_EQ(scripts_of(U"don’t"), "LLLLL");
  EXPECT_EQ(scripts_of(U"‘好’吗"), "HHHH");
  EXPECT_EQ(scripts_of(U"‘ab’"), "HLLH");
}

TEST(Script, AClosingBracketTakesThatOfItsOpeningOne) {
  EXPECT_EQ(scripts_of(U"中(من)"), "HHAAH");
  EXPECT_EQ(scripts_of(U"ab[中]"), "LLLHL");
}

TEST(Script, UnmatchedBracketsDoNoHarm) {
  EXPECT_EQ(scripts_of(U")中"), "HH");
  EXPECT_EQ(scripts_of(U"中)a("), "HHLL");
  EXPECT_EQ(scripts_of(std::u32string(40, U'(') + U"中").back(), 'H');
}

TEST(Script, KanaAndTibetanAreTheirOwn) { EXPECT_EQ(scripts_of(U"カ中ལ"), "KHT"); }

TEST(Script, KnowsChineseTags) {
  EXPECT_TRUE(is_chinese("zh"));
  EXPECT_TRUE(is_chinese("zh-Hant-HK"));
  EXPECT_FALSE(is_chinese("zha"));
  EXPECT_FALSE(is_chinese("ja"));
  EXPECT_FALSE(is_chinese("und"));
}

}  // namespace
}  // namespace xp::text
