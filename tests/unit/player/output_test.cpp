// SPDX-License-Identifier: MIT
#include "player/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <utility>

namespace xp::player {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;

struct World {
  bool display = true, tells = true;  ///< there is one; it says itself what happens to it
  bool cut = false;
  int opened = 0;
  std::string lack = "there is no display";
  std::string refused = "refused";  ///< the display takes no picture of this screen
  std::string connectors = "connected 1920x1080";
  present::DisplayEvents events;
};

class WorldPresenter final : public present::Presenter {
 public:
  explicit WorldPresenter(World& world) : world_(world) {}
  Status present(const scene::Scene&, paint::Painter&) override { return Done{}; }
  present::DisplayEvents poll() override { return std::exchange(world_.events, {}); }
  int wait_descriptor() const override { return world_.tells ? 1 : -1; }
  Counts counts() const override { return {}; }
  Size output_size() const override { return {1280, 720}; }
  bool is_cut() const override { return world_.cut; }

 private:
  World& world_;
};

class OutputTest : public testing::Test {
 protected:
  Output output(OutputParts::Patience patience) {
    OutputParts parts;
    parts.open = [this](const playlist::Screen& screen) -> Result<std::unique_ptr<present::Presenter>> {
      if (!world.display) return Error{world.lack, ENODEV};
      if (screen.name == world.refused) return Error{"no window on the display"};
      ++world.opened;
      return std::unique_ptr<present::Presenter>(std::make_unique<WorldPresenter>(world));
    };
    parts.connectors = [this] { return world.connectors; };
    parts.patience = patience;
    return Output(std::move(parts));
  }
  World world;
  Output waits = output(OutputParts::Patience::waits);
};

TEST_F(OutputTest, WithoutADisplayItGivesUpOrWaits) {
  world.display = false;
  Output preview = output(OutputParts::Patience::gives_up);
  preview.open({}, seconds(0));
  EXPECT_TRUE(preview.lost());
  waits.open({}, seconds(0));
  EXPECT_FALSE(waits.lost());
  EXPECT_FALSE(waits.is_open());
  EXPECT_EQ(waits.due(), Output::kAgain);
}

TEST_F(OutputTest, SaysOnceThatItWaits) {
  world.display = false;
  world.lack = "the hall has no display";  // what another test made it say is not said again
  testing::internal::CaptureStderr();
  waits.open({}, seconds(0));
  for (int i = 1; i < 100; ++i) EXPECT_FALSE(waits.turn(seconds(i)).opened);
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_THAT(said, HasSubstr("the hall has no display; waiting for a display"));
  EXPECT_EQ(said.find("waiting"), said.rfind("waiting")) << said;
}

TEST_F(OutputTest, IsOpenWithinASecondOfADisplay) {
  world.display = false;
  waits.open({}, seconds(0));
  EXPECT_FALSE(waits.turn(seconds(1)).opened);
  world.display = true;
  EXPECT_FALSE(waits.turn(milliseconds(1900)).opened);
  EXPECT_TRUE(waits.turn(seconds(2)).opened);
  EXPECT_TRUE(waits.is_open());
  EXPECT_EQ(waits.due(), std::nullopt);
}

TEST_F(OutputTest, SaysThatThePictureIsCutOff) {
  for (const bool cut : {false, true}) {
    world.cut = cut;
    testing::internal::CaptureStderr();
    waits.open({}, seconds(0));
    const std::string said = testing::internal::GetCapturedStderr();
    EXPECT_EQ(said.find("the display has 1280 × 720 pixels") != said.npos, cut) << said;
  }
}

playlist::Screen named(const std::string& name) {
  playlist::Screen screen;
  screen.name = name;
  return screen;
}

TEST_F(OutputTest, AScreenThatCannotBeOpenedLeavesThePictureWhereItWas) {
  waits.open(named("hall"), seconds(0));
  waits.open(named("refused"), seconds(1));
  EXPECT_TRUE(waits.is_open());
  EXPECT_EQ(waits.screen().name, "hall");
  EXPECT_EQ(waits.due(), std::nullopt) << "it does not wait";
  world.refused.clear();
  waits.open(named("refused"), seconds(2));
  EXPECT_EQ(waits.screen().name, "refused");
}

TEST_F(OutputTest, WithoutADisplayItWaitsForTheNewScreensOne) {
  waits.open(named("hall"), seconds(0));
  world.display = false;
  waits.open(named("other"), seconds(1));
  EXPECT_FALSE(waits.is_open());
  world.display = true;
  EXPECT_TRUE(waits.turn(seconds(2)).opened);
  EXPECT_EQ(waits.screen().name, "other");
}

TEST_F(OutputTest, WhereNoScreenCanBeOpenedItTriesTheNewOne) {
  waits.open(named("hall"), seconds(0));
  world.refused = "hall";
  waits.open(named("hall"), seconds(1));
  EXPECT_FALSE(waits.is_open());
  world.refused.clear();
  EXPECT_TRUE(waits.turn(seconds(2)).opened);
  EXPECT_EQ(waits.screen().name, "hall");
}

TEST_F(OutputTest, IsOpenedAnewOnceOutputsHaveComeToRest) {
  waits.open({}, seconds(0));
  world.events.rearranged = true;
  waits.turn(seconds(5));
  world.events.rearranged = true;
  EXPECT_FALSE(waits.turn(seconds(5) + Output::kSettle / 2).opened);
  EXPECT_FALSE(waits.turn(seconds(5) + Output::kSettle).opened);
  EXPECT_TRUE(waits.turn(seconds(5) + Output::kSettle * 3 / 2).opened);
  EXPECT_EQ(world.opened, 2);
}

TEST_F(OutputTest, LooksAtTheConnectorsOfADisplayThatTellsNothing) {
  world.tells = false;
  waits.open({}, seconds(0));
  waits.turn(seconds(0));
  world.connectors = "connected 1280x720";
  EXPECT_FALSE(waits.turn(milliseconds(500)).opened) << "once a second";
  waits.turn(seconds(1));
  EXPECT_EQ(waits.due(), seconds(1) + Output::kSettle);
  EXPECT_TRUE(waits.turn(seconds(1) + Output::kSettle).opened);
}

TEST_F(OutputTest, DoesNotLookWhereTheDisplayTells) {
  waits.open({}, seconds(0));
  world.connectors = "disconnected";
  for (int i = 0; i < 10; ++i) waits.turn(seconds(i));
  EXPECT_EQ(world.opened, 1);
}

TEST_F(OutputTest, ADisplayThatIsGoneIsLostEvenWithPatience) {
  waits.open({}, seconds(0));
  world.events.lost = true;
  waits.turn(seconds(1));
  EXPECT_TRUE(waits.lost()) << "its server or compositor has ended: a new process finds the next one";
}

TEST(Presenter, EveryNameOfAProfileIsOne) {
  ASSERT_EQ(playlist::presenter_name(0), "auto");
  for (std::size_t i = 1; !playlist::presenter_name(i).empty(); ++i)
    EXPECT_THAT(present::presenters(),
                Contains(Field(&present::PresenterRow::name, playlist::presenter_name(i))));
}

}  // namespace
}  // namespace xp::player
