// SPDX-License-Identifier: MIT
#include "player/player_status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace xp::player {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// 2022-05-15T10:00:00+08:00
constexpr Instant kStart{1'652'580'000'000'000'000};

PlayerStatus example() {
  PlayerStatus s;
  s.state = PlayerState::playing;
  s.version = "0.4";
  s.boot_id = "boot";
  s.pid = 42;
  s.started = kStart - seconds(100);
  s.written = kStart;
  s.written_monotonic = seconds(500);
  s.playlist = "slides/守护";
  s.playlist_hash = "00ff";
  s.title = "与民\"同心\"\n为您\\守护";
  s.showing = {{"main", "a", kStart, kStart + seconds(8)}, {"ticker", "ticker", kStart, kNever}};
  s.next = NextStatus{"b", kStart + seconds(8)};
  s.reload = ReloadStatus{kStart - seconds(50), TroubleStatus{"syntax", "playlist.toml:3:1", "broken"}};
  s.player_file = TroubleStatus{"unknown-key", "player.toml:4:1", "no such key"};
  s.frames = {100, 2, milliseconds(12)};
  s.unusable = {{"poster", "there is no file"}, {"video", "crashed", true}};
  s.display = {"plaza-1080p", {1920, 1080}, false, true, true, kStart + seconds(3600)};
  s.clock = show::ClockState::untrusted;
  s.unknown_year = 2027;
  s.files_silent_since = kStart + seconds(60);
  s.crashes = {Rung::last_good, 2, true};
  s.play_log_error = "full";
  s.memory = {{"glyphs", 100, 200}, {"layers", 3000, 4000}};
  s.rss_bytes = 1u << 20;
  return s;
}

}  // namespace

TEST(PlayerStatus, ComesBackAsItWasWritten) {
  const std::string json = to_json(example());
  const auto back = parse_status(json);
  ASSERT_TRUE(back);
  EXPECT_EQ(to_json(*back), json);
  EXPECT_EQ(back->showing.at(1).until, kNever);
  EXPECT_EQ(back->reload->error->place, "playlist.toml:3:1");
  EXPECT_EQ(back->player_file->message, "no such key");
  EXPECT_TRUE(back->unusable.at(1).quarantined);
  EXPECT_EQ(back->memory, example().memory);
  EXPECT_FALSE(back->disk_free_bytes);
  EXPECT_EQ(back->clock, show::ClockState::untrusted);
  EXPECT_EQ(back->crashes.rung, Rung::last_good);
  EXPECT_EQ(back->unknown_year, 2027);
  EXPECT_EQ(back->files_silent_since, kStart + seconds(60));
  EXPECT_EQ(back->play_log_error, "full");
  EXPECT_EQ(back->crashes.counted, 2u);
  EXPECT_TRUE(back->crashes.last_good);
  EXPECT_TRUE(back->display.cut);
  EXPECT_EQ(back->display.off_until, kStart + seconds(3600));
}

TEST(PlayerStatus, WritesTimesWithThePlaylistsOffset) {
  EXPECT_THAT(to_json(example()), HasSubstr("\"written\": \"2022-05-15T10:00:00+08:00\""));
}

TEST(PlayerStatus, OfBytesThatAreNoTextIsStillJson) {
  PlayerStatus s = example();
  s.playlist = "slides/\xff\xfe";
  EXPECT_TRUE(parse_status(to_json(s)));
}

TEST(PlayerStatus, WhatIsNoStatusIsAnErrorAndNeverMore) {
  for (const char* text : {"", "{", "[]", "null", "\xff", "\"status\""})
    EXPECT_FALSE(parse_status(text)) << text;
  for (const char* text :
       {"{}", R"({"pid": "x", "showing": 3, "display": {"size": ["a", 1]}, "unusable": [1, null]})",
        R"({"showing": {"a": 1}, "reload": [], "frames": {"presented": -1, "longest_s": "long"}})"}) {
    EXPECT_TRUE(parse_status(text)) << text;
  }
}

TEST(Metrics, HaveTheirTypeAndValue) {
  EXPECT_THAT(
      to_metrics(example()),
      AllOf(HasSubstr("# TYPE xuanping_late_frames_total counter\nxuanping_late_frames_total 2\n"),
            HasSubstr("# TYPE xuanping_reload_success gauge\nxuanping_reload_success 0\n"),
            HasSubstr("xuanping_unusable_slides 2\n"), HasSubstr("xuanping_quarantined_slides 1\n"),
            HasSubstr("xuanping_crash_rung 2\n"), HasSubstr("xuanping_clock_trusted 0\n"),
            HasSubstr("xuanping_play_log_written 0\n"), HasSubstr("xuanping_crash_rung 2\n"),
            HasSubstr("xuanping_store_bytes{store=\"layers\"} 3000\n"),
            HasSubstr("xuanping_store_limit_bytes{store=\"layers\"} 4000\n"),
            HasSubstr("xuanping_resident_memory_bytes 1048576\n"), Not(HasSubstr("state_free_bytes"))));
}

TEST(Metrics, LabelsAreEscaped) {
  EXPECT_THAT(to_metrics(example()), HasSubstr(R"(title="与民\"同心\"\n为您\\守护"})"));
}

/// Every sample follows the HELP and TYPE of its own name, and every name has them once.
TEST(Metrics, AreInTheTextFormat) {
  std::istringstream lines(to_metrics(example()));
  std::string line, name;
  std::set<std::string> seen;
  while (std::getline(lines, line)) {
    if (line.starts_with("# HELP ")) {
      name = line.substr(7, line.find(' ', 7) - 7);
      EXPECT_TRUE(seen.insert(name).second) << name;
      EXPECT_TRUE(name.starts_with("xuanping_")) << name;
      ASSERT_TRUE(std::getline(lines, line));
      EXPECT_TRUE(line.starts_with("# TYPE " + name + " ")) << line;
    } else {
      EXPECT_EQ(line.substr(0, line.find_first_of("{ ")), name);
    }
  }
  EXPECT_GE(seen.size(), 15u);
}

}  // namespace xp::player
