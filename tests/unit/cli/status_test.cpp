// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "command.h"
#include "player/machine.h"
#include "player/player_status.h"

namespace xp::test {
namespace {

using player::PlayerStatus;
using testing::AllOf;
using testing::HasSubstr;

class StatusVerb : public testing::Test {
 protected:
  StatusVerb() : folder_(testing::TempDir() + "status-verb-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
  }
  ~StatusVerb() override { std::filesystem::remove_all(folder_); }

  /// A player that is this process and never gets old.
  static PlayerStatus playing() {
    PlayerStatus s;
    s.state = player::PlayerState::playing;
    s.version = "0.4";
    s.boot_id = player::boot_id(real_files());
    s.pid = ::getpid();
    s.written_monotonic = Duration::max();
    s.written = s.started + std::chrono::hours(50);
    s.title = "守护钱袋子";
    s.showing = {{"main", "high-interest", {}, {}}};
    s.display = {"plaza-1080p", {1920, 1080}, false, true};
    return s;
  }
  Outcome status_of(const PlayerStatus& s, const std::string& format = "text") {
    std::ofstream(folder_ + "/status.json") << player::to_json(s);
    return xuanping({"status", "--state", folder_, "--format", format});
  }
  std::string folder_;
};

TEST_F(StatusVerb, AHealthyPlayerIsZero) {
  const Outcome outcome = status_of(playing());
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("The player is well."), HasSubstr("main shows high-interest"),
                                 HasSubstr("守护钱袋子"), HasSubstr("running for 50 h")));
}

TEST_F(StatusVerb, ADegradedOneIsOneAndSaysWhatToDo) {
  PlayerStatus s = playing();
  s.unusable = {{"poster", "there is no file"}};
  const Outcome outcome = status_of(s);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("! slide “poster” is left out: there is no file"),
                                 HasSubstr("→ mend or replace")));
}

TEST_F(StatusVerb, NoneIsTwo) {
  const Outcome outcome = xuanping({"status", "--state", folder_});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.out, HasSubstr("The player does not run."));
}

TEST_F(StatusVerb, AMistakenPlayerFileIsSaid) {
  const std::string file = folder_ + "/player.toml";
  std::ofstream(file) << "state_directory = \"" << folder_ << "\"\noberlay = true\n";
  std::ofstream(folder_ + "/status.json") << player::to_json(playing());
  const Outcome outcome = xuanping({"status", "--config", file});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("! the player file has a mistake: " + file + ":2:1: "),
                                 HasSubstr("main shows high-interest")));
}

TEST_F(StatusVerb, SpeaksTheLanguageOfThePlayerFile) {
  const std::string file = folder_ + "/player.toml";
  std::ofstream(file) << "state_directory = \"" << folder_ << "\"\nlanguage = \"zh\"\n";
  std::vector<std::string> words{"xuanping", "status", "--config", file};
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  testing::internal::CaptureStdout();
  EXPECT_EQ(cli::run(static_cast<int>(argv.size()), argv.data()), 2);
  EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("播放器没有在运行"));
  EXPECT_THAT(xuanping({"status", "--config", file}).out, HasSubstr("The player does not run."))
      << "--lang goes before it";
}

TEST_F(StatusVerb, JsonIsForPrograms) {
  PlayerStatus s = playing();
  s.state = player::PlayerState::stopped;
  const Outcome outcome = status_of(s, "json");
  EXPECT_EQ(outcome.code, 2);
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["condition"], "down");
  EXPECT_EQ(json["status"]["playlist"]["title"], "守护钱袋子");
  EXPECT_EQ(json["findings"].size(), 1u);
  EXPECT_EQ(xuanping({"status", "--state", folder_ + "/none", "--format", "json"}).code, 2);
}

}  // namespace
}  // namespace xp::test
