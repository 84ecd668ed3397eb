// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kinds/font_catalog_reader.h"
#include "support/golden.h"

namespace xp::kinds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kCatalog = R"(fallback = ["rare", "emoji"]
[[role]]
name = "headline"
chain = ["black", "bold"]
[[role]]
name = "body"
chain = ["regular", "rare"]
[[face]]
id = "black"
files = ["noto/Black.ttc"]
index = 2
package = "fonts-extra"
optional = true
[[face]]
id = "bold"
files = ["mine.ttc", "noto/Bold.ttc"]
index = 2
package = "fonts-cjk"
[[face]]
id = "regular"
files = ["noto/Regular.ttc"]
index = 2
package = "fonts-cjk"
[[face]]
id = "rare"
files = ["hana.ttf"]
package = "fonts-hana"
optional = true
[[face]]
id = "emoji"
files = ["emoji.ttf"]
package = "fonts-emoji"
optional = true
rendering = "color"
)";

class FontCatalogTest : public testing::Test {
 protected:
  void install(const std::string& path) { files_.files[path] = "font"; }

  std::optional<text::FontCatalog> read(const std::string& text = kCatalog) {
    const auto document = toml::parse("data/fonts/catalog.toml", text, diagnostics_);
    return document ? read_font_catalog(*document, files_, {"/usr/share/fonts", "/opt/fonts"}, diagnostics_)
                    : std::nullopt;
  }

  std::vector<std::string> chain(const text::FontCatalog& catalog, std::string_view role) {
    std::vector<std::string> ids;
    for (const text::FaceId face : catalog.role(role)->chain) ids.push_back(catalog.faces[face].id);
    return ids;
  }

  MemoryFiles files_;
  Diagnostics diagnostics_;
};

TEST_F(FontCatalogTest, FindsFacesAndGoesOnWithTheFallbacks) {
  for (const char* name : {"noto/Black.ttc", "noto/Bold.ttc", "noto/Regular.ttc", "hana.ttf", "emoji.ttf"})
    install(std::string("/usr/share/fonts/") + name);
  const auto catalog = read();
  ASSERT_TRUE(catalog) << format_diagnostics(diagnostics_);
  EXPECT_THAT(chain(*catalog, "headline"), ElementsAre("black", "bold", "rare", "emoji"));
  EXPECT_THAT(chain(*catalog, "body"), ElementsAre("regular", "rare", "emoji"));
  EXPECT_EQ(catalog->faces[0].path, "/usr/share/fonts/noto/Black.ttc");
  EXPECT_EQ(catalog->faces[0].index, 2);
  EXPECT_EQ(catalog->faces[4].rendering, text::Rendering::color);
}

TEST_F(FontCatalogTest, LeavesOutFacesThatAreNotInstalled) {
  install("/usr/share/fonts/noto/Bold.ttc");
  install("/usr/share/fonts/noto/Regular.ttc");
  const auto catalog = read();
  ASSERT_TRUE(catalog) << format_diagnostics(diagnostics_);
  EXPECT_TRUE(diagnostics_.empty());
  EXPECT_THAT(chain(*catalog, "headline"), ElementsAre("bold"));
  EXPECT_EQ(catalog->faces[0].path, "");
}

TEST_F(FontCatalogTest, PrefersFilesBesideTheCatalogue) {
  install("data/fonts/mine.ttc");
  install("/usr/share/fonts/noto/Bold.ttc");
  install("/opt/fonts/noto/Regular.ttc");
  const auto catalog = read();
  ASSERT_TRUE(catalog) << format_diagnostics(diagnostics_);
  EXPECT_EQ(catalog->faces[1].path, "data/fonts/mine.ttc");
  EXPECT_EQ(catalog->faces[2].path, "/opt/fonts/noto/Regular.ttc");
}

TEST_F(FontCatalogTest, NamesThePackageOfAMissingFont) {
  install("/usr/share/fonts/hana.ttf");
  EXPECT_FALSE(read());
  ASSERT_EQ(diagnostics_.list().size(), 1u);  // one package, one message
  const Diagnostic& d = diagnostics_.list()[0];
  EXPECT_EQ(d.id, "no-font");
  EXPECT_THAT(d.remedy, HasSubstr("apt install fonts-cjk"));
  EXPECT_THAT(d.message, HasSubstr("headline"));
}

TEST_F(FontCatalogTest, RefusesUnknownAndDoubledFaces) {
  install("/usr/share/fonts/noto/Bold.ttc");
  EXPECT_FALSE(
      read("[[role]]\nname = \"a\"\nchain = [\"bould\", \"bold\"]\n[[face]]\nid = \"bold\"\nfiles = "
           "[\"noto/Bold.ttc\"]\n"));
  ASSERT_EQ(diagnostics_.list().size(), 1u);
  EXPECT_EQ(diagnostics_.list()[0].id, "unknown-face");
  EXPECT_THAT(diagnostics_.list()[0].remedy, HasSubstr("“bold”"));
  const std::string face = "[[face]]\nid = \"bold\"\nfiles = [\"noto/Bold.ttc\"]\n";
  EXPECT_FALSE(read("[[role]]\nname = \"a\"\nchain = [\"bold\"]\n" + face + face));
  EXPECT_EQ(diagnostics_.list().back().id, "duplicate-id");
}

TEST_F(FontCatalogTest, HashFollowsWhatIsInstalled) {
  install("/usr/share/fonts/noto/Bold.ttc");
  install("/usr/share/fonts/noto/Regular.ttc");
  const Hash before = read()->hash;
  EXPECT_EQ(read()->hash, before);
  install("/usr/share/fonts/noto/Black.ttc");
  EXPECT_NE(read()->hash, before);
}

TEST(BundledFontCatalog, HasTheRolesOfTheDeepBlueThemeAndOfStrips) {
  Diagnostics diagnostics;
  const auto catalog = read_font_catalog(real_files(), test::source_path("fonts/catalog.toml"),
                                         {"/usr/share/fonts"}, diagnostics);
  ASSERT_TRUE(catalog) << format_diagnostics(diagnostics);
  for (const char* name : {"headline", "title", "body", "figures", "led", "led-16"}) {
    const text::RoleSpec* role = catalog->role(name);
    ASSERT_TRUE(role) << name;
    EXPECT_FALSE(role->chain.empty());
  }
}

}  // namespace
}  // namespace xp::kinds
