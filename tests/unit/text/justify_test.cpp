// SPDX-License-Identifier: MIT
#include "text/justify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace xp::text {
namespace {

using testing::ElementsAre;

constexpr std::int32_t kEm = 65536;

std::vector<std::int32_t> expanded(std::u32string_view text, std::int64_t rest, std::vector<Gap> gaps = {}) {
  std::vector<std::uint32_t> clusters(text.size());
  std::iota(clusters.begin(), clusters.end(), 0u);
  return expand({text, clusters, gaps}, rest);
}

TEST(Justify, SharesTheRestBetweenCharactersToTheLastUnit) {
  EXPECT_THAT(expanded(U"防范诈骗", 10), ElementsAre(0, 3, 3, 4));
}

TEST(Justify, SpacesBetweenWordsGrowFirst) {
  EXPECT_THAT(expanded(U"防 a b", kEm / 4), ElementsAre(0, 0, kEm / 8, 0, kEm / 8));
}

TEST(Justify, ThenGapsBesideWesternTextUpToAThird) {
  const std::vector<Gap> gaps{{1, Em{kEm / 8}}};
  EXPECT_THAT(expanded(U"防a", kEm / 8, gaps), ElementsAre(0, kEm / 8));
  const auto wide = expanded(U"防a范围", kEm, gaps);
  EXPECT_EQ(std::accumulate(wide.begin(), wide.end(), 0), kEm);
  EXPECT_GT(wide[3], 0) << "what a gap cannot take, all characters share";
}

TEST(Justify, DashesEllipsesAndNumbersStayTogether) {
  const auto dash = expanded(U"转——账", 3 * kEm);
  EXPECT_EQ(dash[2], 0);
  EXPECT_GT(dash[1], 0);
  EXPECT_EQ(expanded(U"达3500元", kEm)[2], 0);
  EXPECT_EQ(expanded(U"一～三月", kEm)[1], 0) << "beside a connector";
  EXPECT_EQ(expanded(U"男／女生", kEm)[2], 0) << "beside a solidus";
}

TEST(Justify, EveryExtensionGrowsLikeTheFirstBlock) {
  EXPECT_THAT(expanded(U"𠀀𰀀𱍐", 8), ElementsAre(0, 4, 4));
}

TEST(Justify, AWordAloneStaysAsItIs) { EXPECT_THAT(expanded(U"ATM", kEm), ElementsAre(0, 0, 0)); }

TEST(Justify, WesternLinesGrowAtTheirSpaces) { EXPECT_THAT(expanded(U"a b", kEm), ElementsAre(0, 0, kEm)); }

TEST(Justify, NothingShrinks) { EXPECT_THAT(expanded(U"防范", -5), ElementsAre(0, 0)); }

}  // namespace
}  // namespace xp::text
