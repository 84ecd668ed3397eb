// SPDX-License-Identifier: MIT
#include "text/style.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/lexicon.h"

namespace xp::text {
namespace {

constexpr auto kNormal = Emphasis::normal;
constexpr auto kAccent = Emphasis::accent;
using Runs = std::vector<StyleRun>;

TEST(Markup, PlainTextHasNoRuns) {
  const StyledText text = parse_markup("远离非法集资");
  EXPECT_EQ(text.text, U"远离非法集资");
  EXPECT_EQ(text.runs, Runs{});
}

TEST(Markup, StarsAccent) {
  const StyledText text = parse_markup("远离**非法集资**！");
  EXPECT_EQ(text.text, U"远离非法集资！");
  EXPECT_EQ(text.runs, (Runs{{0, kNormal}, {2, kAccent}, {6, kNormal}}));
}

TEST(Markup, AccentAtTheEdges) {
  EXPECT_EQ(parse_markup("**高息**诱惑").runs, (Runs{{0, kAccent}, {2, kNormal}}));
  EXPECT_EQ(parse_markup("警惕**高息**").runs, (Runs{{0, kNormal}, {2, kAccent}}));
  EXPECT_EQ(parse_markup("**高息**").runs, (Runs{{0, kAccent}}));
}

TEST(Markup, AccentsSideBySide) {
  const StyledText text = parse_markup("**甲****乙**");
  EXPECT_EQ(text.text, U"甲****乙") << "four stars are no marker";
}

TEST(Markup, TwoAccents) {
  const StyledText text = parse_markup("**甲**和**乙**");
  EXPECT_EQ(text.text, U"甲和乙");
  EXPECT_EQ(text.runs, (Runs{{0, kAccent}, {1, kNormal}, {2, kAccent}}));
}

TEST(Markup, LoneMarkerStays) {
  EXPECT_EQ(parse_markup("甲**乙").text, U"甲**乙");
  EXPECT_EQ(parse_markup("**甲**乙**丙").text, U"甲乙**丙");
}

TEST(Markup, MaskedNumbersAreNoMarkup) {
  EXPECT_EQ(parse_markup("6222****1234").text, U"6222****1234");
  EXPECT_EQ(parse_markup("王***和李***").text, U"王***和李***");
  EXPECT_EQ(parse_markup("张*和*李").text, U"张*和*李");
}

TEST(Markup, EscapedStarsStay) {
  EXPECT_EQ(parse_markup("张\\*\\*先生和李\\*\\*").text, U"张**先生和李**");
  EXPECT_EQ(parse_markup("**甲\\*乙**").text, U"甲*乙");
  EXPECT_EQ(parse_markup("C:\\甲").text, U"C:\\甲");
}

TEST(Markup, AccentMayCrossALineEnd) {
  const StyledText text = parse_markup("**甲\n乙**丙");
  EXPECT_EQ(text.text, U"甲\n乙丙");
  EXPECT_EQ(text.runs, (Runs{{0, kAccent}, {3, kNormal}}));
}

TEST(Markup, LineEndsOfEveryConventionAreOne) {
  EXPECT_EQ(parse_markup("甲\r\n乙\r丙\u2028丁\u0085戊").text, U"甲\n乙\n丙\n丁\n戊");
}

TEST(Markup, OneLineEndAtTheEndIsDropped) {
  EXPECT_EQ(parse_markup("甲\n").text, U"甲");
  EXPECT_EQ(parse_markup("甲\r\n").text, U"甲");
  EXPECT_EQ(parse_markup("甲\n\n").text, U"甲\n");
}

TEST(Markup, SpacesBesideLineEndsAreDropped) {
  EXPECT_EQ(parse_markup("甲 \n  乙\t\n丙 ").text, U"甲\n乙\n丙");
  EXPECT_EQ(parse_markup("甲\n\u3000乙").text, U"甲\n\u3000乙")
      << "an indentation typed with U+3000 is meant";
}

TEST(Markup, InnerSpacesStay) { EXPECT_EQ(parse_markup("防范 诈骗\t人人").text, U"防范 诈骗 人人"); }

TEST(Markup, ByteOrderMarkIsDropped) { EXPECT_EQ(parse_markup("\xEF\xBB\xBF甲").text, U"甲"); }

TEST(Markup, BadBytesBecomeReplacements) { EXPECT_EQ(parse_markup("甲\xFF乙").text, U"甲\uFFFD乙"); }

TEST(Markup, NothingIsNothing) {
  EXPECT_EQ(parse_markup("").text, U"");
  EXPECT_EQ(parse_markup("\n").text, U"");
  EXPECT_EQ(parse_markup("****").text, U"****");
}

constexpr auto kDot = EmphasisMark::dot;
constexpr auto kNoMark = EmphasisMark::none;

TEST(Spans, DotsStandAtASpan) {
  const StyledText text = parse_markup("捂紧[钱袋子]{.dot}！");
  EXPECT_EQ(text.text, U"捂紧钱袋子！");
  EXPECT_EQ(text.runs, (Runs{{0, kNormal}, {2, kNormal, kDot}, {5, kNormal}}));
}

TEST(Spans, ASpanHasALanguage) {
  const StyledText text = parse_markup("[ساقچى]{lang=ug}110");
  EXPECT_EQ(text.text, U"ساقچى110");
  EXPECT_EQ(text.runs, (Runs{{0, kNormal, kNoMark, "ug"}, {5, kNormal}}));
  EXPECT_EQ(parse_markup("[骨]{lang=zh-Hant-HK}").runs, (Runs{{0, kNormal, kNoMark, "zh-Hant-HK"}}));
}

TEST(Spans, MayHaveBoth) {
  const Runs both{{0, kNormal, kDot, "zh-Hant"}};
  EXPECT_EQ(parse_markup("[骨]{.dot lang=zh-Hant}").runs, both);
  EXPECT_EQ(parse_markup("[骨]{ lang=zh-Hant  .dot }").runs, both);
}

TEST(Spans, NestInAccentsAndContainThem) {
  EXPECT_EQ(parse_markup("**甲[乙]{.dot}丙**").runs, (Runs{{0, kAccent}, {1, kAccent, kDot}, {2, kAccent}}));
  EXPECT_EQ(parse_markup("[甲**乙**丙]{.dot}").runs,
            (Runs{{0, kNormal, kDot}, {1, kAccent, kDot}, {2, kNormal, kDot}}));
  EXPECT_EQ(parse_markup("**[甲]{.dot}**乙").runs, (Runs{{0, kAccent, kDot}, {1, kNormal}}));
}

TEST(Spans, NestInEachOther) {
  EXPECT_EQ(parse_markup("[甲[乙]{.dot}]{lang=ja}").runs,
            (Runs{{0, kNormal, kNoMark, "ja"}, {1, kNormal, kDot, "ja"}}));
  EXPECT_EQ(parse_markup("[[110]甲]{.dot}").text, U"[110]甲");
}

TEST(Spans, SideBySideAreOneRun) {
  EXPECT_EQ(parse_markup("[甲]{.dot}[乙]{.dot}").runs, (Runs{{0, kNormal, kDot}}));
}

TEST(Spans, AnythingElseIsText) {
  for (const char* text :
       {"[110]", "{x}", "拨打[110]", "[110]{x}", "[110]{}", "[110]{ }", "[110]{.dot", "[110] {.dot}",
        "110]{.dot}", "[110", "[]{.dot}", "[110]{.dots}", "[110]{lang=}", "[110]{lang=u}", "[110]{lang=中文}",
        "[110]{lang=ug-}", "[110]{.dot x}", "[110]{.dot,lang=ug}", "[110](http://x)"}) {
    EXPECT_EQ(encode_utf8(parse_markup(text).text), text);
    EXPECT_EQ(parse_markup(text).runs, Runs{}) << text;
  }
}

TEST(Spans, TheFirstToCloseWinsWhereTwoCross) {
  EXPECT_EQ(parse_markup("**甲[乙**丙]{.dot}").text, U"甲[乙丙]{.dot}");
  EXPECT_EQ(parse_markup("[甲**乙]{.dot}丙**").text, U"甲**乙丙**");
}

TEST(Spans, EscapedBracketsStay) {
  EXPECT_EQ(parse_markup("\\[甲]{.dot}").text, U"[甲]{.dot}");
  EXPECT_EQ(parse_markup("[甲\\]乙]{.dot}").text, U"甲]乙");
  EXPECT_EQ(parse_markup("[甲\\[乙]{.dot}").text, U"甲[乙");
}

TEST(Spans, AreReadInOneWalk) {
  const std::string open(60000, '[');
  EXPECT_EQ(parse_markup(open).text.size(), open.size());
  std::string nested = open.substr(0, 8000) + "甲";
  for (int i = 0; i < 8000; ++i) nested += "]{.dot}";
  EXPECT_EQ(parse_markup(nested).text, U"甲");
}

TEST(PlainText, DropsTheMarkup) {
  EXPECT_EQ(plain_text("[钱袋子]{.dot}与[110]"), "钱袋子与[110]");
  EXPECT_EQ(plain_text("警惕**高息**诱惑\n远离集资\n"), "警惕高息诱惑\n远离集资");
}

TEST(StyleHash, DependsOnEveryMember) {
  const StyledText text = parse_markup("甲**乙**");
  const ParagraphStyle style;
  std::vector<Hash> hashes = {hash_of(text, style), hash_of(parse_markup("甲乙"), style),
                              hash_of(parse_markup("甲**丙**"), style)};
  const auto with = [&](auto change) {
    ParagraphStyle other;
    change(other);
    hashes.push_back(hash_of(text, other));
  };
  with([](ParagraphStyle& s) { s.role = "headline"; });
  with([](ParagraphStyle& s) { s.language = "zh-Hant"; });
  with([](ParagraphStyle& s) { s.width = Em{}; });
  with([](ParagraphStyle& s) { s.width = Em{65536}; });
  with([](ParagraphStyle& s) { s.mode = Mode::vertical; });
  with([](ParagraphStyle& s) { s.line_break = Strictness::normal; });
  with([](ParagraphStyle& s) { s.trim = Trim::gb; });
  with([](ParagraphStyle& s) { s.autospace = Autospace::normal; });
  with([](ParagraphStyle& s) { s.gap = Em{1}; });
  with([](ParagraphStyle& s) { s.phrase = true; });
  with([](ParagraphStyle& s) { s.balance = true; });
  with([](ParagraphStyle& s) { s.tcy = 2; });
  with([](ParagraphStyle& s) { s.tcy_text = U"12"; });
  with([](ParagraphStyle& s) { s.orientation = Orientation::upright; });
  with([](ParagraphStyle& s) { s.hang = Hang::allow_end; });
  with([](ParagraphStyle& s) { s.align = Align::center; });
  with([](ParagraphStyle& s) { s.direction = Direction::rtl; });
  with([](ParagraphStyle& s) { s.lexicon = std::make_shared<const Lexicon>(std::vector<LexiconEntry>{}); });
  std::sort(hashes.begin(), hashes.end());
  EXPECT_EQ(std::adjacent_find(hashes.begin(), hashes.end()), hashes.end());
}

TEST(StyleHash, IsTheSameForTheSame) {
  EXPECT_EQ(hash_of(parse_markup("甲**乙**"), {}), hash_of(parse_markup("甲**乙**"), {}));
}

}  // namespace
}  // namespace xp::text
