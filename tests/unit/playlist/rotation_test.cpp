// SPDX-License-Identifier: MIT
#include "playlist/rotation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace xp::playlist {
namespace {

using testing::ElementsAre;

std::vector<std::size_t> of(std::vector<int> weights) { return rotation(weights); }

/// How often an item follows itself, over the cycle's end too.
int repetitions(const std::vector<std::size_t>& cycle) {
  int count = 0;
  for (std::size_t i = 0; i < cycle.size(); ++i) count += cycle[i] == cycle[(i + 1) % cycle.size()];
  return count;
}

std::vector<int> random_weights(std::mt19937& random) {
  std::vector<int> weights(1 + random() % 12);
  for (int& weight : weights) weight = static_cast<int>(1 + random() % 10);
  return weights;
}

TEST(Rotation, OfNothingIsEmpty) { EXPECT_TRUE(of({}).empty()); }

TEST(Rotation, KeepsTheFileOrderOfEqualWeights) {
  EXPECT_THAT(of({1, 1, 1, 1}), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(of({1}), ElementsAre(0));
}

TEST(Rotation, RepeatsASingleItem) { EXPECT_THAT(of({3}), ElementsAre(0, 0, 0)); }

TEST(Rotation, PartsAnItemOfTwiceTheWeight) {
  EXPECT_THAT(of({2, 1, 1}), ElementsAre(0, 1, 0, 2));
  EXPECT_THAT(of({1, 2, 1}), ElementsAre(0, 1, 2, 1));
}

TEST(Rotation, BeginsWithTheFirstItemWhateverItsWeight) {
  EXPECT_EQ(of({1, 10, 3}).front(), 0u);
  EXPECT_EQ(of({1, 1, 7}).front(), 0u);
}

TEST(Rotation, UsesTheOthersToPartOneThatDominates) {
  const auto cycle = of({5, 1, 1});
  EXPECT_EQ(repetitions(cycle), 3);  // five appearances, two that part them
  EXPECT_EQ(cycle.front(), 0u);
}

TEST(Rotation, GivesEveryItemItsWeight) {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const auto weights = random_weights(random);
    const auto cycle = rotation(weights);
    ASSERT_EQ(cycle.size(), static_cast<std::size_t>(std::accumulate(weights.begin(), weights.end(), 0)));
    for (std::size_t i = 0; i < weights.size(); ++i) ASSERT_EQ(std::ranges::count(cycle, i), weights[i]);
  }
}

TEST(Rotation, RepeatsAnItemOnlyWhereItMust) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    const auto weights = random_weights(random);
    const int sum = std::accumulate(weights.begin(), weights.end(), 0);
    const int heaviest = *std::ranges::max_element(weights);
    const int least = std::max(0, 2 * heaviest - sum);
    ASSERT_EQ(repetitions(rotation(weights)), least) << testing::PrintToString(weights);
  }
}

TEST(Rotation, SpreadsAppearancesOverTheCycle) {
  const auto cycle = of({3, 3, 3, 3});  // never nearer than two thirds of an even spread
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    for (std::size_t near = 1; near < 3; ++near) EXPECT_NE(cycle[(i + near) % cycle.size()], cycle[i]);
  }
}

TEST(Rotation, OfThousandsOfSlidesIsQuick) {
  std::vector<int> weights(5000);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<int>(1 + i % 10);
  EXPECT_EQ(repetitions(rotation(weights)), 0);
}

}  // namespace
}  // namespace xp::playlist
