// SPDX-License-Identifier: MIT
#include "player/crash_guard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "fake_show.h"
#include "player/crash_ladder.h"
#include "support/golden.h"

namespace xp::player {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

const Hash kPlaylist = hash_bytes("playlist");
const SlideVersion kBad{"bad", hash_bytes("bad")}, kNext{"next", hash_bytes("next")};

class CrashGuardTest : public testing::Test {
 protected:
  CrashGuard start(Duration at, const std::string& boot = "boot") {
    return {real_files(), folder, boot, {at, kStart + at}};
  }
  /// A player that shows the slide and is killed.
  void crash(Duration at, const SlideVersion& slide = kBad) { start(at).mark().shows(slide, kPlaylist); }

  std::string folder = xp::test::scratch_directory();
};

std::string content_of(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

}  // namespace

TEST_F(CrashGuardTest, APlayerThatEndsByItselfLeavesNothing) {
  {
    CrashGuard guard = start(seconds(1));
    guard.mark().shows(kBad, kPlaylist);
    guard.stops();
  }
  EXPECT_THAT(start(seconds(2)).history().crashes, IsEmpty());
  EXPECT_FALSE(real_files().is_file(folder + "/crashes.json")) << "and nothing is written for it";
}

TEST_F(CrashGuardTest, AWorkerThatEndsItsWorkAfterTheEndLeavesNothing) {
  {
    CrashGuard guard = start(seconds(1));
    guard.mark().shows(kBad, kPlaylist);
    guard.mark().prepares(kNext);
    guard.stops();
    guard.mark().rests();
  }
  EXPECT_THAT(start(seconds(2)).history().crashes, IsEmpty());
}

TEST_F(CrashGuardTest, OneThatIsKilledIsACrashOfTheSlideItShowed) {
  crash(seconds(1));
  const CrashGuard guard = start(seconds(9));
  ASSERT_THAT(guard.history().crashes, SizeIs(1));
  EXPECT_EQ(guard.history().crashes[0].suspect, kBad);
  EXPECT_EQ(guard.history().crashes[0].playlist, kPlaylist);
  EXPECT_EQ(guard.history().crashes[0].at, seconds(9));
  EXPECT_EQ(guard.play_from(), seconds(9));
}

TEST_F(CrashGuardTest, WhatIsBeingPreparedIsToBlameBeforeWhatIsShown) {
  {
    CrashGuard guard = start(seconds(1));
    guard.mark().shows(kBad, kPlaylist);
    guard.mark().prepares(kNext);
  }
  {
    CrashGuard guard = start(seconds(2));
    EXPECT_EQ(guard.history().crashes.back().suspect, kNext);
    guard.mark().shows(kBad, kPlaylist);
    guard.mark().prepares(kNext);
    guard.mark().rests();
  }
  EXPECT_EQ(start(seconds(3)).history().crashes.back().suspect, kBad);
}

TEST_F(CrashGuardTest, ACrashWhileFilesAreReadIsNoSlides) {
  {
    CrashGuard guard = start(seconds(1));
    guard.mark().shows(kBad, kPlaylist);
    guard.mark().reads();
  }
  EXPECT_EQ(start(seconds(2)).history().crashes.back().suspect, SlideVersion{});
}

TEST_F(CrashGuardTest, AFailureOfPowerIsNoCrash) {
  crash(seconds(1));
  EXPECT_THAT(start(seconds(5), "the next boot").history().crashes, IsEmpty());
}

TEST_F(CrashGuardTest, QuarantineOutlivesTheMachine) {
  for (const int second : {1, 2, 3}) crash(seconds(second));
  EXPECT_TRUE(is_quarantined(start(seconds(4)).history(), kBad));
  EXPECT_TRUE(is_quarantined(start(seconds(1), "the next boot").history(), kBad));
}

TEST_F(CrashGuardTest, APlayerWhoseEveryTryCrashesShowsTheCardForAWhile) {
  for (int second = 1; second <= 7; ++second) crash(seconds(second));
  CrashGuard guard = start(seconds(8));
  EXPECT_EQ(guard.history().rung, Rung::last_good);
  EXPECT_EQ(guard.play_from(), seconds(8) + kRestBetween);
  EXPECT_FALSE(guard.stays_dark());
}

TEST_F(CrashGuardTest, OneThatDoesNotSurviveTheCardShowsNothingForAWhile) {
  for (int second = 1; second <= 7; ++second) crash(seconds(second));
  { start(seconds(8)).mark().shows_card(); }
  const CrashGuard guard = start(seconds(9));
  EXPECT_TRUE(guard.stays_dark());
  EXPECT_EQ(guard.play_from(), seconds(2) + kCalm) << "eight starts after crashes lie in the hour before";
}

TEST_F(CrashGuardTest, AnHourOfPlayingIsWrittenOnce) {
  crash(seconds(1));
  CrashGuard guard = start(seconds(2));
  const auto show = fake_show({{"a"}});
  EXPECT_FALSE(guard.plays(*show, {seconds(2) + kCalm - seconds(1), kStart}));
  EXPECT_THAT(guard.history().crashes, SizeIs(1));
  EXPECT_TRUE(guard.plays(*show, {seconds(2) + kCalm, kStart}));
  EXPECT_THAT(guard.history().crashes, IsEmpty());
  EXPECT_THAT(read_crash_history(real_files(), folder).crashes, IsEmpty());
}

TEST_F(CrashGuardTest, TwoPlayersInOneDirectoryDoNotBlameEachOther) {
  CrashGuard first = start(seconds(1));
  first.mark().shows(kBad, kPlaylist);
  {
    CrashGuard second = start(seconds(2));
    EXPECT_TRUE(first.owns_directory());
    EXPECT_FALSE(second.owns_directory());
    EXPECT_THAT(second.history().crashes, IsEmpty());
    second.mark().shows(kNext, kPlaylist);
    second.stops();
  }
  EXPECT_THAT(content_of(folder + "/running.mark"), HasSubstr("bad"));
}

TEST_F(CrashGuardTest, AGuestLeavesNoTraceAndKeepsNobodyOut) {
  for (Duration at = seconds(1); at <= seconds(3); at += seconds(1)) crash(at);
  start(seconds(4)).stops();
  const std::string known = content_of(folder + "/crashes.json"), mark = content_of(folder + "/running.mark");
  CrashGuard guest(real_files(), folder, "boot", {seconds(5), kStart}, CrashGuard::Role::guest);
  EXPECT_FALSE(guest.owns_directory());
  EXPECT_THAT(guest.history().quarantined, SizeIs(1)) << "it shows what the screen would";
  guest.mark().shows(kNext, kPlaylist);
  const auto show = fake_show({{"a"}});
  EXPECT_FALSE(guest.plays(*show, {seconds(7200), kStart}));
  EXPECT_EQ(content_of(folder + "/crashes.json"), known);
  EXPECT_EQ(content_of(folder + "/running.mark"), mark);
  EXPECT_TRUE(start(seconds(6)).owns_directory());
}

TEST_F(CrashGuardTest, WithoutADirectoryThePlayerPlays) {
  CrashGuard guard(real_files(), folder + "/not/there", "boot", {seconds(1), kStart});
  guard.mark().shows(kBad, kPlaylist);
  EXPECT_EQ(guard.play_from(), seconds(1));
  EXPECT_TRUE(guard.owns_directory()) << "nobody else has it: the status tries its luck";
}

TEST(CrashHistory, ComesBackAsItWasWritten) {
  CrashHistory history;
  history.boot_id = "boot";
  history.rung = Rung::last_good;
  history.crashes = {{seconds(5), kBad, kPlaylist, true}};
  history.starts = {seconds(1), seconds(2)};
  history.quarantined = {{kNext, kStart}};
  history.bad_playlist = kPlaylist;
  const auto back = parse_crash_history(to_json(history));
  ASSERT_TRUE(back);
  EXPECT_EQ(to_json(*back), to_json(history));
  EXPECT_EQ(back->crashes[0].suspect, kBad);
  EXPECT_TRUE(is_quarantined(*back, kNext));
}

TEST(CrashHistory, WhatCannotBeReadIsPutAsideAndForgotten) {
  MemoryFiles files;
  for (const std::string text : {"", "{ half", "[]", "\xff\xfe"}) {
    files.files["state/crashes.json"] = text;
    EXPECT_THAT(read_crash_history(files, "state").quarantined, IsEmpty());
    EXPECT_EQ(files.files["state/crashes.json.bad"], text);
  }
}

TEST(CrashHistory, KeysOfAnotherTypeAreNoValues) {
  for (const char* text :
       {"{}", R"({"crashes": 3, "starts_ns": ["x"], "quarantined": [1, {}], "rung": "up"})",
        R"({"crashes": [{"at_ns": "soon"}], "bad_playlist": "zz", "boot_id": 7})"}) {
    const auto history = parse_crash_history(text);
    ASSERT_TRUE(history) << text;
    EXPECT_THAT(history->crashes, IsEmpty());
    EXPECT_THAT(history->quarantined, IsEmpty());
    EXPECT_EQ(history->rung, Rung::whole);
  }
}

TEST(GuardedReader, LeavesOutWhatIsInQuarantineUntilItChanges) {
  std::vector<SlideSpec> slides{{"a"}, {"b"}};
  std::vector<std::set<std::string>> asked;
  const ShowReader inner = [&](const show::LoadRequest& request, Diagnostics&) {
    asked.push_back(request.unusable);
    return ReadShow{fake_show(slides, kStart, {}, request.unusable), {}};
  };
  CrashHistory history;
  history.quarantined = {{{"b", hash_bytes("b")}, kStart}, {{"a", hash_bytes("as it was")}, kStart}};
  const auto mark = no_crash_mark();
  const ShowReader reader = guarded_reader(inner, {history, std::nullopt}, *mark);
  Diagnostics diagnostics;
  show::LoadRequest request;
  request.unusable = {"c"};
  EXPECT_THAT(reader(request, diagnostics).show->unusable, ElementsAre("b", "c"));
  EXPECT_THAT(asked, ElementsAre(ElementsAre("c"), ElementsAre("b", "c")));
  asked.clear();
  slides = {{"a"}, {"d"}};
  reader(request, diagnostics);
  EXPECT_THAT(asked, ElementsAre(ElementsAre("c"))) << "read once where nothing is in quarantine";
}

TEST(GuardedReader, ReadsTheLastGoodPlaylistWhileTheBadOneIsUnchanged) {
  std::vector<SlideSpec> slides{{"bad"}};
  const ShowReader inner = [&](const show::LoadRequest& request, Diagnostics&) {
    const bool good = request.playlist.value == "state/last-good/playlist.toml";
    return ReadShow{good ? fake_show({{"good"}}) : fake_show(slides), {good ? "kept" : "playlist.toml"}};
  };
  CrashHistory history;
  history.bad_playlist = fake_show(slides)->playlist.hash;
  const auto mark = no_crash_mark();
  const ShowReader reader =
      guarded_reader(inner, {history, LastGood{"state/last-good/playlist.toml", hash_bytes("good")}}, *mark);
  Diagnostics diagnostics;
  const ReadShow instead = reader({}, diagnostics);
  EXPECT_EQ(instead.show->playlist.slides.at(0).id, "good");
  EXPECT_THAT(instead.files, ElementsAre("kept", "playlist.toml")) << "a change of the bad one is seen";
  slides = {{"mended"}};
  EXPECT_EQ(reader({}, diagnostics).show->playlist.slides.at(0).id, "mended");
}

TEST(NewestSlide, IsTheOneWhoseSlotBeganLast) {
  const auto show = fake_show({{"a"}, {"b"}});
  EXPECT_EQ(newest_slide(*show, kStart + seconds(9)), (SlideVersion{"b", hash_bytes("b")}));
  EXPECT_EQ(newest_slide(*fake_show({}), kStart), SlideVersion{});
}

}  // namespace xp::player
