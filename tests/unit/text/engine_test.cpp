// SPDX-License-Identifier: MIT
#include "text/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "support/fonts.h"
#include "text_support.h"

namespace xp::text {
namespace {

using test::describe;
using test::lines_of;
using test::plain;
using test::style_with;
using test::test_engine;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

LayoutPtr set(std::u32string_view text, std::optional<double> width = std::nullopt,
              const char* language = "zh-Hans") {
  return test_engine().layout(plain(text), style_with(language, width));
}

std::vector<double> positions(const Line& line) {
  std::vector<double> all;
  for (const Glyph& glyph : line.glyphs) all.push_back(glyph.x.value());
  return all;
}

std::vector<std::uint32_t> clusters(const Line& line) {
  std::vector<std::uint32_t> all;
  for (const Glyph& glyph : line.glyphs) all.push_back(glyph.cluster);
  return all;
}

TEST(Engine, SetsIdeographsOneEmApart) {
  const LayoutPtr layout = set(U"防范诈骗");
  ASSERT_THAT(layout->lines, SizeIs(1));
  EXPECT_THAT(positions(layout->lines[0]), ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(layout->lines[0].width.value(), 4);
  EXPECT_EQ(layout->widest().value(), 4);
}

TEST(Engine, WithoutAWidthOnlyForcedBreaksEndALine) {
  EXPECT_EQ(lines_of(U"高息诱惑\n是陷阱", *set(U"高息诱惑\n是陷阱")), "高息诱惑|是陷阱");
}

TEST(Engine, EmptyTextIsOneEmptyLine) {
  const LayoutPtr layout = set(U"");
  ASSERT_THAT(layout->lines, SizeIs(1));
  EXPECT_THAT(layout->lines[0].glyphs, IsEmpty());
  EXPECT_EQ(layout->widest().raw, 0);
}

TEST(Engine, AnEmptyLineBetweenForcedBreaksStays) {
  const LayoutPtr layout = set(U"高\n\n息");
  ASSERT_THAT(layout->lines, SizeIs(3));
  EXPECT_EQ(layout->lines[1].start, layout->lines[1].end);
}

TEST(Engine, FillsLinesToTheWidthExactly) {
  EXPECT_EQ(lines_of(U"文文文文文文", *set(U"文文文文文文", 3)), "文文文|文文文");
}

TEST(Engine, SpacesAtALineEndHaveNoWidth) {
  const LayoutPtr layout = set(U"中文 ab", 2);
  ASSERT_THAT(layout->lines, SizeIs(2));
  EXPECT_EQ(layout->lines[0].width.value(), 2);
  EXPECT_THAT(layout->lines[0].glyphs, SizeIs(3)) << "the space is there all the same";
  EXPECT_EQ(set(U"中文\u3000")->lines[0].width.value(), 2);
  EXPECT_EQ(set(U"中文\u00A0")->lines[0].width,
            set(U"中文")->lines[0].width + Em{set(U"\u00A0a")->lines[0].glyphs[0].advance});
}

std::string headline_of(std::string_view markup, double width) {
  ParagraphStyle style = style_with("zh-Hans", width);
  style.balance = style.phrase = true;
  const StyledText text = parse_markup(markup);
  return lines_of(text.text, *test_engine().layout(text, style));
}

TEST(Engine, BreaksWhereTheEmphasisBeginsRatherThanBehindAParticle) {
  EXPECT_EQ(headline_of("回家的路慢慢走", 4), "回家的|路慢慢走");
  EXPECT_EQ(headline_of("回家的路**慢慢走**", 4), "回家的路|慢慢走");
  EXPECT_EQ(headline_of("买种要进**正规店**", 4), "买种要进|正规店");
}

TEST(Engine, AnEmphasisedCharacterIsNoPhrase) {
  EXPECT_EQ(headline_of("这笔**钱**该不该转", 4), headline_of("这笔钱该不该转", 4));
}

TEST(Engine, EmphasisAllowsNoForbiddenBreak) {
  EXPECT_EQ(headline_of("一共追回3500**万元**现金", 6), headline_of("一共追回3500万元现金", 6));
}

TEST(Engine, AlignsLinesInTheBox) {
  ParagraphStyle style = style_with("zh-Hans", 10);
  const auto indent = [&](Align align, Direction direction = Direction::automatic) {
    style.align = align;
    style.direction = direction;
    return test_engine().layout(plain(U"中文"), style)->lines[0].indent.value();
  };
  EXPECT_EQ(indent(Align::start), 0);
  EXPECT_EQ(indent(Align::center), 4);
  EXPECT_EQ(indent(Align::end), 8);
  EXPECT_EQ(indent(Align::start, Direction::rtl), 8);
  EXPECT_EQ(indent(Align::end, Direction::rtl), 0);
}

TEST(Engine, WithoutABoxTheWidestLineIsTheBox) {
  ParagraphStyle style = style_with("zh-Hans");
  style.align = Align::center;
  const LayoutPtr layout = test_engine().layout(plain(U"一二三四\n五六"), style);
  EXPECT_EQ(layout->lines[0].indent.value(), 0);
  EXPECT_EQ(layout->lines[1].indent.value(), 1);
}

TEST(Engine, AccentsColourGlyphsAndMoveNone) {
  StyledText accented = plain(U"高息诱惑");
  accented.runs = {{0, Emphasis::normal}, {2, Emphasis::accent}};
  const LayoutPtr layout = test_engine().layout(accented, style_with("zh-Hans"));
  EXPECT_EQ(layout->lines[0].glyphs[1].emphasis, Emphasis::normal);
  EXPECT_EQ(layout->lines[0].glyphs[2].emphasis, Emphasis::accent);
  EXPECT_EQ(positions(layout->lines[0]), positions(set(U"高息诱惑")->lines[0]));
}

TEST(Engine, ALineIsShapedAnewWhereItCutsALigature) {
  const LayoutPtr layout = set(U"——", 1);  // K6 forbids it; nothing else fits
  ASSERT_THAT(layout->lines, SizeIs(2));
  EXPECT_TRUE(layout->emergency);
  EXPECT_THAT(clusters(layout->lines[0]), ElementsAre(0));
  EXPECT_THAT(clusters(layout->lines[1]), ElementsAre(1));
  EXPECT_EQ(layout->lines[1].width.value(), 1);
}

TEST(Engine, MixedDirectionsStandInVisualOrder) {
  const LayoutPtr layout = set(U"国אב国");
  EXPECT_THAT(layout->levels, ElementsAre(0, 1, 1, 0));
  EXPECT_THAT(layout->visual_order, ElementsAre(0, 2, 1, 3));
  EXPECT_THAT(clusters(layout->lines[0]), ElementsAre(0, 2, 1, 3));
}

TEST(Engine, UyghurWithChineseInsideReadsFromTheRight) {
  const LayoutPtr layout = set(U"من 中国 ن", std::nullopt, "ug");
  EXPECT_THAT(layout->levels, ElementsAre(1, 1, 1, 2, 2, 1, 1));
  EXPECT_THAT(clusters(layout->lines[0]), ElementsAre(6, 5, 3, 4, 2, 1, 0));
}

TEST(Engine, SpacesAtTheEndOfARightToLeftLineHangOnTheLeft) {
  const LayoutPtr layout = set(U"من ", std::nullopt, "ug");
  ASSERT_THAT(layout->lines, SizeIs(1));
  EXPECT_THAT(clusters(layout->lines[0]), ElementsAre(2, 1, 0));
  EXPECT_LT(layout->lines[0].glyphs[0].x.raw, 0);
  EXPECT_EQ(layout->lines[0].glyphs[1].x.raw, 0);
}

TEST(Engine, ControlsHaveNoLevelAndNoPlace) {
  const LayoutPtr layout = set(U"中\u200B文");
  EXPECT_THAT(layout->levels, ElementsAre(0, -1, 0));
  EXPECT_THAT(layout->visual_order, ElementsAre(0, 2));
  EXPECT_THAT(clusters(layout->lines[0]), ElementsAre(0, 2));
}

TEST(Engine, MissingCharactersAreBoxesOneEmWide) {
  const LayoutPtr layout = set(U"中\U00031350文");
  ASSERT_THAT(layout->missing, SizeIs(1));
  EXPECT_EQ(layout->missing[0].index, 1u);
  EXPECT_EQ(layout->missing[0].code_point, U'\U00031350');
  const Glyph& box = layout->lines[0].glyphs.at(1);
  EXPECT_EQ(box.face, kNoFace);
  EXPECT_EQ(box.gid, 0x31350u);
  EXPECT_EQ(box.advance.value(), 1);
  EXPECT_EQ(layout->lines[0].width.value(), 3);
}

TEST(Engine, CodePointsThatAreNoneAreReplaced) {
  std::u32string text = U"中文";
  text[1] = static_cast<char32_t>(0xD800);
  EXPECT_THAT(set(text)->lines[0].glyphs, SizeIs(2));
  text[1] = static_cast<char32_t>(0x7FFFFFFF);
  EXPECT_THAT(set(text)->lines[0].glyphs, SizeIs(2));
}

TEST(Engine, PrivateUseLeftoversOfGb18030AreTheirUnicodeCharacters) {
  EXPECT_EQ(set(U"\uE81E\uE854")->lines[0].glyphs[0].gid, set(U"\u9FB4")->lines[0].glyphs[0].gid);
  EXPECT_EQ(set(U"\uE78D")->lines[0].glyphs[0].gid, set(U"\uFE10")->lines[0].glyphs[0].gid);
}

TEST(Engine, OpportunitiesLeaveOutTheEnds) {
  EXPECT_THAT(set(U"中文字")->opportunities, ElementsAre(1, 2));
  EXPECT_THAT(set(U"中文。")->opportunities, ElementsAre(1));
}

TEST(Engine, CountsLineEndsInsideWords) {
  ParagraphStyle style = style_with("zh-Hans", 1);
  style.phrase = true;
  EXPECT_EQ(test_engine().layout(plain(U"陷阱"), style)->word_splits.size(), 1u);
  style.width = Em::from(2);
  EXPECT_EQ(test_engine().layout(plain(U"陷阱"), style)->word_splits.size(), 0u);
  EXPECT_EQ(test_engine().layout(plain(U"陷\n阱"), style)->word_splits.size(), 0u);
}

TEST(Engine, BalanceMakesNoMoreLinesThanGreedy) {
  ParagraphStyle style = style_with("zh-Hans", 8.1);
  const std::u32string text = U"警惕高息诱惑远离非法集资守护好您的钱袋子";
  const std::size_t greedy = test_engine().layout(plain(text), style)->lines.size();
  style.balance = true;
  const LayoutPtr balanced = test_engine().layout(plain(text), style);
  EXPECT_EQ(balanced->lines.size(), greedy);
  EXPECT_EQ(lines_of(text, *balanced), "警惕高息诱惑|远离非法集资|守护好您的钱袋子");
}

TEST(Engine, ALongParagraphIsCutAndSaysSo) {
  const LayoutPtr whole = set(std::u32string(kMaxParagraph, U'中'), 100);
  EXPECT_FALSE(whole->emergency);
  EXPECT_EQ(whole->lines.back().end, kMaxParagraph);
  const LayoutPtr cut = set(std::u32string(kMaxParagraph + 1, U'中'), 100);
  EXPECT_TRUE(cut->emergency);
  EXPECT_EQ(cut->lines.back().end, kMaxParagraph);
}

TEST(Engine, TheLongestLineHasALimit) {
  const LayoutPtr layout = set(std::u32string(kMaxParagraph, U'中'));
  EXPECT_GT(layout->lines.size(), 1u);
  for (const Line& line : layout->lines) {
    EXPECT_LE(line.width.value(), 30000);
    EXPECT_GE(line.glyphs.back().x.raw, 0);
  }
}

TEST(Engine, AWidthOfNothingStillEnds) {
  EXPECT_THAT(set(U"高息", 0)->lines, SizeIs(2));
  EXPECT_TRUE(set(U"高息", 0)->emergency);
}

TEST(Engine, RefusesACatalogueWithoutRoles) {
  const auto engine = Engine::create(std::make_shared<const FontCatalog>());
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().message, "the font catalogue has no roles");
}

TEST(Engine, NamesTheFontThatCannotBeOpened) {
  FontCatalog catalog;
  catalog.faces.resize(1);
  catalog.faces[0].path = "/nowhere/none.ttf";
  catalog.faces[0].package = "fonts-none";
  catalog.roles = {{"body", {0}}};
  const auto engine = Engine::create(std::make_shared<const FontCatalog>(catalog));
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().message, "cannot open the font “/nowhere/none.ttf” of package fonts-none");
}

TEST(Engine, NamesItsFaces) {
  const FaceId sans = test::face_named(test_engine().catalog(), "sans");
  EXPECT_EQ(test_engine().face_name(sans), "NotoSansCJKsc-Regular");
  EXPECT_EQ(test_engine().face_name(kNoFace), "");
}

const std::u32string_view kSamples[] = {U"警惕高息诱惑，远离非法集资！",
                                        U"他说“不轻信”——不转账……",
                                        U"2024年12月3,500.50万元（同比+95.6%）",
                                        U"Don’t trust; 请拨打 96110 咨询",
                                        U"ئۇيغۇر (中国) 12 تىلى",
                                        U"👨‍👩‍👧❤️中\U00031350葛\U000E0100",
                                        U"ལྷ་སའི་སྐད་",
                                        U"",
                                        U"\n\n",
                                        U" \u3000 "};

TEST(Engine, ResultsAreTheSameColdWarmAndWithoutMemory) {
  auto cold = *Engine::create(test::test_fonts()), tiny = *Engine::create(test::test_fonts());
  tiny->set_cache_capacity(1);
  for (int round = 0; round < 2; ++round) {
    for (const auto sample : kSamples) {
      for (const double width : {3.0, 5.5, 30.0}) {
        for (const bool phrase : {false, true}) {
          ParagraphStyle style = style_with("zh-Hans", width);
          style.phrase = phrase;
          const std::string first = describe(*cold->layout(plain(sample), style));
          EXPECT_EQ(first, describe(*tiny->layout(plain(sample), style)));
          EXPECT_EQ(first, describe(*test_engine().layout(plain(sample), style)));
        }
      }
    }
  }
}

TEST(Engine, EveryCodePointIsInExactlyOneLine) {
  for (const auto sample : kSamples) {
    const LayoutPtr layout = set(sample, 4);
    std::uint32_t at = 0;
    for (const Line& line : layout->lines) {
      EXPECT_EQ(line.start, at);
      at = line.end + (line.end < sample.size() && sample[line.end] == U'\n' ? 1 : 0);
    }
    EXPECT_EQ(at, sample.size());
  }
}

TEST(Engine, GlyphsFollowOneAnotherWithoutHoles) {
  for (const auto sample : kSamples) {
    const LayoutPtr layout = set(sample, 6);
    for (const Line& line : layout->lines) {
      for (std::size_t i = 1; i < line.glyphs.size(); ++i) {
        if (line.glyphs[i].scale.raw != 65536 || line.glyphs[i - 1].scale.raw != 65536) continue;
        EXPECT_GE(line.glyphs[i].x.raw + 20000, line.glyphs[i - 1].x.raw) << i;
      }
    }
  }
}

FitBox box_of(int w, int h) {
  FitBox box;
  box.box = {w, h};
  return box;
}

TEST(EngineFit, TheTextFitsTheBoxAtTheChosenSize) {
  const Fitted fitted = test_engine().fit(plain(U"高息诱惑是陷阱\n守好您的钱袋子"), {}, box_of(1600, 700));
  EXPECT_FALSE(fitted.overflow);
  EXPECT_THAT(fitted.layout->lines, SizeIs(2));
  EXPECT_LE(fitted.layout->widest().value() * fitted.size_px, 1600);
  EXPECT_GT(fitted.layout->widest().value() * (fitted.size_px + 1), 1590);
}

TEST(EngineFit, CentresInTheBox) {
  ParagraphStyle style;
  style.align = Align::center;
  const Fitted fitted = test_engine().fit(plain(U"反诈"), style, box_of(4000, 100));
  const Line& line = fitted.layout->lines.at(0);
  EXPECT_NEAR((line.indent.value() * 2 + line.width.value()) * fitted.size_px, 4000, 1);
}

TEST(EngineFit, SaysWhenItOverflows) {
  const Fitted fitted = test_engine().fit(plain(std::u32string(500, U'中')), {}, box_of(200, 50));
  EXPECT_TRUE(fitted.overflow);
  EXPECT_GE(fitted.size_px, 12);
}

TEST(EngineFit, DoesNotDependOnTheCache) {
  auto tiny = *Engine::create(test::test_fonts());
  tiny->set_cache_capacity(1);
  for (const int width : {300, 900, 1900, 300}) {
    const Fitted a = test_engine().fit(plain(U"警惕高息诱惑，远离非法集资"), {}, box_of(width, 400));
    const Fitted b = tiny->fit(plain(U"警惕高息诱惑，远离非法集资"), {}, box_of(width, 400));
    EXPECT_EQ(a.size_px, b.size_px);
    EXPECT_EQ(describe(*a.layout), describe(*b.layout));
  }
}

TEST(Engine, WhatDoesNotFitEndsInAnEllipsisInsideTheBox) {
  FitBox box{{500, 220}};
  box.min_px = box.max_px = 100;
  ParagraphStyle style = style_with("zh-Hans");
  style.trim = Trim::gb;
  const Fitted fitted = test_engine().fit(plain(U"警惕高息诱惑，远离非法集资，守护好您的钱袋子"), style, box);
  EXPECT_TRUE(fitted.overflow);
  ASSERT_THAT(fitted.layout->lines, SizeIs(2));
  EXPECT_LE(fitted.layout->widest().value(), 5);
  EXPECT_EQ(fitted.layout->levels.size(), fitted.layout->lines.back().end);
  const Fitted last = test_engine().fit(plain(U"……"), style, box);
  EXPECT_EQ(fitted.layout->lines.back().glyphs.back().gid, last.layout->lines[0].glyphs.back().gid);
}

}  // namespace
}  // namespace xp::text
