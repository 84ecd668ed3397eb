// SPDX-License-Identifier: MIT
#include "text/glyph_raster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/fonts.h"
#include "text/font_set.h"

namespace xp::text {
namespace {

constexpr std::size_t kBudget = 1 << 22;

GlyphRaster& raster() {
  static const auto made = GlyphRaster::create(test::test_fonts(), kBudget).operator*().release();
  return *made;
}

GlyphKey key(const char* face, char32_t c, double px, std::uint8_t subpixel = 0) {
  static const auto fonts = FontSet::create(test::test_fonts()).operator*().release();
  const FaceId id = test::face_named(fonts->catalog(), face);
  return {id, fonts->face(id).glyph(c).value_or(0), Px::from(px), subpixel};
}

long ink(const GlyphImage& image) { return std::accumulate(image.pixels.begin(), image.pixels.end(), 0L); }

TEST(GlyphRaster, AnIdeographFillsItsEm) {
  const auto image = raster().image(key("sans", U'国', 100));
  EXPECT_EQ(image->format, GlyphImage::Format::a8);
  EXPECT_NEAR(image->width, 85, 8);
  EXPECT_NEAR(image->height, 89, 8);
  EXPECT_NEAR(image->top, 82, 6);
  EXPECT_EQ(image->pixels.size(), static_cast<std::size_t>(image->stride * image->height));
}

TEST(GlyphRaster, ASpaceIsEmpty) {
  const auto image = raster().image(key("sans", U' ', 40));
  EXPECT_EQ(image->width, 0);
  EXPECT_TRUE(image->pixels.empty());
}

TEST(GlyphRaster, QuarterPixelsMoveTheInkNotItsAmount) {
  const auto still = raster().image(key("sans", U'一', 32, 0)),
             moved = raster().image(key("sans", U'一', 32, 2));
  EXPECT_NE(still->pixels, moved->pixels);
  EXPECT_NEAR(static_cast<double>(ink(*still)), static_cast<double>(ink(*moved)),
              static_cast<double>(ink(*still)) * 0.03);
}

TEST(GlyphRaster, FractionalSizesAreDrawnAsAsked) {
  EXPECT_LT(ink(*raster().image(key("sans", U'警', 40))), ink(*raster().image(key("sans", U'警', 40.5))));
}

TEST(GlyphRaster, BitmapFontsHaveTwoLevelsOnly) {
  for (const auto c : std::u32string(U"警g8")) {
    const auto image = raster().image(key("unifont", c, 16));
    for (const std::uint8_t pixel : image->pixels) {
      EXPECT_TRUE(pixel == 0 || pixel == 255);
    }
  }
  const auto image = raster().image(key("unifont", U'警', 16));
  EXPECT_LE(image->width, 16);
  EXPECT_LE(image->height, 16);
  EXPECT_GT(ink(*image), 60 * 255);
}

TEST(GlyphRaster, BitmapFontsGrowByWholeNumbers) {
  const auto once = raster().image(key("unifont", U'警', 16)),
             twice = raster().image(key("unifont", U'警', 32));
  EXPECT_EQ(twice->width, once->width * 2);
  EXPECT_EQ(twice->top, once->top * 2);
  EXPECT_EQ(ink(*twice), ink(*once) * 4);
}

TEST(GlyphRaster, BitmapFontsStandInTheMiddleOfALargerEm) {
  const auto own = raster().image(key("song-16", U'警', 16)),
             larger = raster().image(key("song-16", U'警', 20));
  EXPECT_EQ(larger->pixels, own->pixels);
  EXPECT_EQ(larger->left, own->left + 2);
  // The baseline of 20 px lies 18 px below the top, that of 16 px 14 px.
  EXPECT_EQ(18 - larger->top, 14 - own->top + 2);
  EXPECT_EQ(raster().image(key("song-16", U'8', 20))->left,
            raster().image(key("song-16", U'8', 16))->left + 1);
  EXPECT_EQ(raster().image(key("song-12", U'警', 24))->width,
            2 * raster().image(key("song-12", U'警', 12))->width);
}

TEST(GlyphRaster, DashesOfBitmapFontsJoin) {
  for (const auto& [face, px] :
       {std::pair{"song-12", 12}, std::pair{"song-16", 16}, std::pair{"song-16", 32}}) {
    const auto image = raster().image(key(face, U'—', px));
    EXPECT_EQ(image->left, 0) << face;
    EXPECT_EQ(image->width, px) << face;
    EXPECT_EQ(ink(*image), 255L * px * (px / 32 + 1)) << "one line of ink";
  }
}

TEST(GlyphRaster, ThickenedStrokesStandWhereTheThinOnesDo) {
  FontCatalog catalog = *test::test_fonts();
  const GlyphKey asked = key("hana-a", U'国', 100);
  const auto thin = raster().image(asked);
  catalog.faces[asked.face].embolden = 0.04;
  auto heavy = *GlyphRaster::create(std::make_shared<const FontCatalog>(catalog), kBudget);
  const auto thick = heavy->image(asked);
  EXPECT_GT(ink(*thick), ink(*thin) * 5 / 4);
  EXPECT_NEAR(2 * thick->left + thick->width, 2 * thin->left + thin->width, 2);
  EXPECT_NEAR(2 * thick->top - thick->height, 2 * thin->top - thin->height, 2);
}

TEST(GlyphRaster, MonoOutlinesHaveTwoLevelsOnly) {
  for (const int px : {24, 25, 32, 48}) {
    const auto image = raster().image(key("sans-bold/mono", U'警', px, 2));
    EXPECT_EQ(image->pixels, raster().image(key("sans-bold/mono", U'警', px, 0))->pixels);
    EXPECT_GE(image->width, px * 8 / 10);
    for (const std::uint8_t pixel : image->pixels) EXPECT_TRUE(pixel == 0 || pixel == 255);
  }
}

TEST(GlyphRaster, EmojiAreColoured) {
  const auto image = raster().image(key("emoji", U'😀', 60));
  EXPECT_EQ(image->format, GlyphImage::Format::argb32);
  EXPECT_EQ(image->stride, image->width * 4);
  EXPECT_EQ(image->pixels.size(), static_cast<std::size_t>(image->stride * image->height));
  EXPECT_NEAR(image->width, 75, 2);  // 136 px of a 109 px em
  int coloured = 0;
  for (std::size_t i = 0; i < image->pixels.size(); i += 4) {
    const auto* pixel = &image->pixels[i];
    EXPECT_LE(std::max({pixel[0], pixel[1], pixel[2]}), pixel[3] + 1) << "premultiplied";
    coloured += pixel[3] == 255 && pixel[2] > 200 && pixel[0] < 120;  // yellow: much red, little blue
  }
  EXPECT_GT(coloured, image->width * image->height / 4);
}

TEST(GlyphRaster, MissingCharactersAreBoxes) {
  const auto image = raster().image({kNoFace, 0x31350, Px::whole(64), 0});
  EXPECT_EQ(image->width, image->height);
  EXPECT_EQ(image->pixels.front(), 255);
  EXPECT_NE(image->pixels, raster().image({kNoFace, 0x31351, Px::whole(64), 0})->pixels);
}

TEST(GlyphRaster, SizesAreCapped) {
  const auto huge = raster().image(key("sans", U'国', 20000)),
             most = raster().image(key("sans", U'国', 2048));
  EXPECT_EQ(huge->width, most->width);
  EXPECT_LE(most->width, 2048);
  EXPECT_GE(raster().image({kNoFace, U'A', Px{-640}, 0})->width, 1);
}

TEST(GlyphRaster, AGlyphTheFaceLacksIsEmpty) {
  EXPECT_TRUE(
      raster().image({key("sans", U'国', 20).face, 4'000'000'000u, Px::whole(20), 0})->pixels.empty());
}

TEST(GlyphRaster, TheBudgetNeverChangesPixels) {
  auto tiny = *GlyphRaster::create(test::test_fonts(), 1);
  for (int round = 0; round < 2; ++round) {
    for (const auto c : std::u32string(U"警惕高息")) {
      EXPECT_EQ(tiny->image(key("sans-bold", c, 30))->pixels,
                raster().image(key("sans-bold", c, 30))->pixels);
    }
  }
}

TEST(GlyphRaster, AnImageIsDrawnOnce) {
  EXPECT_EQ(raster().image(key("sans", U'高', 24)), raster().image(key("sans", U'高', 24)));
}

}  // namespace
}  // namespace xp::text
