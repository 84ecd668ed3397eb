// SPDX-License-Identifier: MIT
#include "player/panel_switch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace xp::player {
namespace {

using playlist::PanelState;
using testing::ElementsAre;
using testing::IsEmpty;

/// Programs that end when the test says so.
class FakePrograms final : public Programs {
 public:
  Result<pid_t> start(const std::vector<std::string>& arguments) override {
    if (missing) return Error{"no such file", 2};
    started.push_back(arguments.front());
    return pid_t{7};
  }
  std::optional<int> ended(pid_t) override { return code; }
  void kill(pid_t process) override { killed.push_back(process); }

  std::optional<int> code = 0;
  bool missing = false;
  std::vector<std::string> started;
  std::vector<pid_t> killed;
};

class PanelSwitchTest : public testing::Test {
 protected:
  /// Follows from one second to another, at every moment that the switch asks for.
  void follow(PanelState state, int from, int to) {
    Duration now = seconds(from);
    panel.follow(state, now);
    while (panel.due() && *panel.due() < seconds(to)) panel.follow(state, *panel.due());
  }
  FakePrograms programs;
  PanelSwitch panel{{{"/on"}, {"/off"}}, programs};
};

TEST_F(PanelSwitchTest, TellsEachStateOnce) {
  follow(PanelState::on, 0, 100);
  follow(PanelState::on, 100, 200);
  follow(PanelState::off, 200, 300);
  follow(PanelState::on, 300, 400);
  EXPECT_THAT(programs.started, ElementsAre("/on", "/off", "/on"));
}

TEST_F(PanelSwitchTest, RunsNothingWithoutACommand) {
  PanelSwitch silent{{{}, {"/off"}}, programs};
  silent.follow(PanelState::on, seconds(0));
  EXPECT_EQ(silent.due(), std::nullopt);
  EXPECT_THAT(programs.started, IsEmpty());
}

TEST_F(PanelSwitchTest, WaitsForACommandBeforeTheNext) {
  programs.code = std::nullopt;
  panel.follow(PanelState::on, seconds(0));
  panel.follow(PanelState::off, seconds(1));
  EXPECT_THAT(programs.started, ElementsAre("/on"));
  programs.code = 0;
  panel.follow(PanelState::off, seconds(2));
  EXPECT_THAT(programs.started, ElementsAre("/on", "/off"));
}

TEST_F(PanelSwitchTest, KillsACommandThatDoesNotEnd) {
  programs.code = std::nullopt;
  follow(PanelState::on, 0, 15);
  EXPECT_THAT(programs.killed, ElementsAre(7));
  EXPECT_EQ(panel.due(), PanelSwitch::kPatience + PanelSwitch::kAgain);
}

TEST_F(PanelSwitchTest, StartsNoOtherUntilTheKilledOneHasEnded) {
  programs.code = std::nullopt;
  follow(PanelState::on, 0, 200);
  EXPECT_THAT(programs.started, ElementsAre("/on"));
  panel.follow(PanelState::off, seconds(200));
  EXPECT_THAT(programs.started, ElementsAre("/on"));
  programs.code = 128 + 9;
  panel.follow(PanelState::off, seconds(201));
  EXPECT_THAT(programs.started, ElementsAre("/on", "/off"));
}

TEST_F(PanelSwitchTest, SaysOnceThatItFailsAndTriesAgain) {
  programs.code = 3;
  testing::internal::CaptureStderr();
  follow(PanelState::off, 0, 200);
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_EQ(programs.started.size(), 4u) << "at 0, 60, 120 and 180 s";
  EXPECT_NE(said.find("/off"), std::string::npos) << said;
  EXPECT_EQ(said.find("/off"), said.rfind("/off")) << said;
}

TEST_F(PanelSwitchTest, AProgramThatIsMissingFailsToo) {
  programs.missing = true;
  panel.follow(PanelState::on, seconds(0));
  programs.missing = false;
  panel.follow(PanelState::on, seconds(60));
  EXPECT_THAT(programs.started, ElementsAre("/on"));
}

int end_of(Programs& programs, pid_t process) {
  std::optional<int> code;
  while (!code) code = programs.ended(process);
  return *code;
}

TEST(RealPrograms, GiveTheCodeOfTheirEnd) {
  const auto programs = real_programs();
  const auto run = [&](const std::vector<std::string>& arguments) {
    const auto process = programs->start(arguments);
    EXPECT_TRUE(process);
    return end_of(*programs, *process);
  };
  EXPECT_EQ(run({"/bin/sh", "-c", "exit 3"}), 3);
  EXPECT_EQ(run({"/bin/sh", "-c", "kill -9 $$"}), 128 + 9);
  EXPECT_EQ(run({"/bin/sh", "-c", "read line && exit 1 || exit 0"}), 0) << "nothing to read";
}

TEST(RealPrograms, AreKilledWithTheirChildren) {
  const auto programs = real_programs();
  const auto process = programs->start({"/bin/sh", "-c", "sleep 1000; exit 0"});
  ASSERT_TRUE(process);
  programs->kill(*process);
  EXPECT_EQ(end_of(*programs, *process), 128 + SIGKILL) << "nobody has waited for it";
}

TEST(RealPrograms, EndByTheSignalsThatThePlayerIgnores) {
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  const auto programs = real_programs();
  const auto process = programs->start({"/bin/sh", "-c", "kill -PIPE $$; exit 0"});
  std::signal(SIGPIPE, before);
  ASSERT_TRUE(process);
  EXPECT_EQ(end_of(*programs, *process), 128 + SIGPIPE);
}

TEST(RealPrograms, AreNotFoundByAnotherName) { EXPECT_FALSE(real_programs()->start({"/nowhere/panel"})); }

}  // namespace
}  // namespace xp::player
