// SPDX-License-Identifier: MIT
#include "text/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "fake_width.h"
#include "segmented_sentences.h"
#include "support/golden.h"
#include "support/lexicon.h"
#include "text/breaks.h"
#include "text/lines.h"

namespace xp::text {
namespace {

std::string cut(std::u32string_view text) {
  static Words words;
  const std::vector<Edge> edges = words.edges(text, Utf16(text), xp::test::test_lexicon().get());
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && edges[i] != Edge::inside) out += edges[i] == Edge::phrase ? U'|' : U'/';
    out += text[i];
  }
  return encode_utf8(out);
}

TEST(Words, DictionaryIsThere) { EXPECT_TRUE(Words().has_dictionary()); }

TEST(Words, ParticlesLeanLeft) {
  EXPECT_EQ(cut(U"群众的财产"), "群众的/财产");
  EXPECT_EQ(cut(U"上当了"), "上当了");
}

TEST(Words, NegationsLeanRight) { EXPECT_EQ(cut(U"最安全"), "最安全"); }

TEST(Words, ConjunctionsLeadAPhrase) { EXPECT_EQ(cut(U"存款和理财"), "存款|和/理财"); }

TEST(Words, VerbsOfWarningsLeadAPhrase) { EXPECT_EQ(cut(U"高息诱惑远离集资"), "高息/诱惑|远离/集资"); }

TEST(Words, KnownWordsAreWhole) {
  EXPECT_EQ(cut(U"钱袋子"), "钱袋子");
  EXPECT_EQ(cut(U"微信群"), "微信群");
  EXPECT_EQ(cut(U"客服"), "客服");
  EXPECT_EQ(cut(U"征信"), "征信");
}

TEST(Words, ACodePointBeyondThePlaneIsOne) { EXPECT_EQ(cut(U"𠮷野家远离诈骗").find("𠮷"), 0u); }

TEST(Words, TheLexiconForcesABoundary) { EXPECT_EQ(cut(U"南京市长江大桥"), "南京市/长江大桥"); }

TEST(Words, NumbersAndMeasureWordsAreOne) {
  EXPECT_EQ(cut(U"三百多户人家"), "三百多户/人家");
  EXPECT_EQ(cut(U"四十二万名学生"), "四十二万名/学生");
  EXPECT_EQ(cut(U"十四周岁的儿童"), "十四周岁的/儿童");
}

TEST(Words, NamesAndTitlesAreOne) {
  EXPECT_EQ(cut(U"王局长表示"), "王局长/表示");
  EXPECT_EQ(cut(U"王小明局长去了"), "王小明局长/去了");
  EXPECT_EQ(cut(U"李女士告诉"), "李女士/告诉");
}

TEST(Words, PlacesAreOneWithWhatTheyAre) {
  EXPECT_EQ(cut(U"张掖市位于甘肃省"), "张掖市/位于/甘肃省");
  EXPECT_EQ(cut(U"甘州区李家庄"), "甘州区/李家庄");
}

TEST(Words, RepeatedCharactersAreOne) {
  EXPECT_EQ(cut(U"大家看看"), "大家/看看");
  EXPECT_EQ(cut(U"试一试"), "试一试");
}

TEST(Words, SayingsOfFourCharactersAreOne) { EXPECT_EQ(cut(U"奋不顾身"), "奋不顾身"); }

TEST(Words, ForeignNamesAreOne) { EXPECT_EQ(cut(U"冯德莱恩访问"), "冯德莱恩/访问"); }

TEST(Words, WithoutALexiconTheDictionaryIsAlone) {
  static Words words;
  const auto edges = words.edges(U"钱袋子", Utf16(U"钱袋子"), nullptr);
  EXPECT_EQ(edges[1], Edge::inside);
}

TEST(Words, TwoCharactersOfTheLexiconCutNoWord) {
  const Lexicon lexicon({{U"上当", 0, false}});
  static Words words;
  const auto edges = words.edges(U"马上当面", Utf16(U"马上当面"), &lexicon);
  EXPECT_EQ(edges[1], Edge::inside);
  EXPECT_NE(edges[2], Edge::inside);
}

struct Gold {
  std::u32string text;
  std::set<std::uint32_t> ends;
};

Gold gold_of(std::string_view sentence) {
  Gold gold;
  for (const char32_t c : decode_utf8(sentence)) {
    if (c == U'|') {
      gold.ends.insert(static_cast<std::uint32_t>(gold.text.size()));
    } else {
      gold.text += c;
    }
  }
  return gold;
}

/// Breaks of sentences at several widths, and how many of them fall inside a word.
struct Tally {
  int breaks = 0, inside = 0, lines = 0, greedy = 0;
  std::string splits;

  void add(Breaker& breaker, const Gold& gold) {
    const BreakMap map = breaker.breaks(gold.text, "zh-Hans", Strictness::strict, Costs::words,
                                        xp::test::test_lexicon().get());
    const LineWidth widths = test::fake_widths(gold.text);
    for (const int em : {5, 6, 8}) {
      greedy += static_cast<int>(choose_lines(gold.text, map, widths, Em::from(em), Filling::greedy).size());
      const auto set = choose_lines(gold.text, map, widths, Em::from(em), Filling::optimal);
      lines += static_cast<int>(set.size());
      for (std::size_t k = 1; k < set.size(); ++k) count(gold, set[k].start);
    }
  }

  void count(const Gold& gold, std::uint32_t at) {
    ++breaks;
    if (gold.ends.contains(at)) return;
    ++inside;
    splits += encode_utf8(std::u32string_view(gold.text).substr(at - 2, 2)) + "|" +
              encode_utf8(std::u32string_view(gold.text).substr(at, 2)) + " ";
  }
};

/// Rows of tests/golden/layout/words.tsv, counted from 1.
std::vector<Gold> gold_sentences() {
  std::vector<Gold> sentences;
  std::istringstream in(xp::test::read_file(xp::test::source_path("tests/golden/layout/words.tsv")));
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') sentences.push_back(gold_of(line.substr(line.find('\t') + 1)));
  }
  return sentences;
}

/// Newspapers, encyclopaedias, notices: the rows for tuning (1, 3, …) and those that only measure.
class WordSplits : public testing::TestWithParam<std::size_t> {};

TEST_P(WordSplits, AreLessThanFiveInAHundred) {
  Breaker breaker;
  Tally tally;
  const std::vector<Gold> sentences = gold_sentences();
  for (std::size_t k = GetParam(); k < sentences.size(); k += 2) tally.add(breaker, sentences[k]);
  ASSERT_GT(tally.breaks, 800);
  EXPECT_LT(tally.inside * 100, tally.breaks * 5)
      << tally.inside << " of " << tally.breaks << ": " << tally.splits;
  EXPECT_LE(tally.lines * 100, tally.greedy * 109) << tally.lines << " lines for " << tally.greedy;
}

INSTANTIATE_TEST_SUITE_P(Sentences, WordSplits, testing::Values(0, 1),
                         [](const auto& half) { return half.param == 0 ? "Tuned" : "Measured"; });

TEST(WordSplits, TakeEightLinesMoreInAHundredAtMost) {
  Breaker breaker;
  Tally tally;
  const std::vector<Gold> sentences = gold_sentences();
  ASSERT_GE(sentences.size(), 200u);
  for (const Gold& gold : sentences) tally.add(breaker, gold);
  EXPECT_LE(tally.lines * 100, tally.greedy * 108) << tally.lines << " lines for " << tally.greedy;
}

TEST(WordSplits, InWarningsAreFewToo) {
  Breaker breaker;
  Tally tally;
  for (const char* sentence : test::kSegmentedSentences) tally.add(breaker, gold_of(sentence));
  EXPECT_LT(tally.inside * 100, tally.breaks * 5) << tally.splits;
}

}  // namespace
}  // namespace xp::text
