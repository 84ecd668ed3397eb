// SPDX-License-Identifier: MIT
#include "playlist/playlist.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "playlist/references.h"
#include "sample.h"

namespace xp::playlist {
namespace {

using test::read_playlist;
using test::slogan;

std::string text_of(std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) text += "诈";
  return text;
}

Duration duration_of(const std::string& text) {
  const auto read = read_playlist("[[slide]]\nid = \"a\"\nkind = \"slogan\"\ntext = \"" + text + "\"\n");
  return read.value ? read.value->slides[0].duration : Duration{};
}

TEST(Playlist, ReadsTheCampaign) {
  const auto read = read_playlist(R"([campaign]
title = "与民同心·为您守护"
theme = "night"
language = "zh-Hant"
utc_offset = "+06:00"
sync = "start"
source = "某局"
as_of = 2022-05-13
logo = "logo.png"
)" + slogan("a"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  const Campaign& campaign = read.value->campaign;
  EXPECT_EQ(campaign.title, "与民同心·为您守护");
  EXPECT_EQ(campaign.theme.value, "night");
  EXPECT_EQ(campaign.theme.at.line, 3);
  EXPECT_EQ(campaign.language, "zh-Hant");
  EXPECT_EQ(campaign.utc_offset.seconds, 6 * 3600);
  EXPECT_EQ(campaign.sync, Sync::start);
  EXPECT_EQ(campaign.source, "某局");
  EXPECT_EQ(campaign.as_of, parse_date("2022-05-13"));
  EXPECT_EQ(campaign.logo.value, "logo.png");
}

TEST(Playlist, ReadsTheLimitsOfCheck) {
  const auto read = read_playlist("[check]\nlegible = 300\nquiet_hours = [\"22:00-06:00\"]\n" + slogan("a"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->check.legible, 300);
  EXPECT_EQ(read.value->check.comfortable, std::nullopt);
  EXPECT_EQ(read.value->check.quiet_hours.at(0).value, "22:00-06:00");
}

TEST(Playlist, ReadsAnAdminsWords) {
  const auto read = read_playlist("[lexicon]\nwords = [\"张掖市公安局\", \"甘州/农商银行\"]\n" + slogan("a"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  ASSERT_EQ(read.value->words.size(), 2u);
  EXPECT_EQ(read.value->words[1].word, U"甘州农商银行");
  EXPECT_EQ(read.value->words[1].cuts, 1u << 2);
  EXPECT_NE(read.value->hash, read_playlist(slogan("a")).value->hash);
}

TEST(Playlist, PointsAtAWordThatIsNone) {
  const auto read = read_playlist("[lexicon]\nwords = [\"张掖市公安局\", \"甘州 农商银行\"]\n" + slogan("a"));
  EXPECT_FALSE(read.value);
  ASSERT_EQ(read.diagnostics.list().size(), 1u);
  EXPECT_EQ(read.diagnostics.list()[0].id, "bad-lexicon-entry");
  EXPECT_EQ(read.diagnostics.list()[0].at.line, 2);
  EXPECT_EQ(read.diagnostics.list()[0].at.column, 20);
}

TEST(Playlist, HasDefaultsForEverythingOfTheCampaign) {
  const auto read = read_playlist(slogan("a"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->campaign.theme.value, "deep-blue");
  EXPECT_EQ(read.value->campaign.utc_offset.seconds, 8 * 3600);
  EXPECT_EQ(read.value->campaign.sync, Sync::wall_clock);
  EXPECT_FALSE(read.value->campaign.as_of);
}

TEST(Playlist, ReadsASlidesCommonKeys) {
  const auto read = read_playlist(
      slogan("a-1", "zone = \"side\"\nduration = \"1.5s\"\nweight = 3\nenabled = false") + slogan("b"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  const Slide& slide = read.value->slides[0];
  EXPECT_EQ(slide.id, "a-1");
  EXPECT_EQ(slide.kind->name, "slogan");
  EXPECT_EQ(slide.zone.value, "side");
  EXPECT_EQ(slide.duration, milliseconds(1500));
  EXPECT_EQ(slide.weight, 3);
  EXPECT_FALSE(slide.enabled);
  EXPECT_EQ(slide.at.line, 1);
  EXPECT_EQ(read.value->slides[1].zone.value, "main");
  EXPECT_EQ(read.value->slides[1].weight, 1);
}

TEST(Playlist, KeepsTheOrderOfTheFile) {
  const auto read = read_playlist(slogan("c") + slogan("a") + slogan("b"));
  ASSERT_TRUE(read.value);
  EXPECT_EQ(read.value->slides[0].id, "c");
  EXPECT_EQ(read.value->slides[1].id, "a");
  EXPECT_EQ(read.value->slides[2].id, "b");
}

TEST(Playlist, ReadsTickerLines) {
  const auto read = read_playlist("[[ticker]]\ntext = \"一\"\n[[ticker]]\ntext = \"二\"\nenabled = false\n");
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  ASSERT_EQ(read.value->ticker.size(), 2u);
  EXPECT_EQ(read.value->ticker[0].text, "一");
  EXPECT_FALSE(read.value->ticker[1].enabled);
  EXPECT_EQ(read.value->ticker[1].at.line, 3);
}

TEST(Playlist, GivesALongTextMoreTime) {
  EXPECT_EQ(duration_of(text_of(4)), seconds(5));
  EXPECT_EQ(duration_of(text_of(12)), seconds(5));
  EXPECT_EQ(duration_of(text_of(15)), seconds(5));
  EXPECT_EQ(duration_of(text_of(16)), seconds(6));
  EXPECT_EQ(duration_of(text_of(40)), seconds(12));
}

TEST(Playlist, LeavesMarkupOutOfTheReadingTime) {
  EXPECT_EQ(duration_of("**" + text_of(15) + "**"), duration_of(text_of(15)));
}

TEST(Playlist, SlideHashesFollowContentAndDuration) {
  const auto of = [](const std::string& toml) { return read_playlist(toml).value->slides[0].hash; };
  EXPECT_EQ(of(slogan("a")), of(slogan("b")));
  EXPECT_EQ(of(slogan("a")), of(slogan("a", "weight = 2")));
  EXPECT_NE(of(slogan("a")), of(slogan("a", "support = \"别急\"")));
  EXPECT_NE(of(slogan("a")), of(slogan("a", "duration = \"9s\"")));
}

TEST(Playlist, HashFollowsEverythingThatCanBeSeen) {
  const auto of = [](const std::string& toml) { return read_playlist(toml).value->hash; };
  const Hash base = of(slogan("a"));
  EXPECT_EQ(of("# a comment\n" + slogan("a")), base);
  EXPECT_NE(of("[campaign]\ntitle = \"新\"\n" + slogan("a")), base);
  EXPECT_NE(of(slogan("b")), base);
  EXPECT_NE(of(slogan("a", "weight = 2")), base);
  EXPECT_NE(of(slogan("a", "min_per_hour = 2")), base);
  EXPECT_NE(of(slogan("a") + "[[ticker]]\ntext = \"一\"\n"), base);
}

TEST(Playlist, WithAMistakeIsNothing) {
  EXPECT_FALSE(read_playlist(slogan("a") + slogan("b", "wieght = 2")).value);
}

TEST(Playlist, CollectsMistakesOfAllSlides) {
  const auto read =
      read_playlist(slogan("a", "wieght = 2") + slogan("b", "duration = \"soon\"") + slogan("a"));
  EXPECT_EQ(read.ids(), "unknown-key bad-duration duplicate-id duplicate-id");
}

TEST(Playlist, PointsAtBothSlidesWithOneId) {
  const auto read = read_playlist(slogan("a") + slogan("a"));
  ASSERT_EQ(read.diagnostics.list().size(), 2u);
  EXPECT_EQ(read.diagnostics.list()[0].at.line, 7);
  EXPECT_EQ(read.diagnostics.list()[0].severity, Severity::error);
  EXPECT_EQ(read.diagnostics.list()[1].at.line, 2);
  EXPECT_EQ(read.diagnostics.list()[1].severity, Severity::info);
}

TEST(Playlist, ComparesIdsOfBrokenSlidesToo) {
  const auto read = read_playlist(slogan("a") + "[[slide]]\nid = \"a\"\nkind = \"slogn\"\n");
  EXPECT_EQ(read.ids(), "unknown-kind duplicate-id duplicate-id");
}

TEST(Playlist, SaysNothingOfTheKeysOfAnUnknownKind) {
  const auto read =
      read_playlist("[[slide]]\nid = \"a\"\nkind = \"slogna\"\ntext = \"高息\"\nanything = 3\n");
  EXPECT_EQ(read.ids(), "unknown-kind");
  EXPECT_THAT(read.diagnostics.list()[0].remedy, testing::HasSubstr("“slogan”"));
}

TEST(Playlist, WantsAnIdAndAKind) {
  EXPECT_EQ(read_playlist("[[slide]]\ntext = \"高息\"\n").ids(), "missing-key missing-key");
}

TEST(Playlist, GuessesMisspeltTables) {
  const auto read = read_playlist("[[slides]]\nid = \"a\"\n");
  EXPECT_EQ(read.ids(), "unknown-key");
  EXPECT_THAT(read.diagnostics.list()[0].remedy, testing::HasSubstr("“slide”"));
}

TEST(Playlist, SlidesAreAListOfTables) {
  EXPECT_EQ(read_playlist("[slide]\nid = \"a\"\n").ids(), "wrong-type");
  EXPECT_EQ(read_playlist("slide = 3\n").ids(), "wrong-type");
}

TEST(Playlist, WithoutAnythingToShowIsRefused) {
  EXPECT_EQ(read_playlist("[campaign]\ntitle = \"空\"\n").ids(), "empty-playlist");
  EXPECT_EQ(read_playlist(slogan("a", "enabled = false")).ids(), "empty-playlist");
  EXPECT_EQ(read_playlist("[[ticker]]\ntext = \"一\"\nenabled = false\n").ids(), "empty-playlist");
}

TEST(Playlist, KeepsDurationAndWeightWithinLimits) {
  for (const char* bad :
       {"duration = \"0s\"", "duration = \"999ms\"", "duration = \"61m\"", "duration = \"3601s\"",
        "weight = 0", "weight = 11", "weight = -1", "min_per_hour = 0", "min_per_hour = 61"})
    EXPECT_EQ(read_playlist(slogan("a", bad)).ids(), "out-of-range") << bad;
  for (const char* good : {"duration = \"1s\"", "duration = \"1h\"", "weight = 1", "weight = 10",
                           "min_per_hour = 1", "min_per_hour = 60"})
    EXPECT_EQ(read_playlist(slogan("a", good)).ids(), "") << good;
}

TEST(Playlist, RefusesMoreSlidesThanItMayHave) {
  toml::Document document;
  Diagnostics diagnostics;
  document.file = std::make_shared<SourceFile>(SourceFile{"playlist.toml", ""});
  toml::Array slides(kMaxSlides + 1, toml::Value{toml::Table{}, {1, 1, 1}});
  document.root.entries.push_back({"slide", {1, 1, 1}, {std::move(slides), {1, 1, 1}}});
  EXPECT_FALSE(playlist::read_playlist(document, MemoryFiles(), diagnostics));
  ASSERT_EQ(diagnostics.list().size(), 1u);
  EXPECT_EQ(diagnostics.list()[0].id, "too-many-slides");
}

TEST(PlaylistFile, IsTheArgumentOrInItsFolder) {
  MemoryFiles files;
  files.files["city/playlist.toml"] = slogan("a");
  EXPECT_EQ(playlist_file(files, "city"), "city/playlist.toml");
  EXPECT_EQ(playlist_file(files, "city/playlist.toml"), "city/playlist.toml");
  Diagnostics diagnostics;
  const auto playlist = playlist::read_playlist(files, "city", diagnostics);
  ASSERT_TRUE(playlist) << format_diagnostics(diagnostics);
  EXPECT_EQ(playlist->path, "city/playlist.toml");
}

// ---- against a screen ----

constexpr const char* kTwoZones = R"([screen]
name = "hall"
size = [100, 100]
[[zone]]
name = "main"
rect = [0, 0, 100, 90]
[[zone]]
name = "band"
rect = [0, 90, 100, 10]
plays = "ticker"
)";

Diagnostics checked(const std::string& playlist, const std::string& screen) {
  Diagnostics diagnostics;
  check_against(*read_playlist(playlist).value, *test::read_screen(screen).value, diagnostics);
  return diagnostics;
}

TEST(CheckAgainst, AcceptsZonesThatPlaySlides) { EXPECT_TRUE(checked(slogan("a"), kTwoZones).empty()); }

TEST(CheckAgainst, ReportsAZoneTheScreenLacks) {
  const Diagnostics diagnostics = checked(slogan("a", "zone = \"mian\""), kTwoZones);
  ASSERT_EQ(diagnostics.list().size(), 1u);
  EXPECT_EQ(diagnostics.list()[0].id, "unknown-zone");
  EXPECT_EQ(diagnostics.list()[0].at.line, 5);
  EXPECT_THAT(diagnostics.list()[0].remedy, testing::HasSubstr("“main”"));
}

TEST(CheckAgainst, ReportsAZoneThatPlaysSomethingElse) {
  EXPECT_EQ(checked(slogan("a", "zone = \"band\""), kTwoZones).list()[0].id, "unknown-zone");
}

TEST(CheckAgainst, LeavesDisabledSlidesAlone) {
  EXPECT_TRUE(checked(slogan("a") + slogan("b", "zone = \"gone\"\nenabled = false"), kTwoZones).empty());
}

TEST(CheckAgainst, AsksNoZoneOfAStrip) {
  const char* strip =
      "[screen]\nname = \"led\"\nsize = [256, 32]\n[[zone]]\nname = \"line\"\nrect = [0, 0, 256, 32]\nplays "
      "= \"marquee\"\n";
  EXPECT_TRUE(checked(slogan("a"), strip).empty());
}

}  // namespace
}  // namespace xp::playlist
