// SPDX-License-Identifier: MIT
// With SDL's own software renderer: the same calls as with a GPU, on any machine.
#include "present/sdl_presenter.h"

#include <SDL.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>

#include "drawn_pixels.h"
#include "test_scene.h"

namespace xp::present {

using namespace test;

namespace {

constexpr Size kScene{320, 180};

std::unique_ptr<Presenter> sdl(const OutputOptions& options) {
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
  auto opened = open_sdl_presenter(options, kDummy);
  EXPECT_TRUE(opened) << opened.error().message;
  return *std::move(opened);
}

/// Something of everything, at a place that moves; half of it faded as a group.
scene::Scene picture(int step) {
  scene::Scene scene = moving_shapes(kScene, step);
  const scene::OpsPtr shapes = scene.layers.back().ops;
  scene::Builder builder;
  builder.fill({0, 0, 40, 30}, {200, 30, 40, 128});
  scene.layers.push_back({{150, 90, 40, 20}, {150, 85}, 180, builder.done()});
  builder.group({{{5, 5, 100, 60}, {5, 5}, 255, shapes}, {{30, 10, 100, 60}, {30, 10}, 150, shapes}});
  scene.layers.push_back({Rect::of({}, kScene), {170, 20}, 130, builder.done()});
  return scene;
}

OutputOptions full_screen() {
  OutputOptions options;
  options.size = kScene;
  return options;
}

class SdlRotation : public testing::TestWithParam<int> {};

}  // namespace

TEST_P(SdlRotation, ShowsWhatTheProcessorPaints) {
  OutputOptions options = full_screen();
  options.rotation = GetParam();
  options.region = {5, 7};
  const auto presenter = sdl(options);
  const auto p = painter();
  const Size size{400, 400};
  for (const int step : {0, 1, 40, 300}) {
    const scene::Scene scene = picture(step);
    ASSERT_TRUE(presenter->present(scene, *p));
    const paint::Pixmap expected =
        painted(scene, exact_placement(kScene, options.region, options.rotation), size);
    EXPECT_LE(difference(shown(size), expected), kTolerance) << "step " << step;
  }
}

INSTANTIATE_TEST_SUITE_P(AllQuarters, SdlRotation, testing::Values(0, 90, 180, 270));

namespace {

SDL_malloc_func real_malloc = nullptr;
int failures = 0;  ///< of large allocations, that are to come

void* failing_malloc(std::size_t size) {
  constexpr std::size_t kLarge = 20'000;
  if (size < kLarge || failures == 0) return real_malloc(size);
  --failures;
  return nullptr;
}

/// SDL's memory runs out now and then.
class ScarceMemory {
 public:
  ScarceMemory() {
    SDL_GetMemoryFunctions(&real_malloc, &calloc_, &realloc_, &free_);
    SDL_SetMemoryFunctions(failing_malloc, calloc_, realloc_, free_);
  }
  ~ScarceMemory() {
    failures = 0;
    SDL_SetMemoryFunctions(real_malloc, calloc_, realloc_, free_);
  }

 private:
  SDL_calloc_func calloc_ = nullptr;
  SDL_realloc_func realloc_ = nullptr;
  SDL_free_func free_ = nullptr;
};

}  // namespace

TEST(SdlPresenter, ADeviceWhoseCallsFailIsMadeAnew) {
  const ScarceMemory memory;
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  failures = 1;
  ASSERT_TRUE(presenter->present(picture(3), *p));
  EXPECT_EQ(failures, 0);
  EXPECT_LE(difference(shown(kScene), painted(picture(3), exact_placement(kScene, {}, 0), kScene)),
            kTolerance);
}

TEST(SdlPresenter, ADeviceThatFailsAgainAndAgainIsAnError) {
  const ScarceMemory memory;
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  failures = 1000;
  EXPECT_FALSE(presenter->present(picture(3), *p));
  failures = 0;
  EXPECT_TRUE(presenter->present(picture(3), *p));
}

TEST(SdlPresenter, ShowsThePictureWithLessLight) {
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  for (const std::uint8_t white : std::initializer_list<std::uint8_t>{255, 254, 123, 13, 255}) {
    presenter->set_white(white);
    ASSERT_TRUE(presenter->present(picture(3), *p));
    const paint::Pixmap expected = painted(picture(3), exact_placement(kScene, {}, 0), kScene, white);
    EXPECT_LE(difference(shown(kScene), expected), kTolerance) << "white " << int{white};
  }
}

TEST(SdlPresenter, WhiteHasTheLevelItIsToHave) {
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  const scene::Scene white{kScene, {at(filled(kScene, {255, 255, 255}), Rect::of({}, kScene))}};
  for (const std::uint8_t level : std::initializer_list<std::uint8_t>{255, 200, 123, 13}) {
    presenter->set_white(level);
    ASSERT_TRUE(presenter->present(white, *p));
    EXPECT_NEAR(shown(kScene).pixels.front() & 255, level, 1);
  }
}

TEST(SdlPresenter, CannotShowAPanelsColours) {
  OutputOptions options = full_screen();
  options.panel = Panel::red;
  EXPECT_FALSE(open_sdl_presenter(options, kDummy));
}

TEST(SdlPresenter, APreviewKeepsProportionsInTheMiddle) {
  OutputOptions options = full_screen();
  options.window = {640, 400};
  const auto presenter = sdl(options);
  const auto p = painter();
  ASSERT_TRUE(presenter->present(flag(kScene), *p));
  const paint::Pixmap pixels = shown({640, 400});
  const auto at = [&](int x, int y) { return pixels.pixels[std::size_t(y) * 640 + std::size_t(x)] | kBlack; };
  EXPECT_EQ(at(0, 19), kBlack);
  EXPECT_EQ(at(0, 20), kGreen);
  EXPECT_EQ(at(3, 21), kGreen);
  EXPECT_EQ(at(4, 20), kRed);
  EXPECT_EQ(at(639, 379), kRed);
  EXPECT_EQ(at(639, 380), kBlack);
}

TEST(SdlPresenter, TheOverlayComesAndGoesWithoutATrace) {
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  ASSERT_TRUE(presenter->present(picture(0), *p));
  const paint::Pixmap bare = shown(kScene);
  presenter->set_overlay({"main: loans (playlist.toml:12)"});
  ASSERT_TRUE(presenter->present(picture(0), *p));
  EXPECT_NE(shown(kScene).pixels, bare.pixels);
  presenter->set_overlay({});
  ASSERT_TRUE(presenter->present(picture(0), *p));
  EXPECT_EQ(shown(kScene).pixels, bare.pixels);
}

TEST(SdlPresenter, UploadsAheadASliceAtEachPoll) {
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  const scene::Scene scene = picture(0);
  EXPECT_FALSE(presenter->busy());
  presenter->prepare(scene.layers[0].ops, p->raster(scene.layers[0].ops));
  EXPECT_TRUE(presenter->busy());
  EXPECT_THAT(presenter->memory(), testing::ElementsAre(testing::Field(&MemoryUse::bytes, 0u)));
  presenter->poll();
  EXPECT_FALSE(presenter->busy());
  EXPECT_THAT(presenter->memory(),
              testing::ElementsAre(testing::AllOf(testing::Field(&MemoryUse::store, "textures"),
                                                  testing::Field(&MemoryUse::bytes, 320u * 180u * 4u))));
}

TEST(SdlPresenter, DrawsOnlyWhatChanged) {
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  while (presenter->poll().exposed) {
  }
  ASSERT_TRUE(presenter->present(picture(0), *p));
  const std::uint64_t whole = presenter->counts().painted_pixels;
  EXPECT_GE(whole, 320u * 180u);
  ASSERT_TRUE(presenter->present(picture(0), *p));
  EXPECT_EQ(presenter->counts().painted_pixels, whole);
  ASSERT_TRUE(presenter->present(picture(1), *p));
  EXPECT_EQ(presenter->counts().painted_pixels, 2 * whole);
  EXPECT_EQ(presenter->counts().frames, 3u);
}

TEST(SdlPresenter, AResetDeviceIsMadeAnew) {
  const auto presenter = sdl(full_screen());
  const auto p = painter();
  ASSERT_TRUE(presenter->present(picture(3), *p));
  SDL_Event event{};
  event.type = SDL_RENDER_DEVICE_RESET;
  SDL_PushEvent(&event);
  EXPECT_TRUE(presenter->poll().exposed);
  ASSERT_TRUE(presenter->present(picture(3), *p));
  EXPECT_LE(difference(shown(kScene), painted(picture(3), exact_placement(kScene, {}, 0), kScene)),
            kTolerance);
}

}  // namespace xp::present
