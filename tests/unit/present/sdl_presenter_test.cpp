// SPDX-License-Identifier: MIT
// With SDL's own software renderer: the same calls as with a GPU, on any machine.
#include "present/sdl_presenter.h"

#include <SDL.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "media/png_writer.h"
#include "present/canvas.h"
#include "test_scene.h"

namespace xp::present {

namespace {

const std::vector<DriverChoice> kDummy{{"dummy", "a test"}};
constexpr Size kScene{320, 180};

std::unique_ptr<Presenter> sdl(const OutputOptions& options) {
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
  auto opened = open_sdl_presenter(options, kDummy);
  EXPECT_TRUE(opened) << opened.error().message;
  return *std::move(opened);
}

SDL_Window* newest_window() {
  SDL_Window* newest = nullptr;
  for (Uint32 id = 1; id < 100; ++id) {
    if (SDL_Window* window = SDL_GetWindowFromID(id)) newest = window;
  }
  return newest;
}

/// What the renderer has drawn, from the top left corner on.
paint::Pixmap shown(Size size) {
  paint::Pixmap pixels{size, std::vector<std::uint32_t>(std::size_t(size.w) * std::size_t(size.h))};
  const SDL_Rect rect{0, 0, size.w, size.h};
  EXPECT_EQ(SDL_RenderReadPixels(SDL_GetRenderer(newest_window()), &rect, SDL_PIXELFORMAT_ARGB8888,
                                 pixels.pixels.data(), size.w * 4),
            0)
      << SDL_GetError();
  return pixels;
}

/// What the processor paints there.
paint::Pixmap painted(const scene::Scene& scene, const Placement& placement, Size size) {
  paint::Pixmap pixels{size, std::vector<std::uint32_t>(std::size_t(size.w) * std::size_t(size.h))};
  Canvas canvas;
  canvas.place(placement);
  const auto p = test::painter();
  canvas.paint(scene, *p, {Rect::of({}, size)}, {size, pixels.pixels.data(), size.w * 4});
  return pixels;
}

/// The largest difference of a channel.
int difference(const paint::Pixmap& a, const paint::Pixmap& b) {
  EXPECT_EQ(a.size, b.size);
  int worst = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    for (const int shift : {0, 8, 16}) {
      const int one = int(a.pixels[i] >> shift & 255), other = int(b.pixels[i] >> shift & 255);
      worst = std::max(worst, std::abs(one - other));
    }
  }
  return worst;
}

constexpr int kTolerance = 4;  ///< of 255, a channel: the software renderer rounds down, several times

/// Something of everything, at a place that moves; half of it faded as a group.
scene::Scene picture(int step) {
  scene::Builder builder;
  const Rect whole = Rect::of({}, kScene);
  builder.gradient({whole,
                    scene::GradientOp::Shape::radial,
                    {Px::whole(100), Px::whole(60)},
                    {Px::whole(300), Px::whole(60)},
                    {{0, {20, 60, 140}}, {1, {7, 27, 63}}}});
  scene::Scene scene{kScene, {{whole, {}, 255, builder.done()}}};
  builder.disc({Px::whole(20), Px::whole(20)}, Px::from(17.3), {255, 207, 92})
      .rounded({Px::whole(50), Px::whole(2), Px::whole(60), Px::whole(30)}, Px::whole(8),
               {255, 255, 255, 90});
  const scene::OpsPtr shapes = builder.done();
  scene.layers.push_back({{step, step / 2, 120, 45}, {step, step / 2}, 200, shapes});
  builder.fill({0, 0, 40, 30}, {200, 30, 40, 128});
  scene.layers.push_back({{150, 90, 40, 20}, {150, 85}, 180, builder.done()});
  builder.group({{{5, 5, 100, 60}, {5, 5}, 255, shapes}, {{30, 10, 100, 60}, {30, 10}, 150, shapes}});
  scene.layers.push_back({whole, {170, 20}, 130, builder.done()});
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
  const auto p = test::painter();
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

TEST(SdlPresenter, DrawsOnlyWhatChanged) {
  const auto presenter = sdl(full_screen());
  const auto p = test::painter();
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
  const auto p = test::painter();
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
