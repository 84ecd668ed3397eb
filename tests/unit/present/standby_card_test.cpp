// SPDX-License-Identifier: MIT
#include "present/standby_card.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <vector>

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

/// From the first row (column) of ink to the last, rows (columns) between them included.
struct Extent {
  int first = 0, last = 0;
};

/// Where rows of ink follow each other without a gap, top down.
std::vector<Extent> bands(const media::Picture& card) {
  std::vector<Extent> bands;
  for (const int row : text_rows(card)) {
    if (bands.empty() || row > bands.back().last + 1) bands.push_back({row, row});
    bands.back().last = row;
  }
  return bands;
}

Extent columns(const media::Picture& card, Extent band) {
  Extent columns{card.size.w, 0};
  for (int y = band.first; y <= band.last; ++y)
    for (int x = 0; x < card.size.w; ++x)
      if (is_text(card.pixels[std::size_t(y * card.size.w + x)]))
        columns = {std::min(columns.first, x), std::max(columns.last, x)};
  return columns;
}

void expect_centred(const media::Picture& card, Extent band) {
  const Extent of = columns(card, band);
  EXPECT_NEAR(of.first, card.size.w - 1 - of.last, card.size.w / 400 + 2);
  EXPECT_GT(of.first, card.size.w / 50) << "nothing is cut";
}

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

TEST(StandbyCard, BothLanguagesAreCentredChineseLarge) {
  for (const Size size :
       {Size{1920, 1080}, Size{1080, 1920}, Size{3840, 2160}, Size{3840, 1080}, Size{640, 360}}) {
    SCOPED_TRACE(testing::Message() << size.w << "x" << size.h);
    const auto card = standby_card(size, "");
    const auto found = bands(*card);
    ASSERT_EQ(found.size(), 3u) << "Chinese, rule, English";
    for (const Extent& band : found) expect_centred(*card, band);
    const auto height = [](Extent band) { return band.last - band.first + 1; };
    EXPECT_GT(height(found[0]), 2 * height(found[2]));
    EXPECT_NEAR(found.front().first, size.h - 1 - found.back().last, 2);
  }
}

TEST(StandbyCard, AStripHasChineseAloneAsLargeAsItGoes) {
  for (const Size size : {Size{256, 32}, Size{320, 16}}) {
    SCOPED_TRACE(testing::Message() << size.w << "x" << size.h);
    const auto card = standby_card(size, "");
    const auto rows = text_rows(*card);
    expect_centred(*card, {*rows.begin(), *rows.rbegin()});
    EXPECT_NEAR(*rows.begin(), size.h - 1 - *rows.rbegin(), 2);
    EXPECT_GT(*rows.rbegin() - *rows.begin(), size.h * 6 / 10);
  }
}

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
