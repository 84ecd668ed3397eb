// SPDX-License-Identifier: MIT
#include "text/shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "support/fonts.h"

namespace xp::text {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class ShapeTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { fonts_ = FontSet::create(test::test_fonts()).operator*().release(); }
  static void TearDownTestSuite() {
    delete fonts_;
    fonts_ = nullptr;
  }

  ShapedRunPtr shape(std::u32string_view text, const char* face, hb_script_t script = HB_SCRIPT_HAN,
                     const char* language = "zh-Hans", bool right_to_left = false) {
    Shaper shaper(*fonts_, 16);
    return shaper.shape({text, test::face_named(fonts_->catalog(), face), script,
                         hb_language_from_string(language, -1), right_to_left});
  }
  static std::vector<std::uint32_t> gids(const ShapedRunPtr& run) {
    std::vector<std::uint32_t> all;
    for (const ShapedGlyph& glyph : run->glyphs) {
      if (glyph.drawn) all.push_back(glyph.gid);
    }
    return all;
  }
  static std::vector<std::uint32_t> clusters(const ShapedRunPtr& run) {
    std::vector<std::uint32_t> all;
    for (const ShapedGlyph& glyph : run->glyphs) all.push_back(glyph.cluster);
    return all;
  }

  static FontSet* fonts_;
};
FontSet* ShapeTest::fonts_ = nullptr;

// spec §2: one face serves every region.
struct Regional {
  char32_t c;
  std::array<std::uint32_t, 5> gids;  // zh-Hans, zh-Hant, zh-HK, ja, ko
};
constexpr std::array kLanguages{"zh-Hans", "zh-Hant", "zh-HK", "ja", "ko"};

class RegionalForms : public ShapeTest, public testing::WithParamInterface<Regional> {};

TEST_P(RegionalForms, AreChosenByLanguage) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    const auto run = shape(std::u32string(1, GetParam().c), "sans", HB_SCRIPT_HAN, kLanguages[i]);
    EXPECT_THAT(gids(run), ElementsAre(GetParam().gids[i])) << kLanguages[i];
  }
}
INSTANTIATE_TEST_SUITE_P(Spec, RegionalForms,
                         testing::Values(Regional{U'返', {40110, 40111, 40112, 40109, 62850}},
                                         Regional{U'骨', {45133, 45134, 45132, 45132, 45132}},
                                         Regional{U'直', {27874, 27874, 27875, 27873, 27873}},
                                         Regional{U'复', {14020, 14021, 14022, 14019, 14020}},
                                         Regional{U'化', {11564, 11565, 11563, 11563, 62135}},
                                         Regional{U'。', {1398, 63146, 63146, 1398, 1398}},
                                         Regional{U'，', {59058, 63148, 63148, 59058, 59058}},
                                         Regional{U'“', {63281, 63281, 63281, 63132, 63132}}));

TEST_F(ShapeTest, AnIdeographIsOneEmWide) {
  EXPECT_EQ(shape(U"警", "sans")->glyphs.at(0).advance, 65536);
  EXPECT_EQ(shape(U"警", "sans-black")->glyphs.at(0).advance, 65536);
}

TEST_F(ShapeTest, TheTwoEmDashIsOneGlyph) {
  const auto run = shape(U"——", "sans");
  EXPECT_THAT(gids(run), ElementsAre(63143));
  EXPECT_EQ(run->glyphs[0].advance, 2 * 65536);
}

struct Sequence {
  const char32_t* text;
  const char* name;
};
class EmojiSequences : public ShapeTest, public testing::WithParamInterface<Sequence> {};

TEST_P(EmojiSequences, AreOneGlyphOnOneEm) {
  const auto run = shape(GetParam().text, "emoji");
  ASSERT_THAT(gids(run), SizeIs(1));
  EXPECT_TRUE(run->glyphs[0].found);
  EXPECT_NEAR(run->glyphs[0].advance, 65536, 64);
  EXPECT_LT(run->glyphs[0].scale, 65536);
}
INSTANTIATE_TEST_SUITE_P(Spec, EmojiSequences,
                         testing::Values(Sequence{U"👨‍👩‍👧", "family"},
                                         Sequence{U"❤\uFE0F", "heart"}, Sequence{U"🇨🇳", "flag"},
                                         Sequence{U"1\uFE0F\u20E3", "keycap"},
                                         Sequence{U"👍🏽", "modified"}, Sequence{U"😀", "face"}),
                         [](const auto& one) { return one.param.name; });

TEST_F(ShapeTest, RightToLeftRunsComeFromLeftToRight) {
  const auto run = shape(U"من", "naskh", HB_SCRIPT_ARABIC, "ug", true);
  EXPECT_THAT(clusters(run), ElementsAre(1, 0));
}

TEST_F(ShapeTest, ArabicLettersJoin) {
  const auto alone = shape(U"ن", "naskh", HB_SCRIPT_ARABIC, "ug", true);
  const auto joined = shape(U"نن", "naskh", HB_SCRIPT_ARABIC, "ug", true);
  EXPECT_NE(joined->glyphs.at(0).gid, alone->glyphs.at(0).gid);
  EXPECT_TRUE(joined->glyphs.at(0).unsafe_to_break);
}

TEST_F(ShapeTest, IdeographsMayBeCutAnywhere) {
  const auto run = shape(U"警惕高息，诱惑", "sans");
  for (const ShapedGlyph& glyph : run->glyphs) EXPECT_FALSE(glyph.unsafe_to_break);
}

TEST_F(ShapeTest, AVariationSequenceIsItsOwnGlyph) {
  EXPECT_THAT(gids(shape(U"葛\U000E0100", "sans-jp", HB_SCRIPT_HAN, "ja")), ElementsAre(62001));
  EXPECT_THAT(gids(shape(U"葛\U000E0101", "sans-jp", HB_SCRIPT_HAN, "ja")), ElementsAre(34624));
}

TEST_F(ShapeTest, WhatAFaceLacksIsSaid) { EXPECT_FALSE(shape(U"\U00031350", "sans")->glyphs.at(0).found); }

TEST_F(ShapeTest, ATabIsASpace) { EXPECT_EQ(gids(shape(U"\t", "sans")), gids(shape(U" ", "sans"))); }

TEST_F(ShapeTest, BitmapFontsAdvanceByWholePixels) {
  const auto run = shape(U"警1A。", "unifont");
  for (const ShapedGlyph& glyph : run->glyphs) {
    EXPECT_EQ(glyph.advance * 16 % 65536, 0) << glyph.gid;
  }
  EXPECT_EQ(shape(U"警", "unifont")->glyphs.at(0).advance, 65536);
  EXPECT_EQ(shape(U"1", "unifont")->glyphs.at(0).advance, 32768);
}

TEST_F(ShapeTest, TheCacheNeverChangesTheResult) {
  Shaper warm(*fonts_, 64), cold(*fonts_, 1);
  const FaceId face = test::face_named(fonts_->catalog(), "sans");
  const auto zh = hb_language_from_string("zh-Hans", -1), ja = hb_language_from_string("ja", -1);
  for (int round = 0; round < 3; ++round) {
    for (const auto language : {zh, ja}) {
      for (const std::u32string_view text : {U"返", U"直返", U"“"}) {
        const ShapeRequest request{text, face, HB_SCRIPT_HAN, language, false};
        EXPECT_EQ(gids(warm.shape(request)), gids(cold.shape(request)));
      }
    }
  }
  EXPECT_EQ(warm.shape({U"返", face, HB_SCRIPT_HAN, zh, false}),
            warm.shape({U"返", face, HB_SCRIPT_HAN, zh, false}));
}

// A font's rules are read after some hundred characters; from then on most ideographs are not shaped any
// more.
class LongText : public ShapeTest, public testing::WithParamInterface<std::pair<const char*, const char*>> {
 protected:
  ShapeRequest request(std::u32string_view text) const {
    const auto [face, language] = GetParam();
    return {text, test::face_named(fonts_->catalog(), face), HB_SCRIPT_HAN,
            hb_language_from_string(language, -1), false};
  }

  /// Shapes `text` with a shaper that has shaped much before, and with a new one.
  void expect_the_same(Shaper& warm, std::u32string_view text) const {
    Shaper cold(*fonts_, 16);
    EXPECT_EQ(warm.shape(request(text))->glyphs, cold.shape(request(text))->glyphs);
  }

  void SetUp() override { warm_.shape(request(std::u32string(1000, U'中'))); }
  Shaper warm_{*fonts_, 64};
};

TEST_P(LongText, IsShapedAsShortTextIs) {
  std::u32string part;
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
    part += c;
    if (c % 7 == 0) part += U"，。、；“”《》…"[c / 7 % 10];
    if (part.size() < 400 && c < 0x9FFF) continue;
    expect_the_same(warm_, part);
    part.clear();
  }
}

TEST_P(LongText, IsShapedAsShortTextIsWhateverStandsInIt) {
  constexpr std::u32string_view kParts[] = {U"中",
                                            U"骨直返",
                                            U"，",
                                            U"。",
                                            U"——",
                                            U"……",
                                            U"“",
                                            U"”",
                                            U"《",
                                            U"》",
                                            U"3,500",
                                            U"½",
                                            U"1⁄2",
                                            U"か\u3099",
                                            U"ー",
                                            U"ﾞ",
                                            U"한\u1112\u1161\u11AB",
                                            U"\u3000",
                                            U" ",
                                            U"葛\U000E0100",
                                            U"\uFE00",
                                            U"字\u0301",
                                            U"\t",
                                            U"·",
                                            U"\U00020000",
                                            U"￥",
                                            U"！？",
                                            U"\u3031\u3032",
                                            U"\u302A",
                                            U"A",
                                            U"ff",
                                            U"、。",
                                            U"\u200D"};
  std::uint32_t dice = 20220515;
  for (int round = 0; round < 400; ++round) {
    std::u32string text;
    for (std::uint32_t left = 1 + dice % 24; left > 0; --left) {
      dice = dice * 1664525 + 1013904223;
      text += dice >> 31 ? kParts[0] : kParts[(dice >> 16) % std::size(kParts)];
    }
    expect_the_same(warm_, text);
  }
}
INSTANTIATE_TEST_SUITE_P(Faces, LongText,
                         testing::Values(std::pair{"sans", "zh-Hans"}, std::pair{"sans", "zh-Hant-HK"},
                                         std::pair{"sans-black", "zh-Hans"}, std::pair{"sans-jp", "ja"},
                                         std::pair{"hana-a", "zh-Hans"}, std::pair{"unifont", "zh-Hans"}));

}  // namespace
}  // namespace xp::text
