// SPDX-License-Identifier: MIT
#include "player/checkup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xp::player {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

constexpr Duration kWritten = seconds(1000);

PlayerStatus playing() {
  PlayerStatus s;
  s.state = PlayerState::playing;
  s.boot_id = "boot";
  s.pid = 42;
  s.written_monotonic = kWritten;
  s.display.connected = true;
  return s;
}

Bystander after(Duration age) { return {{kWritten + age, {}}, "boot", true}; }

std::vector<std::string> messages(const std::vector<Finding>& list) {
  std::vector<std::string> out;
  for (const Finding& f : list) out.push_back(f.message);
  return out;
}

Condition worst(const PlayerStatus& s, const Bystander& b) {
  const auto list = findings(s, b);
  return list.empty() ? Condition::healthy : list.front().condition;
}

}  // namespace

TEST(Checkup, APlayerThatPlaysIsWell) { EXPECT_THAT(findings(playing(), after(seconds(12))), IsEmpty()); }

TEST(Checkup, OneThatHasSaidNothingForThirtySecondsIsDown) {
  EXPECT_EQ(worst(playing(), after(seconds(30))), Condition::healthy);
  EXPECT_EQ(worst(playing(), after(seconds(31))), Condition::down);
}

TEST(Checkup, OneThatIsGoneIsDown) {
  Bystander b = after(seconds(1));
  b.process_there = false;
  EXPECT_EQ(worst(playing(), b), Condition::down);
}

TEST(Checkup, OneOfAnEarlierStartOfTheMachineIsDown) {
  Bystander b = after(seconds(-900));  // the monotonic clock began anew
  b.boot_id = "another";
  EXPECT_EQ(worst(playing(), b), Condition::down);
}

TEST(Checkup, OneThatWasStoppedIsDown) {
  PlayerStatus s = playing();
  s.state = PlayerState::stopped;
  EXPECT_EQ(worst(s, after(seconds(1))), Condition::down);
}

TEST(Checkup, WhatWasRefusedLeftOutOrUnpluggedIsSaid) {
  PlayerStatus s = playing();
  s.reload = ReloadStatus{{}, TroubleStatus{"syntax", "playlist.toml:3:1", "broken"}};
  s.files_silent_since = *parse_instant("2026-05-15T02:24:00Z");
  s.unusable = {{"poster", "there is no file"}};
  s.display.connected = false;
  s.disk_free_bytes = 5u << 20;
  s.play_log_error = "the play log: disk I/O error";
  EXPECT_EQ(worst(s, after(seconds(1))), Condition::degraded);
  EXPECT_THAT(messages(findings(s, after(seconds(1)))),
              ElementsAre("the files were refused: playlist.toml:3:1: broken",
                          "the files have not answered since 2026-05-15T10:24:00+08:00: no change is seen",
                          "slide “poster” is left out: there is no file", "no display is connected",
                          "only 5 MiB are free where the player writes",
                          "what is shown cannot be recorded: the play log: disk I/O error"));
}

TEST(Checkup, APictureThatIsCutOffIsSaid) {
  PlayerStatus s = playing();
  s.display.size = {1280, 720};
  s.display.cut = true;
  EXPECT_THAT(messages(findings(s, after(seconds(1)))),
              ElementsAre("the display has 1280 × 720 pixels: the picture is cut off"));
  s.display.connected = false;
  EXPECT_THAT(messages(findings(s, after(seconds(1)))), ElementsAre("no display is connected"));
}

TEST(Checkup, AMistakenPlayerFileIsSaid) {
  PlayerStatus s = playing();
  s.player_file = TroubleStatus{"unknown-key", "player.toml:4:1", "there is no key “oberlay”"};
  const auto list = findings(s, after(seconds(1)));
  EXPECT_THAT(messages(list),
              ElementsAre("the player file has a mistake: player.toml:4:1: there is no key “oberlay”"));
  EXPECT_EQ(worst(s, after(seconds(1))), Condition::degraded);
  EXPECT_FALSE(list.front().remedy.empty());
}

TEST(Checkup, AClockThatCannotBeTrustedIsSaid) {
  PlayerStatus s = playing();
  s.clock = show::ClockState::untrusted;
  EXPECT_THAT(messages(findings(s, after(seconds(1)))),
              ElementsAre("the machine's clock cannot be trusted: only what has no schedule is shown"));
}

TEST(Checkup, AYearWithoutACalendarIsSaid) {
  PlayerStatus s = playing();
  s.unknown_year = 2027;
  EXPECT_THAT(messages(findings(s, after(seconds(1)))),
              ElementsAre("no calendar has 2027: Monday to Friday count as working days"));
}

TEST(Checkup, CrashesAreSaid) {
  PlayerStatus s = playing();
  s.crashes = {Rung::last_good, 1, true};
  EXPECT_THAT(messages(findings(s, after(seconds(1)))),
              ElementsAre("the playlist made the player crash again and again: the last good one is shown",
                          "the player crashed: 1 times lately"));
  s.crashes = {Rung::safe_card, 2, false};
  EXPECT_THAT(messages(findings(s, after(seconds(1)))),
              ElementsAre("the player crashes whatever it plays: between the tries a card is shown"));
}

TEST(Checkup, ARestWithoutEvenTheCardIsSaid) {
  PlayerStatus s = playing();
  s.state = PlayerState::dark;
  s.display.connected = false;  // it has not been opened
  s.crashes = {Rung::safe_card, 2, false};
  EXPECT_THAT(messages(findings(s, after(seconds(1)))),
              ElementsAre("every try to show something ended in a crash: nothing is shown until the next"));
}

TEST(Checkup, EveryFindingHasARemedy) {
  PlayerStatus s = playing();
  s.crashes = {Rung::last_good, 1, true};
  s.state = PlayerState::starting;
  s.reload = ReloadStatus{{}, TroubleStatus{}};
  s.unusable = {{"a", "x"}, {"b", "y", true}};
  s.unknown_year = 2027;
  s.play_log_error = "full";
  for (const Finding& f : findings(s, after(seconds(1)))) EXPECT_FALSE(f.remedy.empty()) << f.message;
}

TEST(Checkup, OffscreenNoDisplayIsMissed) {
  PlayerStatus s = playing();
  s.display.connected = false;
  s.display.offscreen = true;
  EXPECT_EQ(worst(s, after(seconds(1))), Condition::healthy);
}

TEST(Checkup, WithoutAStatusFileItIsDown) {
  MemoryFiles files;
  EXPECT_EQ(check_up(files, "state").condition, Condition::down);
  files.files["state/status.json"] = "{ half";
  const Checkup broken = check_up(files, "state");
  EXPECT_EQ(broken.condition, Condition::down);
  EXPECT_FALSE(broken.status);
  EXPECT_THAT(broken.findings.at(0).message, HasSubstr("state: it is no status file"));
}

}  // namespace xp::player
