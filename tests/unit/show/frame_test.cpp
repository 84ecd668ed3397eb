// SPDX-License-Identifier: MIT
#include "show/frame.h"

#include <gtest/gtest.h>

#include <random>

#include "fake_show.h"
#include "scene/damage.h"
#include "show/zone_state.h"

namespace xp::show {
namespace {

using namespace test;

const Instant kMidnight = *parse_instant("2022-05-15T00:00:00+08:00");

/// Two slides of 8 s and 6 s on one background, the second with a second of motion.
std::vector<playlist::Slide> pair() {
  return {fake_slide("a", kBlue, kGold, seconds(8)), fake_slide("b", kBlue, kWhite, seconds(6), seconds(1))};
}

class FrameTest : public testing::Test {
 protected:
  Frame at(const Show& show, Duration since_midnight) {
    return frame_at(show, kMidnight + since_midnight, *caches_);
  }
  std::unique_ptr<Caches> caches_ = caches();
};

TEST_F(FrameTest, ShowsASlideUntilItsSlotEnds) {
  const ShowPtr show = make_show(fake_parts(pair()));
  const Frame frame = at(*show, seconds(3));
  ASSERT_EQ(frame.scene.layers.size(), 2u);
  EXPECT_EQ(frame.scene.size, (Size{100, 80}));
  EXPECT_EQ(frame.valid_until, kMidnight + seconds(8));
  ASSERT_EQ(frame.showing.size(), 1u);
  EXPECT_EQ(frame.showing[0].zone, "main");
  EXPECT_EQ(frame.showing[0].slide, "a");
  EXPECT_EQ(frame.showing[0].slot_start, kMidnight);
  EXPECT_EQ(frame.showing[0].slot_end, kMidnight + seconds(8));
  EXPECT_EQ(frame.showing[0].content, show->playlist.slides[0].hash);
}

TEST_F(FrameTest, IsBlackOutsideOfThePanelsHours) {
  ShowParts parts = fake_parts(pair());
  parts.screen.power.resize(1);
  parts.screen.power[0].hours = {{7 * 60, 22 * 60}};
  const ShowPtr show = make_show(std::move(parts));
  const Frame dark = at(*show, std::chrono::hours(23));
  ASSERT_EQ(dark.scene.layers.size(), 1u);
  EXPECT_EQ(std::get<scene::FillOp>(dark.scene.layers[0].ops->list.at(0)).color, (Color{0, 0, 0, 255}));
  EXPECT_TRUE(scene::is_opaque(dark.scene.layers[0]));
  EXPECT_EQ(dark.valid_until, kMidnight + std::chrono::hours(31));
  EXPECT_EQ(dark.panel, playlist::PanelState::off);
  EXPECT_TRUE(dark.showing.empty());
  const Frame lit = at(*show, std::chrono::hours(22) - seconds(1));
  EXPECT_EQ(lit.panel, playlist::PanelState::on);
  EXPECT_EQ(lit.valid_until, kMidnight + std::chrono::hours(22));
  EXPECT_EQ(lit.showing.size(), 1u);
}

TEST_F(FrameTest, HasTheBrightnessOfTheHour) {
  ShowParts parts = fake_parts({fake_slide("a", kBlue, kGold, std::chrono::hours(24))});
  parts.screen.brightness = {{6 * 60, 20}, {8 * 60, 100}, {20 * 60, 100}};
  const ShowPtr show = make_show(std::move(parts));
  EXPECT_EQ(at(*show, std::chrono::hours(7)).white, playlist::white_of(60));
  EXPECT_EQ(at(*show, std::chrono::hours(7)).valid_until, kMidnight + std::chrono::hours(7) + seconds(5));
  EXPECT_EQ(at(*show, std::chrono::hours(12)).white, 255);
  EXPECT_EQ(at(*show, std::chrono::hours(12)).valid_until, kMidnight + std::chrono::hours(20));
}

TEST_F(FrameTest, FadesInTicksOverABackgroundThatStands) {
  const ShowPtr show = make_show(fake_parts(pair()));
  const Frame frame = at(*show, milliseconds(8250));
  ASSERT_EQ(frame.scene.layers.size(), 4u);  // background, gold mark, both as one, the white mark that comes
  EXPECT_EQ(frame.scene.layers[0].opacity, 255);
  EXPECT_EQ(frame.scene.layers[1].opacity, 255);
  EXPECT_EQ(frame.scene.layers[2].opacity, 255);
  EXPECT_NE(frame.scene.layers[3].clip, frame.scene.layers[0].clip) << "only where the marks are";
  EXPECT_EQ(frame.valid_until, kMidnight + milliseconds(8260));
  EXPECT_EQ(frame.showing[0].slide, "b");
}

TEST_F(FrameTest, FadesMonotonously) {
  const ShowPtr show = make_show(fake_parts(pair()));
  int last = -1;
  for (int ms = 8020; ms < 8500; ms += 20) {
    const Frame frame = at(*show, milliseconds(ms));
    const int opacity = frame.scene.layers.back().opacity;
    EXPECT_GT(opacity, last) << ms;
    last = opacity;
  }
  EXPECT_GT(last, 250);
}

TEST_F(FrameTest, BeginsWithTheOutgoingSlideAlone) {
  const ShowPtr show = make_show(fake_parts(pair()));
  EXPECT_EQ(fingerprint(at(*show, seconds(8)).scene), fingerprint(at(*show, seconds(7)).scene));
}

TEST_F(FrameTest, BeginsTheEntranceAfterTheTransition) {
  const ShowPtr show = make_show(fake_parts(pair()));
  EXPECT_EQ(at(*show, milliseconds(8490)).scene.layers.back().offset, (Point{0, 0}));
  EXPECT_EQ(at(*show, milliseconds(8500)).scene.layers.back().offset, (Point{0, 0}));
  EXPECT_EQ(at(*show, milliseconds(8520)).scene.layers.back().offset, (Point{0, 1}));
  EXPECT_EQ(at(*show, milliseconds(8520)).valid_until, kMidnight + milliseconds(8540));
  const Frame settled = at(*show, milliseconds(9500));
  EXPECT_EQ(settled.scene.layers.back().offset, (Point{0, 50}));
  EXPECT_EQ(settled.valid_until, kMidnight + seconds(14));
}

TEST_F(FrameTest, SaysUntilWhenNoSlotBegins) {
  auto parts = fake_parts(pair());
  EXPECT_EQ(at(*make_show(parts), seconds(1)).slots_until, kMidnight + seconds(8));
  parts.screen.power = {hours(1, 60)};
  EXPECT_EQ(at(*make_show(parts), seconds(1)).slots_until, kMidnight + seconds(60)) << "the panel is off";
  parts.screen.power = {};
  for (playlist::Slide& slide : parts.playlist.slides) slide.schedule = hours(1, 60);
  EXPECT_EQ(at(*make_show(parts), seconds(1)).slots_until, kMidnight + seconds(60)) << "no slide is active";
}

TEST_F(FrameTest, TheTickAfterAFadeShowsThePictureItEndsWith) {
  const ShowPtr show = make_show(fake_parts(pair()));
  const Frame last = at(*show, milliseconds(14'500));
  EXPECT_EQ(last.scene.layers.back().opacity, 255);
  EXPECT_EQ(last.scene.layers.back().ops, at(*show, milliseconds(14'480)).scene.layers.back().ops);
  EXPECT_EQ(last.valid_until, kMidnight + milliseconds(14'520));
  EXPECT_TRUE(scene::damage(last.scene, at(*show, milliseconds(14'520)).scene).empty());
}

TEST_F(FrameTest, FreezesTheOutgoingSlideInItsFinalState) {
  const ShowPtr show = make_show(fake_parts(pair()));
  const Frame frame = at(*show, milliseconds(14'100));  // b goes, a comes
  ASSERT_EQ(frame.scene.layers.size(), 6u);  // of the outgoing slide two, then both slides in two places
  EXPECT_EQ(frame.scene.layers[1].offset, (Point{0, 50}));
}

TEST_F(FrameTest, FadesAWholeSlideOverAnotherBackground) {
  auto slides = pair();
  slides[1] = fake_slide("b", kRed, kWhite, seconds(6));
  const ShowPtr show = make_show(fake_parts(slides));
  const Frame frame = at(*show, milliseconds(8250));
  ASSERT_EQ(frame.scene.layers.size(), 4u);  // two of the outgoing slide, both as a group, the incoming one
  EXPECT_EQ(frame.scene.layers[2].opacity, 255);
  EXPECT_GT(frame.scene.layers[3].opacity, 0);
  EXPECT_LT(frame.scene.layers[3].opacity, 255);
  for (const std::size_t group : {2u, 3u})  // one pointer all along
    EXPECT_EQ(at(*show, milliseconds(8300)).scene.layers[group].ops, frame.scene.layers[group].ops);
}

TEST_F(FrameTest, SleepsThroughTheTransitionOfASlideIntoItself) {
  const ShowPtr show = make_show(fake_parts({fake_slide("a", kBlue, kGold, seconds(8))}));
  EXPECT_EQ(at(*show, milliseconds(8100)).valid_until, kMidnight + milliseconds(8500));
}

TEST_F(FrameTest, CutsOnLedPanels) {
  auto parts = fake_parts(pair());
  parts.screen.panel = Panel::red;
  const ShowPtr show = make_show(std::move(parts));
  EXPECT_TRUE(show->around.led);
  const Frame frame = at(*show, milliseconds(8001));
  EXPECT_EQ(frame.scene.layers.size(), 2u);
  EXPECT_EQ(frame.scene.layers[1].opacity, 255);
}

TEST_F(FrameTest, CutsWhereTheThemeSaysSo) {
  auto parts = fake_parts(pair());
  parts.theme.motion.fade = Duration::zero();
  const ShowPtr show = make_show(std::move(parts));
  EXPECT_EQ(at(*show, milliseconds(8001)).scene.layers.size(), 2u);
}

TEST_F(FrameTest, PutsAZoneWhereItIs) {
  auto parts = fake_parts(pair());
  parts.screen.zones = {{"main", {10, 20, 50, 40}, 0, "slides", {}}};
  const ShowPtr show = make_show(std::move(parts));
  const Frame frame = at(*show, seconds(3));
  ASSERT_EQ(frame.scene.layers.size(), 3u);
  EXPECT_EQ(frame.scene.layers[0].ops, show->backdrop);
  EXPECT_EQ(frame.scene.layers[0].clip, (Rect{0, 0, 100, 80}));
  EXPECT_EQ(frame.scene.layers[1].clip, (Rect{10, 20, 50, 40}));
  EXPECT_EQ(frame.scene.layers[1].offset, (Point{10, 20}));
}

TEST_F(FrameTest, ShowsTheBackdropWhereNothingCanBeShown) {
  auto parts = fake_parts(pair());
  parts.unusable = {"a", "b"};
  const ShowPtr show = make_show(std::move(parts));
  const Frame frame = at(*show, seconds(3));
  ASSERT_EQ(frame.scene.layers.size(), 1u);
  EXPECT_TRUE(scene::is_opaque(frame.scene.layers[0]));
  EXPECT_TRUE(frame.showing.empty());
  EXPECT_EQ(frame.valid_until, kMidnight + std::chrono::hours(24));
}

TEST_F(FrameTest, GivesTheSlotOfAnUnusableSlideToTheNext) {
  auto parts = fake_parts(pair());
  parts.unusable = {"a"};
  const ShowPtr show = make_show(std::move(parts));
  EXPECT_EQ(at(*show, seconds(3)).showing[0].slide, "b");
}

TEST_F(FrameTest, PlaysZonesIndependently) {
  auto slides = pair();
  slides[1].zone.value = "side";
  auto parts = fake_parts(slides);
  parts.screen.zones = {{"main", {0, 0, 60, 80}, 0, "slides", {}},
                        {"side", {60, 0, 40, 80}, 0, "slides", {}}};
  const ShowPtr show = make_show(std::move(parts));
  const Frame frame = at(*show, seconds(3));
  ASSERT_EQ(frame.showing.size(), 2u);
  EXPECT_EQ(frame.showing[0].slide, "a");
  EXPECT_EQ(frame.showing[1].slide, "b");
  EXPECT_EQ(frame.valid_until, kMidnight + seconds(6));
}

TEST_F(FrameTest, IsTheSameUntilValidUntil) {
  const ShowPtr show = make_show(fake_parts(pair()));
  std::mt19937 random(1);
  for (int i = 0; i < 400; ++i) {
    const Instant t = kMidnight + milliseconds(random() % 100'000);
    const Frame frame = frame_at(*show, t, *caches_);
    ASSERT_GT(frame.valid_until, t);
    const Instant inside =
        t + Duration(static_cast<std::int64_t>(random()) % (frame.valid_until - t).count());
    ASSERT_EQ(fingerprint(frame_at(*show, inside, *caches_).scene), fingerprint(frame.scene));
    ASSERT_EQ(fingerprint(frame_at(*show, frame.valid_until - Duration(1), *caches_).scene),
              fingerprint(frame.scene));
  }
}

TEST_F(FrameTest, IsTheSameWarmAndCold) {
  auto slides = pair();
  slides.push_back(fake_slide("c", kRed, kGold, seconds(5)));
  const ShowPtr show = make_show(fake_parts(slides));
  const auto cold = caches();
  cold->set_capacity(1);
  std::mt19937 random(2);
  for (int i = 0; i < 200; ++i) {
    const Instant t = kMidnight + milliseconds(random() % 1'000'000);
    ASSERT_EQ(fingerprint(frame_at(*show, t, *cold).scene), fingerprint(frame_at(*show, t, *caches_).scene));
  }
}

TEST_F(FrameTest, KeepsPointersOverAReload) {
  const ShowPtr before = make_show(fake_parts(pair()));
  auto slides = pair();
  slides.push_back(fake_slide("c", kRed, kGold, seconds(5)));
  const ShowPtr after = make_show(fake_parts(slides));
  EXPECT_EQ(at(*before, seconds(3)).scene.layers[1].ops, at(*after, seconds(3)).scene.layers[1].ops);
}

TEST_F(FrameTest, OfOneSlideIgnoresTheTimeline) {
  const ShowPtr show = make_show(fake_parts(pair()));
  const Instant t = kMidnight + seconds(3);
  const Frame frame = frame_of_slide(*show, 1, milliseconds(200), t, *caches_);
  ASSERT_EQ(frame.scene.layers.size(), 2u);
  EXPECT_EQ(frame.scene.layers[1].offset, (Point{0, 10}));
  EXPECT_EQ(frame.showing[0].slide, "b");
  EXPECT_EQ(frame.showing[0].slot_start, t - milliseconds(200));
}

TEST(MakeShow, TakesStripsAndLampsForLed) {
  const auto led = [](Size size, Panel panel) {
    auto parts = fake_parts(pair());
    parts.screen.size = size;
    parts.screen.panel = panel;
    parts.screen.zones = {{"main", Rect::of({}, size), 0, "slides", {}}};
    return make_show(std::move(parts))->around.led;
  };
  EXPECT_TRUE(led({256, 32}, Panel::full));
  EXPECT_TRUE(led({1920, 1080}, Panel::red_green));
  EXPECT_FALSE(led({256, 64}, Panel::full));
  EXPECT_FALSE(led({1080, 1920}, Panel::full));
}

TEST(MakeShow, AnchorsScrollingToAFixedEpochOnWallClock) {
  auto parts = fake_parts(pair());
  parts.anchor = kMidnight;
  EXPECT_EQ(make_show(parts)->around.anchor, Instant{0});
  parts.playlist.campaign.sync = playlist::Sync::start;
  EXPECT_EQ(make_show(parts)->around.anchor, kMidnight);
}

TEST(MakeShow, ShowsAThemeOnLampsAsTheyCan) {
  auto parts = fake_parts(pair());
  parts.theme.colors.background_deep = kWhite;
  parts.theme.colors.text = {20, 20, 40};
  EXPECT_EQ(make_show(parts)->theme.colors.text, (Color{20, 20, 40}));
  parts.screen.panel = Panel::red;
  const ShowPtr lamps = make_show(parts);
  EXPECT_GE(contrast_ratio(lamps->theme.colors.text, {0, 0, 0}), 7);
  EXPECT_EQ(std::get<scene::FillOp>(lamps->backdrop->list.front()).color, (Color{0, 0, 0}));
}

TEST(Themes, OfASlideDecideItsTransition) {
  auto parts = fake_parts(pair());
  parts.playlist.slides[1].theme.value = "calm";
  kinds::Theme calm = parts.theme;
  calm.motion.transition = kinds::Transition::cut;
  calm.hash = hash_bytes("calm");
  parts.themes["calm"] = calm;
  const ShowPtr show = make_show(parts);
  EXPECT_EQ(transition_of(*show, {0, kMidnight, kMidnight + seconds(8)}), milliseconds(500));
  EXPECT_EQ(transition_of(*show, {1, kMidnight, kMidnight + seconds(8)}), Duration::zero());
  EXPECT_EQ(&show->theme_of(show->playlist.slides[0]), &show->theme);
  EXPECT_EQ(show->theme_of(show->playlist.slides[1]).hash, hash_bytes("calm"));
}

TEST(MakeShow, HashFollowsItsParts) {
  const Hash base = make_show(fake_parts(pair()))->hash;
  EXPECT_EQ(make_show(fake_parts(pair()))->hash, base);
  auto parts = fake_parts(pair());
  parts.unusable = {"a"};
  EXPECT_NE(make_show(parts)->hash, base);
  parts = fake_parts(pair());
  parts.theme.hash = hash_bytes("other");
  EXPECT_NE(make_show(parts)->hash, base);
  parts = fake_parts(pair());
  parts.themes["red"] = {};
  EXPECT_NE(make_show(parts)->hash, base);
  parts = fake_parts(pair());
  parts.playlist.hash = hash_bytes("other");
  EXPECT_NE(make_show(parts)->hash, base);
  EXPECT_EQ(make_show(parts)->layout_hash, make_show(fake_parts(pair()))->layout_hash);
}

}  // namespace
}  // namespace xp::show
