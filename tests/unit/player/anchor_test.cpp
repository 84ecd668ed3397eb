// SPDX-License-Identifier: MIT
#include "player/anchor.h"

#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::player {

using namespace test;

TEST(Anchor, KeepsTheSlideAndItsElapsedTime) {
  const auto show = fake_show({{"a"}, {"b"}, {"c"}});
  const auto keep = keep_of(*show, kStart + seconds(11));
  ASSERT_TRUE(keep);
  EXPECT_EQ(keep->slide, "b");
  EXPECT_EQ(keep->elapsed, seconds(3));
}

TEST(Anchor, StaysWhereNothingMoved) {
  const auto show = fake_show({{"a"}, {"b"}});
  EXPECT_FALSE(kept_anchor(*show, kStart, *keep_of(*show, kStart + seconds(11))));
}

TEST(Anchor, ASlidePutBeforeMovesIt) {
  const auto old = fake_show({{"a"}, {"b"}, {"c"}});
  const Keep keep = *keep_of(*old, kStart + seconds(11));
  const auto fresh = fake_show({{"new", seconds(5)}, {"a"}, {"b"}, {"c"}});
  const auto moved = kept_anchor(*fresh, kStart, keep);
  ASSERT_TRUE(moved);
  const auto again = fake_show({{"new", seconds(5)}, {"a"}, {"b"}, {"c"}}, *moved);
  const auto now = keep_of(*again, keep.now);
  EXPECT_EQ(now->slide, "b");
  EXPECT_EQ(now->elapsed, seconds(3));
}

TEST(Anchor, ASlideThatIsGoneCannotStay) {
  const auto old = fake_show({{"a"}, {"b"}});
  const Keep keep = *keep_of(*old, kStart + seconds(11));
  EXPECT_FALSE(kept_anchor(*fake_show({{"a"}, {"c"}}), kStart, keep));
}

TEST(Anchor, ASlideThatBecameTooShortCannotStay) {
  const auto old = fake_show({{"a"}, {"b"}});
  const Keep keep = *keep_of(*old, kStart + seconds(14));
  EXPECT_FALSE(kept_anchor(*fake_show({{"x"}, {"a"}, {"b", seconds(2)}}), kStart, keep));
}

TEST(Anchor, AnEmptyShowKeepsNothing) { EXPECT_FALSE(keep_of(*fake_show({}), kStart)); }

}  // namespace xp::player
