// SPDX-License-Identifier: MIT
#include "kinds/paged_slide.h"

#include "kinds_fixture.h"
#include "scene/builder.h"

namespace xp::kinds {
namespace {

constexpr Rect kBox{0, 0, 100, 80};

scene::Layer patch(int x) {
  return scene::layer(scene::Builder().fill({x, 0, 10, 10}, {255, 255, 255}).done(), {0, 0}, kBox);
}

/// A page of the given layers.
LaidPtr page(std::vector<scene::Layer> layers) {
  LaidSlide::State state;
  for (scene::Layer& layer : layers) state.parts.push_back({std::move(layer), {}});
  return std::make_shared<LaidSlide>(std::move(state));
}

const scene::Layer kGround = patch(0), kShared = patch(10), kFirst = patch(20), kSecond = patch(30),
                   kThird = patch(40);

/// Three pages on a ground that take a half, a quarter and a quarter of the time at 50 Hz.
PagedSlide three_pages(Duration fade) {
  return PagedSlide({{kGround},
                     {{page({kShared, kFirst}), 2}, {page({kShared, kSecond}), 1}, {page({kThird}), 1}},
                     {kNow, 50},
                     fade,
                     {}});
}

std::vector<scene::Layer> at(const Laid& laid, Duration elapsed) { return layers_at(laid, elapsed); }

TEST(PagedSlide, PagesShareTheTimeOfTheSlide) {
  const PagedSlide slide = three_pages(Duration::zero());
  EXPECT_EQ(at(slide, Duration::zero()), (std::vector{kGround, kShared, kFirst}));
  EXPECT_EQ(at(slide, milliseconds(9999)), (std::vector{kGround, kShared, kFirst}));
  EXPECT_EQ(at(slide, seconds(10)), (std::vector{kGround, kShared, kSecond}));
  EXPECT_EQ(at(slide, seconds(15)), (std::vector{kGround, kThird}));
  EXPECT_EQ(at(slide, seconds(3600)), (std::vector{kGround, kThird}));
}

TEST(PagedSlide, FadesFromPageToPageOverWhatBothHave) {
  const PagedSlide slide = three_pages(milliseconds(500));
  const auto layers = at(slide, milliseconds(10250));
  ASSERT_EQ(layers.size(), 4u);
  EXPECT_EQ(layers[0], kGround);
  EXPECT_EQ(layers[1], kShared);
  EXPECT_EQ(layers[2].ops, kFirst.ops);
  EXPECT_EQ(layers[3].ops, kSecond.ops);
  EXPECT_EQ(layers[2].opacity + layers[3].opacity, 255);
  EXPECT_EQ(at(slide, milliseconds(10500)), (std::vector{kGround, kShared, kSecond}));
}

TEST(PagedSlide, NothingChangesBetweenTheChangesAndNothingAfterTheLast) {
  for (const Duration fade : {Duration::zero(), Duration{milliseconds(500)}}) {
    const PagedSlide slide = three_pages(fade);
    Moment moment{Duration::zero(), kNow, {}, kStay};
    int changes = 0;
    for (Instant next = slide.next_change(moment); next != kNever; next = slide.next_change(moment)) {
      ASSERT_GT(next, moment.now);
      EXPECT_EQ(at(slide, moment.elapsed), at(slide, next - kNow - Duration{1}));
      moment = {next - kNow, next, {}, kStay};
      ASSERT_LE(++changes, 60);
    }
    EXPECT_EQ(changes, fade == Duration::zero() ? 2 : 2 + 2 * 25);
    EXPECT_EQ(at(slide, moment.elapsed), at(slide, seconds(3600)));
  }
}

TEST(PagedSlide, RestsAtTheEndOfEachPage) {
  const PagedSlide slide = three_pages(milliseconds(500));
  const std::vector<Duration> rests = slide.rests(kStay);
  ASSERT_EQ(rests.size(), 3u);
  EXPECT_EQ(at(slide, rests[0]), (std::vector{kGround, kShared, kFirst}));
  EXPECT_EQ(at(slide, rests[1]), (std::vector{kGround, kShared, kSecond}));
  EXPECT_EQ(rests[2], kStay);
}

TEST(PagedSlide, APageOfAGivenLengthLeavesAQuarterToTheOthers) {
  const auto change = [](Duration length) {
    const PagedSlide slide({{}, {{page({kFirst}), 0, length}, {page({kSecond})}}, {kNow, 50}, {}, {}});
    return slide.next_change({Duration::zero(), kNow, {}, kStay}) - kNow;
  };
  EXPECT_EQ(change(seconds(6)), seconds(6));
  EXPECT_EQ(change(seconds(60)), seconds(15));
}

TEST(PagedSlide, DuringTheTransitionTheFirstPageWaits) {
  const PagedSlide slide = three_pages(milliseconds(500));
  std::vector<scene::Layer> layers;
  slide.append_layers({Duration::zero(), kNow + milliseconds(7), {}, kStay}, layers);
  EXPECT_EQ(layers, (std::vector{kGround, kShared, kFirst}));
}

}  // namespace
}  // namespace xp::kinds
