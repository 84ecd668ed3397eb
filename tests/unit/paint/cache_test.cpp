// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paint/pixmap_cache.h"
#include "scene/builder.h"

namespace xp::paint {
namespace {

scene::OpsPtr ops(int x) { return scene::Builder().fill({x, 0, 10, 10}, {1, 2, 3, 255}).done(); }

PixmapPtr pixels() { return std::make_shared<Pixmap>(Pixmap{{10, 10}, Pixels(100), {}}); }
constexpr std::size_t kEach = 400;

TEST(PixmapCache, FindsWhatWasPut) {
  PixmapCache cache(10 * kEach);
  const auto one = ops(1);
  EXPECT_EQ(cache.find(one), nullptr);
  const PixmapPtr put = pixels();
  cache.put(one, put);
  EXPECT_THAT(cache.find(one), testing::Pointee(put));
  EXPECT_EQ(cache.bytes(), kEach);
}

TEST(PixmapCache, FindsEqualContentMadeAnew) {
  PixmapCache cache(10 * kEach);
  const PixmapPtr put = pixels();
  auto first = ops(1);
  cache.put(first, put);
  const auto again = ops(1);
  first.reset();
  EXPECT_THAT(cache.find(again), testing::Pointee(put));
}

TEST(PixmapCache, PutTwiceCountsOnce) {
  PixmapCache cache(10 * kEach);
  const auto one = ops(1);
  cache.put(one, pixels());
  cache.put(one, pixels());
  EXPECT_EQ(cache.bytes(), kEach);
}

TEST(PixmapCache, KeepsOnlyWhatIsWanted) {
  PixmapCache cache(10 * kEach);
  const auto a = ops(1), b = ops(2);
  cache.put(a, pixels());
  cache.put(b, pixels());
  cache.keep_only({b->hash});
  EXPECT_THAT(cache.keys(), testing::ElementsAre(b->hash));
  EXPECT_EQ(cache.bytes(), kEach);
}

TEST(PixmapCache, TheLeastRecentlyUsedGoesFirst) {
  PixmapCache cache(2 * kEach);
  const auto a = ops(1), b = ops(2), c = ops(3);
  cache.put(a, pixels());
  cache.put(b, pixels());
  EXPECT_NE(cache.find(a), nullptr);
  cache.begin_pass();
  cache.put(c, pixels());
  EXPECT_NE(cache.find(a), nullptr);
  EXPECT_EQ(cache.find(b), nullptr);
  EXPECT_NE(cache.find(c), nullptr);
}

TEST(PixmapCache, TheCurrentPassStaysBeyondTheBudget) {
  PixmapCache cache(kEach);
  const auto a = ops(1), b = ops(2);
  cache.begin_pass();
  cache.put(a, pixels());
  cache.put(b, pixels());
  EXPECT_NE(cache.find(a), nullptr);
  EXPECT_NE(cache.find(b), nullptr);
  cache.begin_pass();
  cache.set_budget(kEach);
  EXPECT_EQ(cache.bytes(), kEach);
}

TEST(PixmapCache, PixelsOfForgottenOpsGoFirst) {
  PixmapCache cache(10 * kEach);
  auto gone = ops(1);
  const auto kept = ops(2);
  cache.put(gone, pixels());
  gone.reset();
  cache.put(kept, pixels());
  EXPECT_EQ(cache.bytes(), kEach);
}

}  // namespace
}  // namespace xp::paint
