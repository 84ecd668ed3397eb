// SPDX-License-Identifier: MIT
#include "present/standby_card.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "test_scene.h"

namespace xp::present {

namespace {

bool is_text(std::uint32_t pixel) { return (pixel >> 16 & 0xFF) > 0x90; }

/// The rows of a card that hold light pixels.
std::set<int> text_rows(const media::Picture& card) {
  std::set<int> rows;
  for (std::size_t i = 0; i < card.pixels.size(); ++i) {
    if (is_text(card.pixels[i])) rows.insert(static_cast<int>(i) / card.size.w);
  }
  return rows;
}

struct Named {
  const char* name;
  Size size;
};
void PrintTo(const Named& named, std::ostream* out) { *out << named.name; }

class Sizes : public testing::TestWithParam<Named> {};

}  // namespace

TEST_P(Sizes, TheCardIsBlueAndSaysSomething) {
  const Size size = GetParam().size;
  const auto card = standby_card(size, "playlist.toml:3:1: unknown key");
  ASSERT_EQ(card->size, size);
  ASSERT_EQ(card->pixels.size(), std::size_t(size.w) * std::size_t(size.h));
  EXPECT_TRUE(card->opaque);
  for (const std::size_t corner : {std::size_t{0}, card->pixels.size() - 1}) {
    EXPECT_GT(card->pixels[corner] & 0xFF, 0x30u);
    EXPECT_EQ(card->pixels[corner] >> 24, 0xFFu);
  }
  EXPECT_FALSE(text_rows(*card).empty());
}

INSTANTIATE_TEST_SUITE_P(Screens, Sizes,
                         testing::Values(Named{"plaza", {1920, 1080}}, Named{"portrait", {1080, 1920}},
                                         Named{"strip", {256, 32}}, Named{"lamps", {320, 16}},
                                         Named{"tiny", {16, 16}}));

TEST(StandbyCard, TheReasonStandsBelowTheHeadline) {
  const auto bare = standby_card({1920, 1080}, ""), told = standby_card({1920, 1080}, "原因");
  const auto below = [](const media::Picture& card) {
    const auto rows = text_rows(card);
    return std::count_if(rows.begin(), rows.end(), [](int y) { return y > 900; });
  };
  EXPECT_EQ(below(*bare), 0);
  EXPECT_GT(below(*told), 5);
}

TEST(StandbyCard, ALongReasonLeavesTheHeadlineItsRoom) {
  std::string reason;
  for (int i = 0; i < 500; ++i) reason += "很长的原因";
  const auto rows = text_rows(*standby_card({1920, 1080}, reason));
  EXPECT_LT(*rows.begin(), 540);
  EXPECT_LT(*rows.rbegin(), 1080 - 40);
}

TEST(StandbyCard, TheSceneIsTheCard) {
  const scene::Scene scene = standby_scene({64, 36}, "x");
  EXPECT_EQ(scene.size, (Size{64, 36}));
  ASSERT_EQ(scene.layers.size(), 1u);
  EXPECT_EQ(scene.layers[0].clip, (Rect{0, 0, 64, 36}));
  EXPECT_TRUE(scene.layers[0].ops->opaque);
  test::Output output({64, 36});
  test::painter()->paint(scene, {{0, 0, 64, 36}}, output.target());
  EXPECT_EQ(output.at(3, 3), standby_card({64, 36}, "x")->pixels[3 * 64 + 3]);
}

}  // namespace xp::present
