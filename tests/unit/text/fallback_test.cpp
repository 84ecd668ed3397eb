// SPDX-License-Identifier: MIT
#include "text/fallback.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "support/fonts.h"
#include "text/breaks.h"
#include "text/script.h"
#include "text_support.h"

namespace xp::text {
namespace {

class FallbackTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { fonts_ = FontSet::create(test::test_fonts()).operator*().release(); }
  static void TearDownTestSuite() {
    delete fonts_;
    fonts_ = nullptr;
  }

  FaceChoice choose(std::u32string_view text, const std::string& language = "zh-Hans",
                    const char* role = "body") {
    const auto clusters = Breaker().breaks(text, language, Strictness::strict, Costs::none).clusters;
    return Fallback(*fonts_).choose(text, clusters, resolve_scripts(text, language),
                                    *fonts_->catalog().role(role), language);
  }

  // Ids of the faces, one a code point; equal neighbours are said once.
  std::string faces(std::u32string_view text, const std::string& language = "zh-Hans") {
    std::string all, last;
    for (const FaceId face : choose(text, language).faces) {
      const std::string id = face == kNoFace ? "box" : fonts_->catalog().faces[face].id;
      if (id != last) all += (all.empty() ? "" : " ") + id;
      last = id;
    }
    return all;
  }

  std::string missing(std::u32string_view text) {
    std::string all;
    for (const Missing& one : choose(text).missing) {
      all += fmt::format("{}:{:X} ", one.index, static_cast<std::uint32_t>(one.code_point));
    }
    return all;
  }

  static FontSet* fonts_;
};
FontSet* FallbackTest::fonts_ = nullptr;

TEST_F(FallbackTest, TheFirstFaceTakesAllItHas) { EXPECT_EQ(faces(U"高息 ABC 12.5% “好”——Ω"), "sans"); }

TEST_F(FallbackTest, ARareCharacterDoesNotDragItsNeighboursAlong) {
  EXPECT_EQ(faces(U"中𠀀中"), "sans hana-a sans");
  EXPECT_EQ(faces(U"中𪜀，中"), "sans hana-b sans");
}

TEST_F(FallbackTest, SpacesNeverChangeTheFace) {
  EXPECT_EQ(faces(U"中\u2003文"), "sans");
  EXPECT_EQ(faces(U"\u2003中"), "sans");
  EXPECT_EQ(faces(U"𠀀 中"), "hana-a sans");
  EXPECT_EQ(faces(U"\u2005\u205F"), "sans");
}

TEST_F(FallbackTest, JoinersAndSelectorsNeverChangeTheFace) {
  EXPECT_EQ(faces(U"中\u200D文"), "sans");
  EXPECT_EQ(faces(U"中\u2060\u200B文"), "sans");
  EXPECT_EQ(faces(U"国\uFE00国"), "sans");
}

TEST_F(FallbackTest, ArabicKeepsItsFaceOverMarksAndDigits) {
  EXPECT_EQ(faces(U"ئۇيغۇر. 12: تىلى", "ug"), "naskh");
  EXPECT_EQ(faces(U"中国ئۇيغۇر，中"), "sans naskh sans");
}

TEST_F(FallbackTest, EveryMinorityScriptHasAFace) {
  EXPECT_EQ(faces(U"ལྷ་སའི་", "bo"), "tibetan");
  EXPECT_EQ(faces(U"ᠮᠣᠩᠭᠣᠯ", "mn"), "mongolian");
  EXPECT_EQ(faces(U"ꆈꌠꉙ", "ii"), "yi");
}

TEST_F(FallbackTest, EmojiByTheirDefaultPresentation) {
  EXPECT_EQ(faces(U"中😀文"), "sans emoji sans");
  EXPECT_EQ(faces(U"👨‍👩‍👧🇨🇳👍🏽"), "emoji");
  EXPECT_EQ(faces(U"☎"), "sans");
}

TEST_F(FallbackTest, SelectorsChooseTheEmojiOrTheTextForm) {
  EXPECT_EQ(faces(U"❤\uFE0F"), "emoji");
  EXPECT_NE(faces(U"❤\uFE0E"), "emoji");
  EXPECT_EQ(faces(U"1\uFE0F\u20E3"), "emoji");
  EXPECT_NE(faces(U"😀\uFE0E"), "emoji");
}

TEST_F(FallbackTest, ASequenceWithOneEmojiInItIsAllEmoji) {
  EXPECT_EQ(faces(U"❤\u200D🔥"), "emoji");
  EXPECT_EQ(faces(U"☝🏽"), "emoji");
  EXPECT_EQ(faces(U"🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"), "emoji");
}

TEST_F(FallbackTest, TextAfterAnEmojiGoesBack) { EXPECT_EQ(faces(U"😀 12。"), "emoji sans"); }

TEST_F(FallbackTest, IdeographicVariantsAreSoughtInTheWholeChain) {
  EXPECT_EQ(faces(U"葛\U000E0100城"), "sans-jp sans");
  EXPECT_EQ(faces(U"葛城"), "sans");
  EXPECT_EQ(faces(U"国\U000E01EF"), "sans") << "no face has it: the selector is dropped";
}

TEST_F(FallbackTest, WhatNoFaceHasIsMissing) {
  EXPECT_EQ(faces(U"中\U00031350文"), "sans box sans");
  EXPECT_EQ(missing(U"中\U00031350文\U000F0000"), "1:31350 3:F0000 ");
  EXPECT_EQ(missing(U"高息𠀀😀 \u2003\u200D\n\t"), "");
}

TEST_F(FallbackTest, AMissingMarkDoesNotTakeItsBaseAlong) {
  EXPECT_EQ(faces(U"中\U0001D165"), "sans");
  EXPECT_EQ(missing(U"中\U0001D165"), "1:1D165 ");
}

TEST_F(FallbackTest, ComposedFormsCount) {
  EXPECT_EQ(missing(U"e\u0301a\u0308ǜ"), "");
  EXPECT_EQ(faces(U"A\u030A"), "sans");
}

TEST_F(FallbackTest, ChineseMarksComeFromTheFaceThatDrawsThemWide) {
  FontCatalog catalog = *test::test_fonts();
  const FaceId narrow = test::face_named(catalog, "unifont"), han = test::face_named(catalog, "sans");
  catalog.roles = {{"mixed", {narrow, han}}};
  auto fonts = *FontSet::create(std::make_shared<const FontCatalog>(catalog));
  const std::u32string text = U"a“b”c";
  const std::vector<std::uint32_t> clusters{0, 1, 2, 3, 4};
  const auto choice = [&](const std::string& language) {
    return Fallback(*fonts)
        .choose(text, clusters, resolve_scripts(text, language), catalog.roles[0], language)
        .faces;
  };
  ASSERT_TRUE(fonts->face(narrow).has(U'“'));
  EXPECT_EQ(choice("zh-Hans"), (std::vector<FaceId>{narrow, han, narrow, han, narrow}));
  EXPECT_EQ(choice("en"), (std::vector<FaceId>{narrow, narrow, narrow, narrow, narrow}));
}

// The bitmap font of LED strips has the letters, but not how they join and stack.
TEST_F(FallbackTest, LettersThatJoinOrStackComeFromAFaceThatKnowsHow) {
  FontCatalog catalog = *test::test_fonts();
  std::vector<FaceId> chain;
  for (const char* id : {"unifont", "naskh", "tibetan", "mongolian", "yi", "sans"})
    chain.push_back(test::face_named(catalog, id));
  catalog.roles = {{"strip", chain}};
  auto fonts = *FontSet::create(std::make_shared<const FontCatalog>(catalog));
  const auto faces = [&](std::u32string_view text, const std::string& language) {
    const auto clusters = Breaker().breaks(text, language, Strictness::strict, Costs::none).clusters;
    std::string all;
    FaceId last = kNoFace;
    for (const FaceId face :
         Fallback(*fonts)
             .choose(text, clusters, resolve_scripts(text, language), catalog.roles[0], language)
             .faces) {
      if (face != last) all += (all.empty() ? "" : " ") + catalog.faces[face].id;
      last = face;
    }
    return all;
  };
  EXPECT_EQ(faces(U"ཉེན་རྟོག་པ", "bo"), "tibetan");
  EXPECT_EQ(faces(U"ᠴᠠᠭᠳᠠᠭ᠎ᠠ", "mn"), "mongolian");
  EXPECT_EQ(faces(U"ساقچى", "ug"), "naskh");
  EXPECT_EQ(faces(U"警察ساقچى，察", "zh-Hans"), "unifont naskh unifont");
  EXPECT_EQ(faces(U"ꆈꌠꉙ", "ii"), "unifont") << "syllables that stand alone";
}

TEST(StripLayout, BitmapAndBorrowedFacesKeepToTheGrid) {
  ParagraphStyle style;
  style.role = "led-16";
  const LayoutPtr layout = test::test_engine().layout(test::plain(U"警8，𠮷"), style);
  std::vector<std::int32_t> px;
  for (const Glyph& glyph : layout->lines[0].glyphs) px.push_back(glyph.advance.raw / 4096);
  EXPECT_EQ(px, (std::vector<std::int32_t>{16, 8, 16, 16}));
  EXPECT_TRUE(layout->missing.empty());
}

TEST(Blank, LineEndsAndControlsButNoTab) {
  for (const char32_t c : std::u32string(U"\n\r\u0001\u0085\u2028\u2029\u007F")) EXPECT_TRUE(is_blank(c));
  for (const char32_t c : std::u32string(U" \tA中\u200B\u00A0")) EXPECT_FALSE(is_blank(c));
}

}  // namespace
}  // namespace xp::text
