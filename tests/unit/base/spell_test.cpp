// SPDX-License-Identifier: MIT
#include "base/spell.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace xp;

constexpr std::string_view kKeys[] = {"id",     "kind",    "text",  "zone", "duration",
                                      "weight", "enabled", "as_of", "z"};

TEST(DidYouMean, FindsSlipsOfTheFinger) {
  EXPECT_EQ(did_you_mean("txet", kKeys), "text");
  EXPECT_EQ(did_you_mean("tex", kKeys), "text");
  EXPECT_EQ(did_you_mean("textt", kKeys), "text");
  EXPECT_EQ(did_you_mean("wieght", kKeys), "weight");
  EXPECT_EQ(did_you_mean("enabeld", kKeys), "enabled");
  EXPECT_EQ(did_you_mean("duratoin", kKeys), "duration");
}

TEST(DidYouMean, IgnoresCaseAndHyphens) {
  EXPECT_EQ(did_you_mean("Kind", kKeys), "kind");
  EXPECT_EQ(did_you_mean("AS-OF", kKeys), "as_of");
}

TEST(DidYouMean, CompletesABeginning) {
  EXPECT_EQ(did_you_mean("dur", kKeys), "duration");
  EXPECT_EQ(did_you_mean("en", kKeys), "") << "two letters are too few";
}

TEST(DidYouMean, IsSilentWhereNothingIsNear) {
  for (const char* word : {"", "colour", "y", "qqqq", "durchlaufzeit", "名字"})
    EXPECT_EQ(did_you_mean(word, kKeys), "") << word;
}

TEST(DidYouMean, CountsCharactersNotBytes) {
  constexpr std::string_view words[] = {"钱袋子", "防骗"};
  EXPECT_EQ(did_you_mean("钱袋了", words), "钱袋子");
}

TEST(DidYouMean, PrefersTheNearerThenTheFirst) {
  constexpr std::string_view words[] = {"bars", "bard", "bar"};
  EXPECT_EQ(did_you_mean("bar", words), "bar");
  EXPECT_EQ(did_you_mean("barx", words), "bars");
}

TEST(DidYouMean, DoesNotLabourOverEndlessWords) {
  const std::string word(1'000'000, 'x');
  EXPECT_TRUE(did_you_mean(word, kKeys).empty());
  const std::vector<std::string_view> candidates{word};
  EXPECT_TRUE(did_you_mean("xxxx", candidates).empty());
}

}  // namespace
