// SPDX-License-Identifier: MIT
#include "present/presenter.h"

#include <SDL.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "media/png_writer.h"
#include "present/cpu_presenter.h"
#include "support/golden.h"
#include "test_scene.h"

namespace xp::present {

using testing::HasSubstr;

namespace {

const std::vector<DriverChoice> kDummy{{"dummy", "a test"}};
constexpr Size kScene{320, 180};

std::unique_ptr<Presenter> cpu(const OutputOptions& options) {
  auto opened = open_cpu_presenter(options, kDummy);
  EXPECT_TRUE(opened) << opened.error().message;
  return *std::move(opened);
}

std::unique_ptr<Presenter> png(OutputOptions options, const std::string& path) {
  options.path = path;
  auto opened = open_presenter("png", options);
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

/// The window's pixels as a file, from the top left corner on.
std::string shown(Size size, const std::string& path) {
  SDL_Surface* surface = SDL_GetWindowSurface(newest_window());
  EXPECT_GE(surface->w, size.w);
  EXPECT_GE(surface->h, size.h);
  EXPECT_TRUE(
      media::write_png(path, size, static_cast<const std::uint32_t*>(surface->pixels), surface->pitch));
  return xp::test::read_file(path);
}

OutputOptions window_options() {
  OutputOptions options;
  options.size = kScene;
  options.window = kScene;
  return options;
}

}  // namespace

TEST(CpuPresenter, KnowsThatItsPictureDoesNotFitOntoTheDisplay) {
  OutputOptions options;
  options.size = kScene;
  const Size output = cpu(options)->output_size();
  options.region = {output.w - kScene.w, output.h - kScene.h};
  EXPECT_FALSE(cpu(options)->is_cut());
  options.rotation = 90;
  EXPECT_TRUE(cpu(options)->is_cut());  // higher than wide
  options.rotation = 0;
  ++options.region.x;
  EXPECT_TRUE(cpu(options)->is_cut());
  options.window = Size{80, 45};  // scaled
  EXPECT_FALSE(cpu(options)->is_cut());
}

TEST(Presenters, HaveDistinctNamesAndADoc) {
  std::set<std::string_view> names;
  for (const PresenterRow& row : presenters()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_GT(std::string_view(row.doc).size(), 10u);
  }
  EXPECT_TRUE(names.contains("cpu") && names.contains("png") && names.contains("null"));
}

TEST(Presenters, AStandInIsOneThatNeedsNone) {
  for (const PresenterRow& row : presenters()) {
    if (row.stand_in.empty()) continue;
    const auto in = std::ranges::find(presenters(), row.stand_in, &PresenterRow::name);
    ASSERT_NE(in, presenters().end()) << row.stand_in;
    EXPECT_TRUE(in->stand_in.empty());
  }
}

TEST(Presenters, AnUnknownNameIsAnErrorThatListsThem) {
  const auto opened = open_presenter("hologram", {});
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("hologram"));
  for (const PresenterRow& row : presenters())
    EXPECT_THAT(opened.error().message, HasSubstr(std::string(row.name)));
}

TEST(Presenters, PngNeedsAFile) { EXPECT_FALSE(open_presenter("png", {})); }

TEST(Presenters, CpuAndPngShowTheSameBytes) {
  const std::string folder = xp::test::scratch_directory();
  const auto p = test::painter(), q = test::painter();
  const auto window = cpu(window_options());
  const auto file = png({}, folder + "/png.png");
  for (const int step : {0, 1, 40, 41, 300}) {
    const scene::Scene scene = test::moving_shapes(kScene, step);
    ASSERT_TRUE(window->present(scene, *p));
    ASSERT_TRUE(file->present(scene, *q));
    EXPECT_EQ(shown(kScene, folder + "/cpu.png"), xp::test::read_file(folder + "/png.png"))
        << "step " << step;
  }
}

TEST(Presenters, CpuAndPngTurnAlike) {
  const std::string folder = xp::test::scratch_directory();
  const auto p = test::painter();
  OutputOptions options;
  options.size = kScene;
  options.rotation = 90;
  options.region = {5, 7};
  const auto window = cpu(options);
  const auto file = png(options, folder + "/png.png");
  for (const int step : {0, 9}) {
    ASSERT_TRUE(window->present(test::moving_shapes(kScene, step), *p));
    ASSERT_TRUE(file->present(test::moving_shapes(kScene, step), *p));
    EXPECT_EQ(shown({180 + 5, 320 + 7}, folder + "/cpu.png"), xp::test::read_file(folder + "/png.png"));
  }
}

TEST(CpuPresenter, PaintsDamageOnly) {
  const auto p = test::painter();
  const auto window = cpu(window_options());
  scene::Scene scene = test::flag(kScene);
  ASSERT_TRUE(window->present(scene, *p));
  const std::uint64_t whole = window->counts().painted_pixels;
  EXPECT_EQ(whole, 320u * 180u);
  ASSERT_TRUE(window->present(scene, *p));
  EXPECT_EQ(window->counts().painted_pixels, whole);
  scene.layers.push_back(test::at(test::filled({4, 3}, test::kBlueInk), {100, 50, 4, 3}));
  ASSERT_TRUE(window->present(scene, *p));
  EXPECT_EQ(window->counts().painted_pixels, whole + 12);
  EXPECT_EQ(window->counts().frames, 3u);
}

TEST(CpuPresenter, AChangedWindowIsPaintedWhole) {
  const std::string folder = xp::test::scratch_directory();
  const auto p = test::painter();
  OutputOptions options;
  options.size = kScene;
  const auto window = cpu(options);
  ASSERT_TRUE(window->present(test::flag(kScene), *p));
  SDL_SetWindowFullscreen(newest_window(), 0);
  SDL_SetWindowSize(newest_window(), 400, 300);
  EXPECT_TRUE(window->poll().exposed);
  ASSERT_TRUE(window->present(test::flag(kScene), *p));
  const auto file = png({}, folder + "/png.png");
  ASSERT_TRUE(file->present(test::flag(kScene), *p));
  EXPECT_EQ(shown(kScene, folder + "/cpu.png"), xp::test::read_file(folder + "/png.png"));
}

TEST(CpuPresenter, ThatItsWindowCameIsNoReasonToPaintAgain) {
  const auto window = cpu(window_options());
  EXPECT_FALSE(window->poll().exposed);
}

TEST(CpuPresenter, AnExposedWindowIsPaintedWhole) {
  const auto p = test::painter();
  const auto window = cpu(window_options());
  ASSERT_TRUE(window->present(test::flag(kScene), *p));
  while (window->poll().exposed) {
  }
  ASSERT_TRUE(window->present(test::flag(kScene), *p));
  const std::uint64_t before = window->counts().painted_pixels;
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_EXPOSED;
  SDL_PushEvent(&event);
  EXPECT_TRUE(window->poll().exposed);
  ASSERT_TRUE(window->present(test::flag(kScene), *p));
  EXPECT_EQ(window->counts().painted_pixels, before + 320u * 180u);
}

TEST(CpuPresenter, TheOverlayComesAndGoesWithoutATrace) {
  const std::string folder = xp::test::scratch_directory();
  const auto p = test::painter();
  const auto window = cpu(window_options());
  ASSERT_TRUE(window->present(test::moving_shapes(kScene, 0), *p));
  const std::string bare = shown(kScene, folder + "/a.png");
  window->set_overlay({"main: loans (playlist.toml:12)"});
  ASSERT_TRUE(window->present(test::moving_shapes(kScene, 0), *p));
  EXPECT_NE(shown(kScene, folder + "/a.png"), bare);
  window->set_overlay({});
  ASSERT_TRUE(window->present(test::moving_shapes(kScene, 0), *p));
  EXPECT_EQ(shown(kScene, folder + "/a.png"), bare);
}

TEST(CpuPresenter, TellsKeysInOrder) {
  const auto window = cpu(window_options());
  for (const SDL_Keycode code : {SDLK_RIGHT, SDLK_q, SDLK_SPACE, SDLK_F1, SDLK_ESCAPE}) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    SDL_PushEvent(&event);
  }
  EXPECT_EQ(window->poll().keys, (std::vector<Key>{Key::next, Key::pause, Key::overlay, Key::quit}));
}

TEST(CpuPresenter, AQuitThatNobodyAskedForIsALostDisplay) {
  const auto window = cpu(window_options());
  SDL_Event event{};
  event.type = SDL_QUIT;
  SDL_PushEvent(&event);
  const DisplayEvents events = window->poll();
  EXPECT_TRUE(events.lost);
  EXPECT_FALSE(events.closed);
  SDL_DestroyWindow(newest_window());  // a lost presenter leaves everything to the process that ends
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

TEST(CpuPresenter, ClosingAPreviewIsNoLoss) {
  const auto window = cpu(window_options());
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_CLOSE;
  SDL_PushEvent(&event);
  event = {};
  event.type = SDL_QUIT;
  SDL_PushEvent(&event);
  const DisplayEvents events = window->poll();
  EXPECT_TRUE(events.closed);
  EXPECT_FALSE(events.lost);
}

TEST(NullPresenter, Counts) {
  const auto p = test::painter();
  auto opened = open_presenter("null", {});
  ASSERT_TRUE(opened);
  Presenter& null = **opened;
  const scene::Scene scene = test::flag(kScene);
  ASSERT_TRUE(null.present(scene, *p));
  ASSERT_TRUE(null.present(scene, *p));
  EXPECT_EQ(null.counts().frames, 2u);
  EXPECT_EQ(null.counts().painted_pixels, 320u * 180u);
}

}  // namespace xp::present
