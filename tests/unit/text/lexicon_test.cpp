// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "support/lexicon.h"

namespace xp::text {
namespace {

LexiconEntry entry(std::u32string_view written) {
  return std::get<LexiconEntry>(parse_lexicon_entry(written));
}
LexiconMistake mistake(std::u32string_view written) {
  return std::get<LexiconMistake>(parse_lexicon_entry(written));
}

TEST(LexiconEntry, IsAWord) {
  EXPECT_EQ(entry(U"钱袋子").word, U"钱袋子");
  EXPECT_EQ(entry(U"钱袋子").cuts, 0u);
  EXPECT_EQ(entry(U"U盾").word, U"U盾");
  EXPECT_EQ(entry(U"𠮷野家").word, U"𠮷野家");
}

TEST(LexiconEntry, SaysWhereItMayBeCut) {
  EXPECT_EQ(entry(U"南京市/长江大桥").word, U"南京市长江大桥");
  EXPECT_EQ(entry(U"南京市/长江大桥").cuts, 1u << 3);
  EXPECT_EQ(entry(U"市场/监督/管理局").cuts, 1u << 2 | 1u << 4);
}

TEST(LexiconEntry, SaysThatAPhraseBeginsWithIt) {
  EXPECT_TRUE(entry(U"^远离").opens_phrase);
  EXPECT_EQ(entry(U"^远离").word, U"远离");
  EXPECT_FALSE(entry(U"远离").opens_phrase);
}

TEST(LexiconEntry, MistakesHaveAPlace) {
  EXPECT_EQ(mistake(U"钱袋 子").start, 2u);
  EXPECT_EQ(mistake(U"/钱袋").start, 0u);
  EXPECT_EQ(mistake(U"钱袋/").start, 2u);
  EXPECT_EQ(mistake(U"钱//袋").start, 1u);
  EXPECT_EQ(mistake(U"钱^袋").start, 1u);
  EXPECT_EQ(mistake(U"钱袋，子").start, 2u);
  EXPECT_EQ(mistake(U"钱").length, 1u);
  EXPECT_EQ(mistake(U"").length, 1u);
  EXPECT_EQ(mistake(std::u32string(25, U'钱')).length, 25u);
  EXPECT_EQ(entry(std::u32string(24, U'钱')).word.size(), 24u);
}

Lexicon lexicon_of(std::initializer_list<std::u32string_view> words) {
  std::vector<LexiconEntry> entries;
  for (const auto word : words) entries.push_back(entry(word));
  return Lexicon(std::move(entries));
}

TEST(Lexicon, FindsTheLongestEntry) {
  const Lexicon lexicon = lexicon_of({U"微信公众号", U"微信", U"公众号"});
  EXPECT_EQ(lexicon.longest_at(U"微信公众号上")->word, U"微信公众号");
  EXPECT_EQ(lexicon.longest_at(U"微信公众")->word, U"微信");
  EXPECT_EQ(lexicon.longest_at(U"公众号")->word, U"公众号");
  EXPECT_EQ(lexicon.longest_at(U"微"), nullptr);
  EXPECT_EQ(lexicon.longest_at(U"信公众号"), nullptr);
  EXPECT_EQ(lexicon.longest_at(U""), nullptr);
}

TEST(Lexicon, TheLastOfEqualEntriesHolds) {
  const Lexicon lexicon = lexicon_of({U"农商银行", U"农商/银行"});
  EXPECT_EQ(lexicon.entries().size(), 1u);
  EXPECT_EQ(lexicon.longest_at(U"农商银行")->cuts, 1u << 2);
}

TEST(Lexicon, HashTellsEntriesApart) {
  EXPECT_EQ(lexicon_of({U"微信", U"征信"}).hash(), lexicon_of({U"征信", U"微信"}).hash());
  EXPECT_NE(lexicon_of({U"农商银行"}).hash(), lexicon_of({U"农商/银行"}).hash());
  EXPECT_NE(lexicon_of({U"远离"}).hash(), lexicon_of({U"^远离"}).hash());
}

TEST(Lexicon, JoinsAnAdminsWords) {
  const auto bundled = std::make_shared<const Lexicon>(lexicon_of({U"农商银行", U"征信"}));
  EXPECT_EQ(joined(bundled, {}), bundled);
  EXPECT_EQ(joined(nullptr, {}), nullptr);
  const LexiconPtr both = joined(bundled, {entry(U"农商/银行"), entry(U"张掖市公安局")});
  EXPECT_EQ(both->entries().size(), 3u);
  EXPECT_EQ(both->longest_at(U"农商银行")->cuts, 1u << 2);
  EXPECT_EQ(joined(nullptr, {entry(U"征信")})->entries().size(), 1u);
}

TEST(Lexicon, TheBundledFileHasEverydayWordsOfPublicNotices) {
  const LexiconPtr lexicon = test::test_lexicon();
  EXPECT_GE(lexicon->entries().size(), 900u);
  for (const char32_t* word : {U"钱袋子", U"校园贷", U"征信", U"反诈", U"客服", U"普惠", U"长江大桥"})
    EXPECT_NE(lexicon->longest_at(word), nullptr) << encode_utf8(word);
  EXPECT_TRUE(lexicon->longest_at(U"远离")->opens_phrase);
}

}  // namespace
}  // namespace xp::text
