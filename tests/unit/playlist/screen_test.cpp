// SPDX-License-Identifier: MIT
#include "playlist/screen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace xp::playlist {
namespace {

using test::read_screen;

std::string screen(const std::string& more, const std::string& zones = "[[zone]]\nrect = [0, 0, 100, 50]\n") {
  return "[screen]\nname = \"s\"\nsize = [100, 50]\n" + more + "\n" + zones;
}

std::string zone(const std::string& rect, const std::string& more = {}) {
  return "[[zone]]\nrect = " + rect + "\n" + more + "\n";
}

TEST(Screen, ReadsEveryKey) {
  const auto read = read_screen(screen(R"(refresh = 50
region = [64, 32]
rotation = 90
presenter = "cpu"
pitch_mm = 2.5
distance_m = [3, 12.5]
panel = "red-green")"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->name, "s");
  EXPECT_EQ(read.value->size, (Size{100, 50}));
  EXPECT_EQ(read.value->refresh, 50);
  EXPECT_EQ(read.value->region, (Point{64, 32}));
  EXPECT_EQ(read.value->rotation, Rotation::right);
  EXPECT_EQ(read.value->presenter, "cpu");
  EXPECT_EQ(read.value->pitch_mm, 2.5);
  EXPECT_EQ(read.value->distance_m, (std::array<double, 2>{3, 12.5}));
  EXPECT_EQ(read.value->panel, Panel::red_green);
}

TEST(Screen, HasDefaults) {
  const auto read = read_screen(screen(""));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->refresh, 60);
  EXPECT_EQ(read.value->region, (Point{0, 0}));
  EXPECT_EQ(read.value->rotation, Rotation::none);
  EXPECT_EQ(read.value->presenter, "auto");
  EXPECT_EQ(read.value->panel, Panel::full);
  EXPECT_EQ(read.value->zones[0].name, "main");
  EXPECT_EQ(read.value->zones[0].plays, "slides");
}

TEST(Screen, SaysHowBrightItIs) {
  const auto read =
      read_screen(screen(R"(brightness = [{at = "22:00", percent = 20}, {at = "08:00", percent = 100}])"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->brightness, (std::vector<BrightnessPoint>{{8 * 60, 100}, {22 * 60, 20}}));
  EXPECT_NE(read.value->hash, read_screen(screen("")).value->hash);
}

TEST(Screen, RefusesBrightnessThatWouldBeSeenToMove) {
  const auto ids = [](const std::string& points) {
    return read_screen(screen("brightness = [" + points + "]")).ids();
  };
  EXPECT_EQ(ids(R"({at = "8", percent = 20})"), "bad-value");
  EXPECT_EQ(ids(R"({at = "24:00", percent = 20})"), "bad-value");
  EXPECT_EQ(ids(R"({at = "08:00", percent = 4})"), "out-of-range");
  EXPECT_EQ(ids(R"({at = "08:00", percent = 20}, {at = "08:20", percent = 30})"), "bad-value");
  EXPECT_EQ(ids(R"({at = "23:50", percent = 20}, {at = "00:10", percent = 30})"), "bad-value")
      << "over midnight";
}

TEST(Screen, SaysWhenItsPanelIsOn) {
  const auto read = read_screen(screen(R"([[power]]
weekdays = ["working-day"]
hours = ["07:00-22:00"]
[[power]]
weekdays = ["day-off"]
hours = ["09:00-21:00"])"));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  ASSERT_EQ(read.value->power.size(), 2u);
  EXPECT_EQ(read.value->power[1].weekdays, std::vector{DayWord::day_off});
  EXPECT_EQ(read.value->power[1].hours, (std::vector<Hours>{{9 * 60, 21 * 60}}));
  EXPECT_NE(read.value->hash, read_screen(screen("")).value->hash);
  EXPECT_EQ(read_screen(screen("[[power]]\nhours = [\"7-22\"]")).ids(), "bad-value");
}

TEST(Screen, SaysHowAMarqueeMoves) {
  const auto read = read_screen(screen("", zone("[0, 0, 10, 10]", "plays = \"marquee\"\nmotion = \"wipe\"")));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->zones[0].motion, kinds::MarqueeMotion::wipe);
}

TEST(Screen, SortsZonesByHeightThenByFile) {
  const auto read = read_screen(screen(
      "", zone("[0, 0, 10, 10]", "name = \"top\"\nz = 5") + zone("[0, 0, 10, 10]", "name = \"a\"") +
              zone("[0, 0, 10, 10]", "name = \"b\"") + zone("[0, 0, 10, 10]", "name = \"under\"\nz = -1")));
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  std::vector<std::string> names;
  for (const Zone& z : read.value->zones) names.push_back(z.name);
  EXPECT_EQ(names, (std::vector<std::string>{"under", "a", "b", "top"}));
}

TEST(Screen, KeepsTheSizeWithinLimits) {
  for (const char* bad : {"[15, 50]", "[100, 15]", "[16385, 50]", "[0, 0]", "[-100, 50]"})
    EXPECT_FALSE(
        read_screen("[screen]\nname = \"s\"\nsize = " + std::string(bad) + "\n" + zone("[0, 0, 10, 10]"))
            .value)
        << bad;
  for (const char* good : {"[16, 16]", "[16384, 16384]"})
    EXPECT_TRUE(
        read_screen("[screen]\nname = \"s\"\nsize = " + std::string(good) + "\n" + zone("[0, 0, 16, 16]"))
            .value)
        << good;
}

TEST(Screen, ReportsAZoneOutsideIt) {
  for (const char* bad :
       {"[0, 0, 101, 50]", "[0, 1, 100, 50]", "[100, 0, 1, 1]", "[0, 0, 0, 50]", "[10, 10, 5, 0]"}) {
    const auto read = read_screen(screen("", zone(bad)));
    EXPECT_EQ(read.ids(), "zone-outside") << bad;
    EXPECT_EQ(read.diagnostics.list()[0].at.line, 6) << bad;
  }
}

TEST(Screen, RefusesAPresenterThatCannotShowThePanel) {
  for (const char* panel : {"red", "red-green"}) {
    const std::string keys = "panel = \"" + std::string(panel) + "\"\npresenter = ";
    EXPECT_EQ(read_screen(screen(keys + "\"sdl\"")).ids(), "bad-value");
    EXPECT_TRUE(read_screen(screen(keys + "\"auto\"")).value);
  }
  EXPECT_TRUE(read_screen(screen("presenter = \"sdl\"")).value);
}

TEST(Screen, RefusesAPresenterThatNobodyWouldSee) {
  const auto read = read_screen(screen("presenter = \"cup\""));
  EXPECT_EQ(read.ids(), "unknown-value");
  EXPECT_THAT(read.diagnostics.list()[0].remedy, testing::HasSubstr("“cpu”"));
  for (const char* name : {"png", "null"})
    EXPECT_EQ(read_screen(screen("presenter = \"" + std::string(name) + "\"")).ids(), "unknown-value")
        << name;
}

TEST(Screen, RefusesNegativePlaces) {
  EXPECT_EQ(read_screen(screen("", zone("[-1, 0, 10, 10]"))).ids(), "out-of-range");
}

TEST(Screen, RefusesTwoZonesOfOneName) {
  const auto read = read_screen(screen("", zone("[0, 0, 10, 10]") + zone("[10, 0, 10, 10]")));
  EXPECT_EQ(read.ids(), "duplicate-zone");
  EXPECT_THAT(read.diagnostics.list()[0].message, testing::HasSubstr("line 6"));
}

TEST(Screen, WantsAZone) {
  EXPECT_EQ(read_screen("[screen]\nname = \"s\"\nsize = [100, 50]\n").ids(), "missing-key");
  EXPECT_EQ(read_screen("zone = []\n[screen]\nname = \"s\"\nsize = [100, 50]\n").ids(), "too-short");
}

TEST(Screen, KnowsWhatAZoneCanPlay) {
  for (const char* good : {"slides", "ticker", "clock", "marquee"})
    EXPECT_TRUE(
        read_screen(screen("", zone("[0, 0, 10, 10]", "plays = \"" + std::string(good) + "\""))).value)
        << good;
  const auto read = read_screen(screen("", zone("[0, 0, 10, 10]", "plays = \"tiker\"")));
  EXPECT_EQ(read.ids(), "unknown-plays");
  EXPECT_THAT(read.diagnostics.list()[0].remedy, testing::HasSubstr("“ticker”"));
  EXPECT_EQ(read_screen(screen("", zone("[0, 0, 10, 10]", "plays = \"slogan\""))).ids(), "unknown-plays");
}

TEST(Screen, TurnsByQuartersOnly) {
  for (const char* good : {"0", "90", "180", "270"})
    EXPECT_TRUE(read_screen(screen("rotation = " + std::string(good))).value);
  EXPECT_EQ(read_screen(screen("rotation = 45")).ids(), "bad-value");
  EXPECT_EQ(read_screen(screen("rotation = 360")).ids(), "out-of-range");
}

TEST(Screen, KnowsNearFromFar) { EXPECT_EQ(read_screen(screen("distance_m = [50, 5]")).ids(), "bad-value"); }

TEST(Screen, HashFollowsItsZones) {
  const auto of = [](const std::string& text) { return read_screen(text).value->hash; };
  EXPECT_EQ(of(screen("")), of("# comment\n" + screen("")));
  EXPECT_NE(of(screen("")), of(screen("refresh = 50")));
  EXPECT_NE(of(screen("", zone("[0, 0, 10, 10]"))), of(screen("", zone("[0, 0, 10, 11]"))));
  EXPECT_NE(of(screen("", zone("[0, 0, 10, 10]"))),
            of(screen("", zone("[0, 0, 10, 10]", "plays = \"ticker\""))));
}

}  // namespace
}  // namespace xp::playlist
