// SPDX-License-Identifier: MIT
#include "text/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "fake_width.h"
#include "segmented_sentences.h"
#include "text/breaks.h"
#include "text/lexicon.h"
#include "text/lines.h"

namespace xp::text {
namespace {

std::string cut(std::u32string_view text) {
  static Words words;
  const std::vector<Edge> edges = words.edges(text, Utf16(text));
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

TEST(Lexicon, KnowsItsEntriesAndNothingElse) {
  EXPECT_TRUE(in_lexicon(U"钱袋子"));
  EXPECT_TRUE(in_lexicon(U"远离")) << "verbs are words too";
  EXPECT_FALSE(in_lexicon(U"钱袋"));
  EXPECT_FALSE(in_lexicon(U""));
  EXPECT_TRUE(begins_phrase(U"远离"));
  EXPECT_FALSE(begins_phrase(U"钱袋子"));
  EXPECT_EQ(longest_in_lexicon(), 6u);
}

struct Gold {
  std::u32string text;
  std::set<std::uint32_t> ends;
};

Gold gold_of(const char* sentence) {
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

class WordSplits : public testing::TestWithParam<int> {};

TEST_P(WordSplits, AreAtMostEightInAHundred) {
  Breaker breaker;
  int breaks = 0, inside = 0;
  std::string splits;
  for (const char* sentence : test::kSegmentedSentences) {
    const Gold gold = gold_of(sentence);
    const BreakMap map = breaker.breaks(gold.text, "zh-Hans", Strictness::strict);
    const auto lines =
        choose_lines(gold.text, map, test::fake_widths(gold.text), Em::from(GetParam()), Filling::optimal);
    for (std::size_t k = 1; k < lines.size(); ++k) {
      ++breaks;
      if (gold.ends.contains(lines[k].start)) continue;
      ++inside;
      splits += encode_utf8(std::u32string_view(gold.text).substr(lines[k].start - 2, 2)) + "|" +
                encode_utf8(std::u32string_view(gold.text).substr(lines[k].start, 2)) + " ";
    }
  }
  ASSERT_GT(breaks, 60);
  EXPECT_LE(inside * 100, breaks * 8) << inside << " of " << breaks << ": " << splits;
  RecordProperty("inside", inside);
  RecordProperty("breaks", breaks);
}

INSTANTIATE_TEST_SUITE_P(Em, WordSplits, testing::Values(5, 6, 8));

TEST(WordSplits, AreMeasuredOnSixtySentencesOrMore) { EXPECT_GE(std::size(test::kSegmentedSentences), 60u); }

}  // namespace
}  // namespace xp::text
