// SPDX-License-Identifier: MIT
#include "base/hash.h"

#include <gtest/gtest.h>

namespace {

using namespace xp;

TEST(Hash, IsXxh3OfTheBytes) {
  EXPECT_EQ(hash_bytes("").hex(), "99aa06d3014798d86001c324468d497f")
      << "the published value of the empty input";
}

TEST(Hash, TellsContentsApart) {
  EXPECT_NE(hash_bytes("守好钱袋子"), hash_bytes("守好钱袋了"));
  EXPECT_EQ(hash_bytes("守好钱袋子"), hash_bytes("守好钱袋子"));
}

TEST(Hash, HexKeepsLeadingZeros) { EXPECT_EQ((Hash{0, 0xab}).hex(), "000000000000000000000000000000ab"); }

TEST(Hasher, KnowsWhereOneStringEnds) {
  EXPECT_NE(Hasher().add("a").add("bc").done(), Hasher().add("ab").add("c").done());
  EXPECT_NE(Hasher().add("").add("a").done(), Hasher().add("a").add("").done());
}

TEST(Hasher, DependsOnTheOrderAndTypeOfNumbers) {
  EXPECT_NE(Hasher().add(1).add(2).done(), Hasher().add(2).add(1).done());
  EXPECT_NE(Hasher().add(std::int64_t{1}).done(), Hasher().add(1).done());
}

TEST(Hasher, TakesHashes) {
  const Hash inner = hash_bytes("x");
  EXPECT_EQ(Hasher().add(inner).done(), Hasher().add(inner.high).add(inner.low).done());
}

}  // namespace
