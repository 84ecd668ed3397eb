// SPDX-License-Identifier: MIT
#include "show/load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/i18n.h"
#include "show/frame.h"
#include "support/golden.h"
#include "support/theme.h"

namespace xp::show {
namespace {

using testing::HasSubstr;

constexpr const char* kSlide = "[[slide]]\nid = \"a\"\nkind = \"slogan\"\ntext = \"高息是陷阱\"\n";

class LoadTest : public testing::Test {
 protected:
  void SetUp() override {
    request_.data.roots = {test::source_path(".")};
    request_.playlist.value = folder_;
  }

  std::optional<ShowPtr> load(const std::string& playlist) {
    write("playlist.toml", playlist);
    return load_show(real_files(), request_, diagnostics_);
  }

  void write(const std::string& name, const std::string& content) {
    std::ofstream(join_path(folder_, name)) << content;
  }

  const Diagnostic& only() {
    EXPECT_EQ(diagnostics_.list().size(), 1u) << format_diagnostics(diagnostics_);
    static const Diagnostic none;
    return diagnostics_.empty() ? none : diagnostics_.list().front();
  }

  std::string folder_ = test::scratch_directory();
  LoadRequest request_;
  Diagnostics diagnostics_;
};

TEST_F(LoadTest, MakesAShowOfFiles) {
  const auto show = load(std::string(kSlide) + "[[ticker]]\ntext = \"求助请拨打110\"\n");
  ASSERT_TRUE(show) << format_diagnostics(diagnostics_);
  EXPECT_EQ((*show)->screen.name, "plaza-1080p");
  EXPECT_EQ((*show)->theme.hash, test::default_theme().hash);
  EXPECT_EQ((*show)->playlist.slides.size(), 1u);
  EXPECT_EQ((*show)->zones.size(), 2u);
  const auto& files = (*show)->files;
  EXPECT_NE(std::ranges::find(files, join_path(folder_, "playlist.toml")), files.end());
  EXPECT_EQ(files.size(), 3u);
}

TEST_F(LoadTest, ASlideWaitsForItsDataAndChangesWithThem) {
  const std::string playlist = std::string(kSlide) +
                               "[[slide]]\nid = \"types\"\nkind = \"statistics\"\nheading = \"一句话\"\n"
                               "chart = \"bars\"\ndata = \"types.csv\"\n";
  const auto without = load(playlist);
  ASSERT_TRUE(without) << format_diagnostics(diagnostics_);
  EXPECT_EQ((*without)->unusable.count("types"), 1u);
  write("types.csv", "label,value\n甲,1\n");
  const auto first = load(playlist);
  write("types.csv", "label,value\n甲,2\n");
  const auto second = load(playlist);
  ASSERT_TRUE(first && second) << format_diagnostics(diagnostics_);
  EXPECT_TRUE((*second)->unusable.empty());
  EXPECT_NE((*first)->hash, (*second)->hash);
}

TEST_F(LoadTest, GivesTheTextsTheirWords) {
  const auto bundled = load(kSlide);
  ASSERT_TRUE(bundled) << format_diagnostics(diagnostics_);
  ASSERT_TRUE((*bundled)->around.lexicon);
  EXPECT_TRUE((*bundled)->around.lexicon->longest_at(U"钱袋子"));
  EXPECT_FALSE((*bundled)->around.lexicon->longest_at(U"甘州农商"));
  const auto own = load(std::string("[lexicon]\nwords = [\"甘州农商\"]\n") + kSlide);
  ASSERT_TRUE(own) << format_diagnostics(diagnostics_);
  EXPECT_TRUE((*own)->around.lexicon->longest_at(U"甘州农商"));
  EXPECT_TRUE((*own)->around.lexicon->longest_at(U"钱袋子"));
  EXPECT_NE((*own)->layout_hash, (*bundled)->layout_hash) << "what is laid out is laid out anew";
  EXPECT_NE((*own)->hash, (*bundled)->hash);
}

TEST_F(LoadTest, ReportsAnUnknownScreenWithTheLikelyOne) {
  request_.screen.value = "plaza-1080";
  EXPECT_FALSE(load(kSlide));
  EXPECT_EQ(only().id, "unknown-screen");
  EXPECT_THAT(only().remedy, HasSubstr("“plaza-1080p”"));
  EXPECT_THAT(only().remedy, HasSubstr("led-256x32"));
}

TEST_F(LoadTest, WithoutAPlaylistThereIsNoShow) {
  request_.playlist = {};
  EXPECT_FALSE(load_show(real_files(), request_, diagnostics_));
  EXPECT_EQ(only().id, "no-playlist");
}

TEST_F(LoadTest, ReportsAnUnknownThemeWhereItIsNamed) {
  EXPECT_FALSE(load(std::string("[campaign]\ntheme = \"deep-bleu\"\n") + kSlide));
  EXPECT_EQ(only().id, "unknown-theme");
  EXPECT_EQ(only().at.line, 2);
  EXPECT_THAT(only().remedy, HasSubstr("“deep-blue”"));
}

TEST_F(LoadTest, FindsAThemeBesideThePlaylist) {
  write("own.toml", "name = \"own\"\n[spacing]\nmargin = 7\n");
  const auto show = load(std::string("[campaign]\ntheme = \"own.toml\"\n") + kSlide);
  ASSERT_TRUE(show) << format_diagnostics(diagnostics_);
  EXPECT_EQ((*show)->theme.spacing.margin, 7);
}

TEST_F(LoadTest, GivesASlideAThemeOfItsOwn) {
  write("own.toml", "name = \"own\"\n[spacing]\nmargin = 7\n");
  const auto show = load(std::string(kSlide) + "theme = \"own.toml\"\n");
  ASSERT_TRUE(show) << format_diagnostics(diagnostics_);
  EXPECT_EQ((*show)->theme.spacing.margin, test::default_theme().spacing.margin);
  EXPECT_EQ((*show)->theme_of((*show)->playlist.slides[0]).spacing.margin, 7);
  const auto& files = (*show)->files;
  EXPECT_NE(std::ranges::find(files, join_path(folder_, "own.toml")), files.end()) << "it is watched";
}

TEST_F(LoadTest, ReportsAnUnknownThemeOfASlide) {
  EXPECT_FALSE(load(std::string(kSlide) + "theme = \"waning-red\"\n"));
  EXPECT_EQ(only().id, "unknown-theme");
  EXPECT_GT(only().at.line, 1);
  EXPECT_THAT(only().remedy, HasSubstr("“warning-red”"));
}

TEST_F(LoadTest, TakesAScreenByPath) {
  write("s.toml", "[screen]\nname = \"s\"\nsize = [640, 360]\n[[zone]]\nrect = [0, 0, 640, 360]\n");
  request_.screen.value = join_path(folder_, "s.toml");
  const auto show = load(kSlide);
  ASSERT_TRUE(show) << format_diagnostics(diagnostics_);
  EXPECT_EQ((*show)->screen.size, (Size{640, 360}));
}

TEST_F(LoadTest, ATickerWithoutLinesGivesItsPlaceToTheSlides) {
  request_.screen.value = "bank-hall-1080p";
  const auto empty = load(kSlide);
  ASSERT_TRUE(empty) << format_diagnostics(diagnostics_);
  ASSERT_EQ((*empty)->zones.size(), 2u);
  EXPECT_EQ((*empty)->zones[0].zone.rect, (Rect{0, 0, 1920, 1080}));
  const auto filled = load(std::string(kSlide) + "[[ticker]]\ntext = \"求助请拨打110\"\nurgent = true\n");
  ASSERT_TRUE(filled) << format_diagnostics(diagnostics_);
  ASSERT_EQ((*filled)->zones.size(), 3u);
  EXPECT_EQ((*filled)->zones[0].zone.rect, (Rect{0, 0, 1920, 966}));
}

TEST_F(LoadTest, ReportsTheMistakesOfAllFilesAtOnce) {
  write("s.toml", "[screen]\nname = \"s\"\nsize = [640, 360]\n[[zone]]\nrect = [0, 0, 640, 400]\n");
  request_.screen.value = join_path(folder_, "s.toml");
  EXPECT_FALSE(load(std::string(kSlide) + "weight = 20\n"));
  std::vector<std::string> ids;
  for (const Diagnostic& d : diagnostics_.list()) ids.push_back(d.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"out-of-range", "zone-outside"}));
}

TEST_F(LoadTest, ChecksSlidesAgainstTheScreen) {
  EXPECT_FALSE(load(std::string(kSlide) + "zone = \"ticker\"\n"));
  EXPECT_EQ(only().id, "unknown-zone");
}

TEST_F(LoadTest, ReportsALogoThatIsMissing) {
  EXPECT_FALSE(load(std::string("[campaign]\nlogo = \"gone.png\"\n") + kSlide));
  EXPECT_EQ(only().id, "unreadable-picture");
  EXPECT_EQ(only().at.line, 2);
}

TEST_F(LoadTest, NamesThePackageWhereNoFontIsInstalled) {
  request_.font_folders = {"/nonexistent"};
  EXPECT_FALSE(load(kSlide));
  EXPECT_EQ(only().id, "no-font");
  EXPECT_THAT(only().remedy, HasSubstr("fonts-noto-cjk"));
}

TEST_F(LoadTest, FindsWhatThePlayerFileNamesBesideIt) {
  std::filesystem::create_directories(join_path(folder_, "city"));
  write("city/playlist.toml", kSlide);
  const auto file = std::make_shared<SourceFile>(SourceFile{join_path(folder_, "xuanping.toml"), ""});
  EXPECT_EQ(resolve_playlist(real_files(), {}, {"city", {file, 1, 1, 1}}),
            join_path(folder_, "city/playlist.toml"));
}

TEST_F(LoadTest, FindsBundledCampaignsOnTheDataPath) {
  MemoryFiles files;
  files.files["/data/slides/city/playlist.toml"] = kSlide;
  EXPECT_EQ(resolve_playlist(files, DataPath{{"/data"}}, {"slides/city", {}}),
            "/data/slides/city/playlist.toml");
  EXPECT_EQ(resolve_playlist(files, DataPath{{"/data"}}, {"slides/gone", {}}), "slides/gone");
}

TEST_F(LoadTest, ReportsAPlaylistThatIsMissing) {
  request_.playlist.value = join_path(folder_, "gone/playlist.toml");
  EXPECT_FALSE(load_show(real_files(), request_, diagnostics_));
  EXPECT_THAT(only().at.file ? only().at.file->name + only().message : only().message,
              HasSubstr("gone/playlist.toml"));
}

// ---- whole messages ----

class LoadDiagnostics : public LoadTest, public testing::WithParamInterface<const char*> {
 protected:
  void TearDown() override { set_language(Language::english); }

  /// Without the folders of this machine.
  std::string message() {
    std::string text = format_diagnostics(diagnostics_);
    for (const auto& [path, name] : {std::pair{folder_, "city"}, std::pair{test::source_path("."), "data"}})
      for (std::size_t at; (at = text.find(path)) != std::string::npos;) text.replace(at, path.size(), name);
    return text;
  }

  void expect_golden(const std::string& name) {
    const std::string language = GetParam();
    test::expect_golden("diagnostics/show/" + name + "." + language + ".txt", message());
  }

  void SetUp() override {
    LoadTest::SetUp();
    if (std::string_view(GetParam()) == "zh") set_language(Language::chinese);
  }
};

TEST_P(LoadDiagnostics, UnknownTheme) {
  load(std::string("[campaign]\ntheme = \"deep-bleu\"\n") + kSlide);
  expect_golden("unknown-theme");
}

TEST_P(LoadDiagnostics, UnknownScreen) {
  request_.screen.value = "plaza";
  load(kSlide);
  expect_golden("unknown-screen");
}

TEST_P(LoadDiagnostics, UnknownRole) {
  write("own.toml", "name = \"own\"\n[type]\ntitle = { role = \"headlien\", size = 6 }\n");
  load(std::string("[campaign]\ntheme = \"own.toml\"\n") + kSlide);
  expect_golden("unknown-role");
}

TEST_P(LoadDiagnostics, NoFont) {
  request_.font_folders = {"/nonexistent"};
  load(kSlide);
  expect_golden("no-font");
}

TEST_P(LoadDiagnostics, MissingLogo) {
  load(std::string("[campaign]\nlogo = \"gone.png\"\n") + kSlide);
  expect_golden("missing-logo");
}

INSTANTIATE_TEST_SUITE_P(Languages, LoadDiagnostics, testing::Values("en", "zh"),
                         [](const auto& test) { return std::string(test.param); });

}  // namespace
}  // namespace xp::show
