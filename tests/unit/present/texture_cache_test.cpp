// SPDX-License-Identifier: MIT
#include "present/texture_cache.h"

#include <gtest/gtest.h>

#include "test_scene.h"

namespace xp::present {

using namespace test;

namespace {

/// Tiles that count their bytes; no device is needed for that.
Tiles tiles(Size size) {
  Tiles out;
  out.push_back({Rect::of({}, size), nullptr});
  return out;
}

scene::OpsPtr ops(std::uint8_t shade) { return filled({10, 10}, {shade, 0, 0}); }

constexpr std::size_t kBytes = 400;  ///< of 10 × 10 px

}  // namespace

TEST(TextureCache, TheLeastRecentlyUsedGoFirst) {
  TextureCache cache(2 * kBytes);
  const auto a = ops(1), b = ops(2), c = ops(3);
  for (const auto& each : {a, b}) {
    cache.begin_pass();
    cache.put(each, tiles({10, 10}));
  }
  cache.begin_pass();
  EXPECT_TRUE(cache.find(a));
  cache.begin_pass();
  cache.put(c, tiles({10, 10}));
  EXPECT_EQ(cache.bytes(), 2 * kBytes);
  EXPECT_TRUE(cache.find(a));
  EXPECT_FALSE(cache.find(b));
  EXPECT_TRUE(cache.find(c));
}

TEST(TextureCache, WhatNobodyShowsAnyMoreGoesBeforeThat) {
  TextureCache cache(2 * kBytes);
  const auto a = ops(1), c = ops(3);
  cache.begin_pass();
  cache.put(a, tiles({10, 10}));
  cache.put(ops(2), tiles({10, 10}));
  cache.begin_pass();
  cache.put(c, tiles({10, 10}));
  EXPECT_TRUE(cache.find(a));
  EXPECT_TRUE(cache.find(c));
  EXPECT_EQ(cache.bytes(), 2 * kBytes);
}

TEST(TextureCache, WhatAFrameUsesStaysWhileItIsDrawn) {
  TextureCache cache(1);
  const auto a = ops(1), b = ops(2);
  cache.begin_pass();
  cache.put(a, tiles({10, 10}));
  cache.put(b, tiles({10, 10}));
  EXPECT_TRUE(cache.find(a));
  EXPECT_EQ(cache.bytes(), 2 * kBytes);
}

TEST(TextureCache, EqualOpsReadAnewKeepTheirTextures) {
  TextureCache cache(kBytes);
  cache.begin_pass();
  auto first = ops(1);
  cache.put(first, tiles({10, 10}));
  const auto second = ops(1);
  EXPECT_TRUE(cache.find(second));
  first.reset();
  cache.begin_pass();
  cache.put(ops(9), tiles({0, 0}));
  EXPECT_TRUE(cache.find(second));
}

}  // namespace xp::present
