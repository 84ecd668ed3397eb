// SPDX-License-Identifier: MIT
#include "present/small_print.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_scene.h"

namespace xp::present {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

std::unique_ptr<SmallPrint> print() {
  auto made = SmallPrint::open(20, SmallPrint::Weight::regular);
  EXPECT_TRUE(made) << "fonts-noto-cjk is not installed";
  return made;
}

}  // namespace

TEST(SmallPrint, WrapsBetweenAnyTwoCharacters) {
  const auto p = print();
  EXPECT_THAT(p->wrap("一二三四五六七", p->width("一二三") + 1, 9), ElementsAre("一二三", "四五六", "七"));
}

TEST(SmallPrint, KeepsTheLinesOfItsText) {
  const auto p = print();
  EXPECT_THAT(p->wrap("上\n下", 1000, 9), ElementsAre("上", "下"));
  EXPECT_THAT(p->wrap("", 1000, 9), IsEmpty());
}

TEST(SmallPrint, TheLastLineSaysThatTextIsLeft) {
  const auto p = print();
  EXPECT_THAT(p->wrap("一二三四五六七", p->width("一二三") + 1, 2), ElementsAre("一二三", "四五…"));
}

TEST(SmallPrint, ALastLineOfNothingSaysItToo) {
  const auto p = print();
  EXPECT_THAT(p->wrap("上\n\n下", 1000, 2), ElementsAre("上", "…"));
}

TEST(SmallPrint, APlaceTooNarrowForOneCharacterStillEnds) {
  const auto p = print();
  EXPECT_THAT(p->wrap("一二三", 1, 9), SizeIs(3));
}

TEST(SmallPrint, DrawsInsideTheTargetOnly) {
  const auto p = print();
  test::Output output({30, 20});
  p->draw(output.target(), {-5, -5}, "字字字字字字", {255, 255, 255});
  p->draw(output.target(), {25, 15}, "字", {255, 255, 255});
  for (int y = 0; y < 20; ++y) {
    for (int x = 30; x < output.stride; ++x) {
      ASSERT_EQ(output.pixels[std::size_t(y * output.stride + x)], test::Output::kUnpainted);
    }
  }
}

TEST(SmallPrint, FullInkIsTheColourItself) {
  const auto p = SmallPrint::open(100, SmallPrint::Weight::bold);
  ASSERT_TRUE(p);
  test::Output output({120, 150});
  p->draw(output.target(), {0, 0}, "█", {10, 200, 30});
  EXPECT_EQ(output.at(60, 75), 0xFF0AC81Eu);
}

}  // namespace xp::present
