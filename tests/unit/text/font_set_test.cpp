// SPDX-License-Identifier: MIT
#include "text/font_set.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>

#include "support/fonts.h"
#include "support/golden.h"

namespace xp::text {
namespace {

TEST(FontCatalogTest, FindsRolesByName) {
  const FontCatalog& catalog = *test::test_fonts();
  ASSERT_NE(catalog.role("headline"), nullptr);
  EXPECT_EQ(catalog.role("headline")->name, "headline");
  EXPECT_EQ(catalog.role("headlines"), nullptr);
}

TEST(FontSetTest, FacesOfOneCollectionDiffer) {
  auto fonts = *FontSet::create(test::test_fonts());
  EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), "sans")).postscript_name(),
            "NotoSansCJKsc-Regular");
  EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), "sans-jp")).postscript_name(),
            "NotoSansCJKjp-Regular");
}

TEST(FontSetTest, KnowsWhatAFaceHas) {
  auto fonts = *FontSet::create(test::test_fonts());
  Face& face = fonts->face(test::face_named(fonts->catalog(), "sans"));
  for (int round = 0; round < 2; ++round) {
    EXPECT_TRUE(face.has(U'警'));
    EXPECT_FALSE(face.has(U'ئ'));
    EXPECT_TRUE(face.has(U'\U00030EDD'));
    EXPECT_FALSE(face.has(U'\U00020000'));
  }
}

/// kB of the file that are in this process.
long resident(const std::string& path) {
  std::ifstream maps("/proc/self/smaps");
  bool of_the_file = false;
  long sum = 0;
  for (std::string line; std::getline(maps, line);) {
    if (line.find('-') < line.find(' ')) of_the_file = line.ends_with(path);
    if (of_the_file && line.starts_with("Rss:")) sum += std::stol(line.substr(4));
  }
  return sum;
}

/// How often the file is mapped.
long mappings(const std::string& path) {
  std::ifstream maps("/proc/self/maps");
  long count = 0;
  for (std::string line; std::getline(maps, line);) count += line.ends_with(path) ? 1 : 0;
  return count;
}

TEST(FontSetTest, AllSetsOfACatalogueShareTheMappingOfAFile) {
  auto catalog = std::make_shared<FontCatalog>(*test::test_fonts());
  catalog->files = std::make_shared<FontFiles>();
  const FaceId id = test::face_named(*catalog, "sans");
  const std::string& path = catalog->faces[id].path;
  const long before = mappings(path);
  auto one = *FontSet::create(catalog), other = *FontSet::create(catalog);
  EXPECT_EQ(one->face(id).glyph(U'警'), other->face(id).glyph(U'警'));
  EXPECT_NE(other->raster_face(id), nullptr);
  EXPECT_EQ(mappings(path), before + 1);
}

TEST(FontSetTest, GivesPagesBackAndReadsThemAgain) {
  auto fonts = *FontSet::create(test::test_fonts());
  const FaceId id = test::face_named(fonts->catalog(), "sans");
  const std::string& path = fonts->catalog().faces[id].path;
  const auto glyph = fonts->face(id).glyph(U'警');
  ASSERT_TRUE(glyph);
  const long before = resident(path);
  fonts->give_back_pages();
  EXPECT_LT(resident(path), before);
  EXPECT_EQ(fonts->face(id).glyph(U'警'), glyph);
}

std::shared_ptr<const FontCatalog> with_a_damaged_font(std::string_view rest_of_the_chain) {
  const std::string path = test::scratch_directory() + "/damaged.ttf";
  std::ofstream(path) << "not a font";
  auto catalog = std::make_shared<FontCatalog>(*test::test_fonts());
  FaceSpec damaged;
  damaged.id = "damaged";
  damaged.path = path;
  catalog->faces.push_back(damaged);
  RoleSpec body{"body", {static_cast<FaceId>(catalog->faces.size() - 1)}};
  if (!rest_of_the_chain.empty()) body.chain.push_back(test::face_named(*catalog, rest_of_the_chain));
  catalog->roles = {body};
  return catalog;
}

TEST(FontSetTest, TheNextOfTheChainStandsInForADamagedFont) {
  EXPECT_TRUE(FontSet::create(with_a_damaged_font("sans")));
}

TEST(FontSetTest, ARoleOfDamagedFontsOnlyIsRefused) {
  const auto fonts = FontSet::create(with_a_damaged_font(""));
  ASSERT_FALSE(fonts);
  EXPECT_NE(fonts.error().message.find("damaged.ttf"), std::string::npos) << fonts.error().message;
}

TEST(FontSetTest, IdeographsAndEmojiAreOneEmWide) {
  auto fonts = *FontSet::create(test::test_fonts());
  for (const char* id : {"sans", "sans-black", "hana-a", "hana-b", "naskh"})
    EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), id)).scale(), 65536) << id;
  EXPECT_NEAR(fonts->face(test::face_named(fonts->catalog(), "emoji")).scale(), 65536 / 1.245, 200);
}

// Mean height of the ink's middle over many ideographs, in em.
double ink_middle(Face& face, char32_t first, char32_t last) {
  double sum = 0;
  int count = 0;
  for (char32_t c = first; c < last; c += 41) {
    hb_glyph_extents_t box{};
    if (!face.has(c) || !hb_font_get_glyph_extents(face.font(), *face.glyph(c), &box)) continue;
    sum += (box.y_bearing + box.height / 2.0 + face.rise()) / 65536;
    ++count;
  }
  EXPECT_GT(count, 100);
  return sum / count;
}

TEST(FontSetTest, IdeographsOfAllFacesStandInTheMiddleOfTheEmBox) {
  auto fonts = *FontSet::create(test::test_fonts());
  const auto middle = [&](const char* id, char32_t first, char32_t last) {
    return ink_middle(fonts->face(test::face_named(fonts->catalog(), id)), first, last);
  };
  EXPECT_NEAR(middle("sans", 0x4E00, 0x9FA5), 0.38, 0.002);
  EXPECT_NEAR(middle("sans-black", 0x4E00, 0x9FA5), 0.38, 0.002);
  EXPECT_NEAR(middle("hana-a", 0x4E00, 0x9FA5), 0.38, 0.003) << "its BASE table is off by 0.027";
  EXPECT_NEAR(middle("hana-b", 0x2A700, 0x2CEA1), 0.38, 0.003);
}

TEST(FontSetTest, ATableThatAgreesWithTheInkIsBelieved) {
  auto fonts = *FontSet::create(test::test_fonts());
  EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), "sans")).rise(), 0);
  EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), "sans-black")).rise(), 0);
}

TEST(FontSetTest, TheCataloguesWordOnSizeAndHeightGoesBefore) {
  FontCatalog catalog = *test::test_fonts();
  const FaceId id = test::face_named(catalog, "mongolian");
  const auto advance = [&] {
    auto fonts = *FontSet::create(std::make_shared<const FontCatalog>(catalog));
    Face& face = fonts->face(id);
    EXPECT_EQ(face.scale(), catalog.faces[id].scale > 0 ? 32768 : 65536);
    EXPECT_EQ(face.rise(), catalog.faces[id].rise ? 13107 : 0);
    return hb_font_get_glyph_h_advance(face.font(), *face.glyph(U'ᠮ'));
  };
  const int whole = advance();
  catalog.faces[id].scale = 0.5;
  catalog.faces[id].rise = 0.2;
  EXPECT_NEAR(advance(), whole / 2, 1);
}

TEST(FontSetTest, BitmapFontsAreShapedOnWholePixels) {
  auto fonts = *FontSet::create(test::test_fonts());
  const auto advance = [&](const char* id, char32_t c, int px) {
    Face& face = fonts->face(test::face_named(fonts->catalog(), id));
    return hb_font_get_glyph_h_advance(face.font(), *face.glyph(c)) * px / 65536.0;
  };
  for (const char32_t c : std::u32string(U"警。“—…（　")) {
    EXPECT_EQ(advance("song-12", c, 12), 12) << static_cast<std::uint32_t>(c);
    EXPECT_NEAR(advance("song-14", c, 14), 14, 0.001) << static_cast<std::uint32_t>(c);
    EXPECT_EQ(advance("song-16", c, 16), 16) << static_cast<std::uint32_t>(c);
  }
  EXPECT_EQ(advance("song-12", U'8', 12), 6);
  EXPECT_EQ(advance("song-16", U'8', 16), 8);
  EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), "song-16")).postscript_name(),
            "WenQuanYiBitmapSong-16");
}

TEST(FontSetTest, TheExtentsOfBitmapsAreThoseOfTheirInk) {
  auto fonts = *FontSet::create(test::test_fonts());
  Face& face = fonts->face(test::face_named(fonts->catalog(), "song-16"));
  hb_glyph_extents_t box{};
  ASSERT_TRUE(hb_font_get_glyph_extents(face.font(), *face.glyph(U'一'), &box));
  EXPECT_LT(-box.height, 4 * 4096) << "a horizontal stroke";
  EXPECT_GT(box.width, 12 * 4096);
  ASSERT_TRUE(hb_font_get_glyph_extents(face.font(), *face.glyph(U'　'), &box));
  EXPECT_EQ(box.width, 0);
}

TEST(FontSetTest, AFaceThatCannotBeOpenedHasNoGlyphs) {
  FontCatalog catalog = *test::test_fonts();
  catalog.faces[test::face_named(catalog, "hana-a")].path = "/nowhere/HanaMinA.ttf";
  auto fonts = *FontSet::create(std::make_shared<const FontCatalog>(catalog));
  const FaceId broken = test::face_named(catalog, "hana-a");
  EXPECT_FALSE(fonts->face(broken).has(U'中'));
  EXPECT_EQ(fonts->raster_face(broken), nullptr);
}

}  // namespace
}  // namespace xp::text
