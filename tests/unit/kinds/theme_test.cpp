// SPDX-License-Identifier: MIT
#include "kinds/theme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "kinds/pattern.h"
#include "kinds/series.h"
#include "support/golden.h"
#include "support/theme.h"

namespace xp::kinds {
namespace {

using testing::HasSubstr;

text::FontCatalog catalog() {
  text::FontCatalog catalog;
  for (const char* role : {"headline", "title", "body", "figures", "led-16"})
    catalog.roles.push_back({role, {0}});
  return catalog;
}

struct Outcome {
  std::optional<Theme> theme;
  Diagnostics diagnostics;
};

Outcome read(const std::string& text) {
  Outcome outcome;
  const auto document = toml::parse("theme.toml", text, outcome.diagnostics);
  if (document) outcome.theme = read_theme(*document, catalog(), outcome.diagnostics);
  return outcome;
}

TEST(Theme, ReadsColoursTypeSpacingAndMotion) {
  const auto outcome = read(R"(name = "红"
[colors]
accent = "#fc0"
panel = "#ffffff20"
[type]
slogan = { role = "title", size = 18.5, line_height = 1.3 }
[spacing]
margin = 6
[motion]
fade = "300ms"
count_up = "0s"
ticker_speed = 10.5
)");
  ASSERT_TRUE(outcome.theme) << format_diagnostics(outcome.diagnostics);
  EXPECT_EQ(outcome.theme->name, "红");
  EXPECT_EQ(outcome.theme->colors.accent, (Color{0xff, 0xcc, 0x00}));
  EXPECT_EQ(outcome.theme->colors.panel.a, 0x20);
  EXPECT_EQ(outcome.theme->type.slogan.role, "title");
  EXPECT_EQ(outcome.theme->type.slogan.size, 18.5);
  EXPECT_EQ(outcome.theme->spacing.margin, 6);
  EXPECT_EQ(outcome.theme->motion.fade, milliseconds(300));
  EXPECT_EQ(outcome.theme->motion.count_up, Duration::zero());
  EXPECT_EQ(outcome.theme->motion.ticker_speed, 10.5);
}

TEST(Theme, KeepsTheDefaultsOfWhatIsNotSaid) {
  const auto outcome = read("name = \"x\"\n[type]\nslogan = { size = 18 }\n");
  ASSERT_TRUE(outcome.theme) << format_diagnostics(outcome.diagnostics);
  const Theme built_in;
  EXPECT_EQ(outcome.theme->type.slogan.role, "headline");
  EXPECT_EQ(outcome.theme->type.slogan.line_height, built_in.type.slogan.line_height);
  EXPECT_EQ(outcome.theme->type.title.role, "title");
  EXPECT_EQ(outcome.theme->colors.text, built_in.colors.text);
}

TEST(Theme, HashFollowsEveryPart) {
  const auto of = [](const std::string& more) { return read("name = \"x\"\n" + more).theme->hash; };
  const Hash base = of("");
  EXPECT_EQ(base, test::default_theme().hash);
  EXPECT_EQ(read("name = \"y\"\n").theme->hash, base);  // the name is not seen
  for (const char* change :
       {"[colors]\nemblem = \"#ffffff10\"\n", "[type]\nticker = { size = 6 }\n",
        "[type]\nbody = { role = \"title\" }\n", "[spacing]\ngap = 4\n", "[motion]\nfade = \"400ms\"\n",
        "[background]\nlight = \"top\"\n", "[background]\npattern = \"waves\"\n"})
    EXPECT_NE(of(change), base) << change;
}

TEST(Theme, RefusesAFontRoleThatTheCatalogueLacks) {
  const auto outcome = read("name = \"x\"\n[type]\ntitle = { role = \"titel\", size = 6 }\n");
  EXPECT_FALSE(outcome.theme);
  ASSERT_EQ(outcome.diagnostics.list().size(), 1u);
  const Diagnostic& d = outcome.diagnostics.list()[0];
  EXPECT_EQ(d.id, "unknown-role");
  EXPECT_EQ(d.at.line, 3);
  EXPECT_EQ(d.at.column, 18);
  EXPECT_THAT(d.message, HasSubstr("“titel”"));
  EXPECT_THAT(d.remedy, HasSubstr("“title”"));
  EXPECT_THAT(d.remedy, HasSubstr("led-16"));
}

TEST(Theme, RefusesWhatHurtsTheEye) {
  EXPECT_FALSE(read("name = \"x\"\n[motion]\nfade = \"2s\"\n").theme);
  EXPECT_FALSE(read("name = \"x\"\n[motion]\ncount_up = \"5s\"\n").theme);
  EXPECT_FALSE(read("name = \"x\"\n[type]\nbody = { size = 0 }\n").theme);
  EXPECT_FALSE(read("name = \"x\"\n[colors]\ntext = \"red\"\n").theme);
}

TEST(Theme, RefusesAPatternThatNobodyDraws) {
  const auto outcome = read("name = \"x\"\n[background]\npattern = \"wave\"\n");
  EXPECT_FALSE(outcome.theme);
  ASSERT_EQ(outcome.diagnostics.list().size(), 1u);
  EXPECT_THAT(outcome.diagnostics.list()[0].remedy, HasSubstr("“waves”"));
}

TEST(Theme, WantsAName) { EXPECT_FALSE(read("[spacing]\ngap = 4\n").theme); }

// --- the bundled themes
// -------------------------------------------------------

std::vector<std::string> bundled() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(test::source_path("slides/themes")))
    paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  return paths;
}

Theme theme_at(const std::string& path) {
  Diagnostics diagnostics;
  const auto theme = read_theme(real_files(), path, catalog(), diagnostics);
  EXPECT_TRUE(theme) << format_diagnostics(diagnostics);
  return theme.value_or(test::default_theme());
}

/// Every colour that text may stand on: where the background is bright, middling and deep, under the pattern
/// or not, in a panel or not.
std::vector<Color> grounds_of(const Theme& theme) {
  const Palette& colors = theme.colors;
  const int layers = find_pattern(theme.background.pattern)->layers;
  std::vector<Color> grounds;
  for (const Color stop : {colors.background_bright, colors.background, colors.background_deep}) {
    Color ground = stop;
    for (int layer = 0; layer <= layers; ++layer, ground = over(colors.emblem, ground))
      for (const Color each : {ground, over(colors.panel, ground)}) grounds.push_back(each);
  }
  return grounds;
}

TEST(BundledThemes, AreFourShortFiles) {
  EXPECT_EQ(bundled().size(), 4u);
  for (const std::string& path : bundled()) {
    const std::string text = test::read_file(path);
    EXPECT_LE(std::ranges::count(text, '\n'), 60) << path;
  }
}

TEST(BundledThemes, CanBeReadOnEveryGround) {
  for (const std::string& path : bundled()) {
    const Theme theme = theme_at(path);
    const Palette& colors = theme.colors;
    for (const Color ground : grounds_of(theme)) {
      SCOPED_TRACE(path + " on " + format_color(ground));
      EXPECT_GE(contrast_ratio(colors.text, ground), 7);
      EXPECT_GE(contrast_ratio(colors.secondary, ground), 4.5);
      EXPECT_GE(contrast_ratio(colors.accent, ground), 4.5);
      EXPECT_GE(contrast_ratio(colors.loss, ground), 4.5);
      EXPECT_GE(contrast_ratio(colors.gain, ground), 4.5);
      EXPECT_GE(contrast_ratio(colors.on_urgent, colors.urgent), 4.5);
      EXPECT_GE(contrast_ratio(colors.second, ground), 3);  // bars and sectors
    }
    EXPECT_GE(contrast_ratio(colors.on_accent, colors.accent), 4.5) << path;
  }
}

TEST(BundledThemes, AvoidPureWhiteOnPureBlack) {
  for (const std::string& path : bundled()) {
    const Theme theme = theme_at(path);
    for (const Color ground : grounds_of(theme))
      EXPECT_LT(contrast_ratio(theme.colors.text, ground), 20) << path;
  }
}

TEST(BundledThemes, CanBeReadOnLamps) {
  for (const std::string& path : bundled()) {
    const Theme theme = theme_at(path);
    const Palette lamps = on_lamps(theme).colors;
    EXPECT_EQ(lamps.background, (Color{0, 0, 0}));
    for (const Color ink :
         {lamps.text, lamps.secondary, lamps.accent, lamps.loss, lamps.gain, lamps.second, lamps.third})
      EXPECT_GE(contrast_ratio(ink, {0, 0, 0}), 4.5) << path << " " << format_color(ink);
    EXPECT_GE(contrast_ratio(lamps.text, {0, 0, 0}), 7) << path;
    EXPECT_GE(contrast_ratio(lamps.on_accent, lamps.accent), 4.5) << path;
    EXPECT_NE(on_lamps(theme).hash, theme.hash);
  }
}

TEST(BundledThemes, HaveColoursForTheSeriesOfAChart) {
  for (const std::string& path : bundled()) {
    for (const Theme& theme : {theme_at(path), on_lamps(theme_at(path))}) {
      const std::vector<Color> series = series_colors(theme.colors, 8);
      ASSERT_EQ(series.size(), 8u);
      for (std::size_t i = 0; i < series.size(); ++i) {
        SCOPED_TRACE(path + " " + format_color(series[i]));
        EXPECT_GE(contrast_ratio(series[i], theme.colors.background), 2.5);
        for (std::size_t j = 0; j < i; ++j)
          EXPECT_GE(difference(series[i], series[j]), 0.09) << format_color(series[j]);
      }
    }
  }
}

TEST(OnLamps, LeavesColoursThatShineAlone) {
  EXPECT_EQ(on_lamps(test::default_theme()).colors.text, test::default_theme().colors.text);
  EXPECT_EQ(on_lamps(test::default_theme()).colors.accent, test::default_theme().colors.accent);
}

TEST(Patterns, AreFoundByTheirNames) {
  for (const char* name : {"shield", "rays", "waves", "dots", "none"})
    EXPECT_TRUE(find_pattern(name)) << name;
  EXPECT_FALSE(find_pattern("stars"));
  EXPECT_EQ(pattern_name(patterns().size()), "");
}

TEST(DeepBlue, IsTheBuiltInTheme) {
  Diagnostics diagnostics;
  const auto theme =
      read_theme(real_files(), test::source_path("slides/themes/deep-blue.toml"), catalog(), diagnostics);
  ASSERT_TRUE(theme) << format_diagnostics(diagnostics);
  EXPECT_EQ(theme->hash, test::default_theme().hash);
}

TEST(DeepBlue, WritesEveryKey) {
  const std::string text = test::read_file(test::source_path("slides/themes/deep-blue.toml"));
  for (const toml::KeyDescription& table : describe_theme())
    for (const toml::KeyDescription& key : table.items)
      EXPECT_THAT(text, HasSubstr("\n" + key.key + " = ")) << table.key;
}

}  // namespace
}  // namespace xp::kinds
