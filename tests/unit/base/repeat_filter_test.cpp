// SPDX-License-Identifier: MIT
#include "base/repeat_filter.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace xp;

TEST(RepeatFilter, SaysAMessageOnceThenAtEveryTenfold) {
  RepeatFilter filter;
  std::vector<std::uint64_t> said;
  for (int i = 0; i < 1500; ++i) {
    if (const auto times = filter.count("disk full")) said.push_back(*times);
  }
  EXPECT_EQ(said, (std::vector<std::uint64_t>{1, 10, 100, 1000}));
}

TEST(RepeatFilter, CountsEveryMessageByItself) {
  RepeatFilter filter;
  EXPECT_EQ(filter.count("a"), 1u);
  EXPECT_EQ(filter.count("b"), 1u);
  EXPECT_FALSE(filter.count("a"));
  EXPECT_FALSE(filter.count("b"));
}

TEST(RepeatFilter, ForgetsTheLongestUnheardOf) {
  RepeatFilter filter(2);
  filter.count("a");
  filter.count("b");
  filter.count("a");
  filter.count("c");  // b goes
  EXPECT_FALSE(filter.count("a"));
  EXPECT_EQ(filter.count("b"), 1u);
}

}  // namespace
