// SPDX-License-Identifier: MIT
#include "text/lru.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace xp::text {
namespace {

using Table = Lru<int, std::string, std::hash<int>>;

TEST(Lru, KeepsWhatFits) {
  Table table(2);
  table.insert(1, "one");
  table.insert(2, "two");
  ASSERT_NE(table.find(1), nullptr);
  EXPECT_EQ(*table.find(2), "two");
}

TEST(Lru, TheLeastRecentlyUsedGoesFirst) {
  Table table(2);
  table.insert(1, "one");
  table.insert(2, "two");
  table.find(1);
  table.insert(3, "three");
  EXPECT_EQ(table.find(2), nullptr);
  EXPECT_NE(table.find(1), nullptr);
}

TEST(Lru, TheBudgetIsInCosts) {
  Table table(10);
  table.insert(1, "one", 6);
  table.insert(2, "two", 5);
  EXPECT_EQ(table.find(1), nullptr);
  EXPECT_EQ(table.used(), 5u);
}

TEST(Lru, TheNewestIsKeptHoweverLarge) {
  Table table(10);
  table.insert(1, "one", 1);
  table.insert(2, "two", 99);
  EXPECT_EQ(table.size(), 1u);
  EXPECT_NE(table.find(2), nullptr);
}

TEST(Lru, AnEqualKeyReplaces) {
  Table table(10);
  table.insert(1, "one", 4);
  table.insert(1, "uno", 2);
  EXPECT_EQ(*table.find(1), "uno");
  EXPECT_EQ(table.used(), 2u);
  EXPECT_EQ(table.size(), 1u);
}

TEST(Lru, ASmallerCapacityShrinksAtOnce) {
  Table table(3);
  for (int i = 0; i < 3; ++i) table.insert(i, "x");
  table.set_capacity(1);
  EXPECT_EQ(table.size(), 1u);
  EXPECT_NE(table.find(2), nullptr);
}

}  // namespace
}  // namespace xp::text
