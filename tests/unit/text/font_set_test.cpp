// SPDX-License-Identifier: MIT
#include "text/font_set.h"

#include <gtest/gtest.h>

#include "support/fonts.h"

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

TEST(FontSetTest, OnlyColourFacesAreScaled) {
  auto fonts = *FontSet::create(test::test_fonts());
  EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), "sans")).scale(), 65536);
  EXPECT_EQ(fonts->face(test::face_named(fonts->catalog(), "naskh")).scale(), 65536);
  EXPECT_NEAR(fonts->face(test::face_named(fonts->catalog(), "emoji")).scale(), 65536 / 1.245, 200);
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
