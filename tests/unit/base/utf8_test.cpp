// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace {

using namespace xp;

/// "守好您的钱袋子" and "防范非法集资，远离高利诱惑" as GBK.
constexpr std::string_view kGbk =
    "\xCA\xD8\xBA\xC3\xC4\xFA\xB5\xC4\xC7\xAE\xB4\xFC\xD7\xD3 = "
    "\xB7\xC0\xB7\xB6\xB7\xC7\xB7\xA8\xBC\xAF\xD7\xCA\xA3\xAC\xD4\xB6\xC0\xEB";

TEST(Utf8, GoesThereAndBack) {
  const std::string text = "a é 守 𠮷 👨‍👩‍👧";
  EXPECT_EQ(encode_utf8(decode_utf8(text)), text);
  EXPECT_EQ(decode_utf8("守𠮷"), U"守𠮷");
  EXPECT_EQ(decode_utf8(""), U"");
}

TEST(Utf8, ReplacesEachMaximalSubpart) {
  EXPECT_EQ(decode_utf8("\xFF"), U"\uFFFD");
  EXPECT_EQ(decode_utf8("a\xE5\xAE z"), U"a\uFFFD z") << "a character cut off";
  EXPECT_EQ(decode_utf8("\xC0\xAF"), U"\uFFFD\uFFFD") << "an overlong slash";
  EXPECT_EQ(decode_utf8("\xED\xA0\x80"), U"\uFFFD\uFFFD\uFFFD") << "a surrogate";
  EXPECT_EQ(decode_utf8("\xF4\x90\x80\x80"), U"\uFFFD\uFFFD\uFFFD\uFFFD") << "beyond U+10FFFF";
  EXPECT_EQ(decode_utf8("\xF1\x80\x80\xE1\x80\xC2\x41"), U"\uFFFD\uFFFD\uFFFDA")
      << "the example of the standard";
}

TEST(Utf8, EncodesNoSurrogates) {
  const char32_t bad[] = {0xD800, 0x110000, U'a'};
  EXPECT_EQ(encode_utf8({bad, 3}), "\uFFFD\uFFFDa");
}

TEST(Utf8, FindsTheFirstIllFormedByte) {
  EXPECT_FALSE(first_invalid_utf8("守好"));
  EXPECT_EQ(first_invalid_utf8("守\xFF\xFF"), 3u);
  EXPECT_EQ(first_invalid_utf8("ab\xE5\xAE"), 2u);
}

TEST(Gbk, IsRecognisedInChineseText) {
  EXPECT_TRUE(looks_like_gbk(kGbk));
  EXPECT_TRUE(looks_like_gbk(kGbk.substr(0, 7))) << "cut in the middle of a character";
}

TEST(Gbk, IsNotSeenInOtherThings) {
  EXPECT_FALSE(looks_like_gbk("plain ASCII"));
  EXPECT_FALSE(looks_like_gbk("守好您的钱袋子")) << "it is UTF-8";
  EXPECT_FALSE(looks_like_gbk("caf\xE9 und M\xFCller")) << "Latin-1";
  EXPECT_FALSE(looks_like_gbk("\xFF\xFE\x88\x5B")) << "UTF-16";
  EXPECT_FALSE(looks_like_gbk(std::string("\xCA\xD8\0\xBA\xC3", 5))) << "a control character";
}

TEST(Gbk, IsNotSeenInRandomBytes) {
  std::uint32_t state = 1;
  for (int file = 0; file < 50; ++file) {
    std::string bytes;
    for (int i = 0; i < 400; ++i) {
      state = state * 1664525 + 1013904223;
      bytes += static_cast<char>(state >> 24);
    }
    EXPECT_FALSE(looks_like_gbk(bytes)) << file;
  }
}

TEST(Graphemes, AreWhatPeopleCount) {
  EXPECT_EQ(grapheme_count(""), 0u);
  EXPECT_EQ(grapheme_count("守好钱袋子"), 5u);
  EXPECT_EQ(grapheme_count("e\xCC\x81"), 1u) << "e and a combining acute";
  EXPECT_EQ(grapheme_count("👨‍👩‍👧"), 1u);
  EXPECT_EQ(grapheme_count("བཀྲ་"), 3u) << "Tibetan stacks";
  EXPECT_EQ(grapheme_count("\r\n"), 1u);
  EXPECT_EQ(grapheme_count("か\u3099え3，A"), 5u);
  EXPECT_EQ(grapheme_count("🇨🇳高息"), 3u);
}

TEST(DisplayColumns, AreTwoForHanAndNoneForMarks) {
  EXPECT_EQ(display_columns("abc"), 3);
  EXPECT_EQ(display_columns("守好，"), 6);
  EXPECT_EQ(display_columns("ａ"), 2);
  EXPECT_EQ(display_columns("ｱ"), 1) << "half-width";
  EXPECT_EQ(display_columns("e\xCC\x81"), 1);
  EXPECT_EQ(display_columns("한"), 2);
  EXPECT_EQ(display_columns("\u200B"), 0);
  EXPECT_EQ(display_columns("\xFF"), 1);
}

}  // namespace
