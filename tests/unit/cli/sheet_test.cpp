// SPDX-License-Identifier: MIT
#include "cli/sheet.h"

#include <gtest/gtest.h>

#include "support/fonts.h"

namespace xp::cli {
namespace {

std::vector<Thumbnail> blank(Size size, int count) {
  auto picture = std::make_shared<media::Picture>();
  picture->size = size;
  picture->opaque = true;
  picture->pixels.assign(static_cast<std::size_t>(size.w * size.h), 0xFF102030);
  return std::vector<Thumbnail>(static_cast<std::size_t>(count), Thumbnail{picture, "一"});
}

class Sheet : public testing::Test {
 protected:
  std::unique_ptr<text::Engine> engine = *text::Engine::create(test::test_fonts());
  scene::Scene of(Size size, int count) { return contact_sheet(blank(size, count), *engine); }
};

TEST_F(Sheet, WideScreensStandInThreeColumns) {
  const scene::Scene sheet = of({1920, 1080}, 4);
  EXPECT_EQ(sheet.size.w, 24 + 3 * (640 + 24));
  EXPECT_EQ(sheet.size.h, 24 + 2 * (360 + 22 + 48));
}

TEST_F(Sheet, FewPicturesMakeANarrowSheet) { EXPECT_EQ(of({1920, 1080}, 1).size.w, 24 + 640 + 24); }

TEST_F(Sheet, StripsAreEnlargedByWholeNumbersOneBelowTheOther) {
  const scene::Scene sheet = of({256, 32}, 3);
  EXPECT_EQ(sheet.size.w, 24 + 256 * 7 + 24);
  EXPECT_EQ(sheet.size.h, 24 + 3 * (32 * 7 + 22 + 48));
}

TEST_F(Sheet, EveryPictureLiesOnTheSheet) {
  const scene::Scene sheet = of({1080, 1920}, 7);
  for (const scene::Layer& layer : sheet.layers) {
    EXPECT_TRUE(Rect::of({}, sheet.size)
                    .contains(intersect(layer.ops->bounds.moved(layer.offset), Rect::of({}, sheet.size))));
    EXPECT_FALSE(layer.ops->bounds.empty());
  }
  EXPECT_EQ(sheet.layers.size(), 1u + 7u * 2u);
}

}  // namespace
}  // namespace xp::cli
