// SPDX-License-Identifier: MIT
#include "present/layer_drawer.h"

#include <gtest/gtest.h>

#include "drawn_pixels.h"
#include "present/output_window.h"
#include "test_scene.h"

namespace xp::present {

using namespace test;

namespace {

constexpr Size kSize{200, 120};
constexpr std::size_t kPlenty = std::size_t{1} << 24;

/// A window with a device of short textures.
class LayerDrawerTest : public testing::Test {
 protected:
  void SetUp() override {
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    OutputOptions options;
    options.size = kSize;
    options.window = kSize;
    auto window = OutputWindow::open(options, kDummy);
    ASSERT_TRUE(window) << window.error().message;
    window_ = *std::move(window);
    auto device = RenderDevice::create(window_->get(), 64);
    ASSERT_TRUE(device) << device.error().message;
    device_ = *std::move(device);
  }

  void draw(LayerDrawer& drawer, const scene::Scene& scene) {
    drawer.begin_pass();
    drawer.draw(scene.layers, Rect::of({}, scene.size), exact_placement(scene.size, {}, 0), *painter_);
    EXPECT_TRUE(device_->status());
  }
  int farthest(const scene::Scene& scene) {
    return difference(shown(scene.size), painted(scene, exact_placement(scene.size, {}, 0), scene.size));
  }

  std::unique_ptr<OutputWindow> window_;
  std::unique_ptr<RenderDevice> device_;
  std::unique_ptr<paint::Painter> painter_ = painter();
};

/// A strip of colours that run from left to right, `shift` px to the left.
scene::Scene strip(int shift, int length) {
  scene::Builder builder;
  const Rect whole{0, 0, length, 100};
  builder.gradient({whole,
                    scene::GradientOp::Shape::linear,
                    {Px::whole(0), Px::whole(0)},
                    {Px::whole(length), Px::whole(90)},
                    {{0, {200, 0, 0}}, {0.5, {0, 90, 0}}, {1, {0, 0, 255}}}});
  return {kSize,
          {at(filled(kSize, kBlueInk), Rect::of({}, kSize)),
           {{10, 5, 170, 110}, {-shift, 8}, 255, builder.done()}}};
}

/// Covers the scene; no two are alike.
scene::Scene ground(int number) {
  scene::Builder builder;
  const auto shade = static_cast<std::uint8_t>(number);
  builder.gradient({Rect::of({}, kSize),
                    scene::GradientOp::Shape::linear,
                    {Px::whole(0), Px::whole(0)},
                    {Px::whole(200), Px::whole(0)},
                    {{0, {shade, 0, 0}}, {1, {0, shade, 0}}}});
  return {kSize, {{Rect::of({}, kSize), {}, 255, builder.done()}}};
}

constexpr std::size_t kGround = 200 * 120 * 4;  ///< bytes of its textures

}  // namespace

TEST_F(LayerDrawerTest, WhatIsLongerThanATextureIsTiled) {
  LayerDrawer drawer(*device_, kPlenty);
  for (const int shift : {0, 1, 63, 64, 65, 300}) {
    const scene::Scene scene = strip(shift, 500);
    draw(drawer, scene);
    EXPECT_EQ(farthest(scene), 0) << shift;
  }
  EXPECT_EQ(drawer.texture_bytes(), 500u * 100u * 4u);
}

TEST_F(LayerDrawerTest, TexturesStayWithinTheBudget) {
  LayerDrawer drawer(*device_, 3 * kGround);
  std::vector<scene::Scene> alive;
  for (int i = 0; i < 10; ++i) {
    alive.push_back(ground(i));
    draw(drawer, alive.back());
    EXPECT_LE(drawer.texture_bytes(), 3 * kGround);
    EXPECT_EQ(farthest(alive.back()), 0);
  }
  EXPECT_EQ(drawer.texture_bytes(), 3 * kGround);
}

TEST_F(LayerDrawerTest, AFrameLargerThanTheBudgetIsDrawn) {
  LayerDrawer drawer(*device_, 1);
  const scene::Scene scene = strip(20, 300);
  draw(drawer, scene);
  EXPECT_EQ(farthest(scene), 0);
}

TEST_F(LayerDrawerTest, WhatWasPreparedIsNotPaintedAgain) {
  LayerDrawer drawer(*device_, kPlenty);
  const scene::Scene scene = ground(200);
  auto green = std::make_shared<paint::Pixmap>();
  green->size = kSize;
  green->pixels.assign(200 * 120, kGreen);
  drawer.prepare(scene.layers[0].ops, green);
  EXPECT_TRUE(drawer.has_steps());
  for (int steps = 0; drawer.has_steps(); ++steps) {
    ASSERT_LT(steps, 9);  // a tile each
    drawer.step();
  }
  EXPECT_EQ(drawer.texture_bytes(), kGround);
  draw(drawer, scene);
  EXPECT_EQ(difference(shown(kSize), *green), 0);
}

TEST_F(LayerDrawerTest, WhatIsNotWhollyUploadedIsFinishedWhenItIsDrawn) {
  LayerDrawer drawer(*device_, kPlenty);
  const scene::Scene scene = ground(200);
  drawer.prepare(scene.layers[0].ops, painter_->raster(scene.layers[0].ops));
  drawer.step();
  draw(drawer, scene);
  EXPECT_FALSE(drawer.has_steps());
  EXPECT_EQ(farthest(scene), 0);
}

TEST_F(LayerDrawerTest, FillsNeedNoTexture) {
  LayerDrawer drawer(*device_, kPlenty);
  const scene::Scene scene = flag(kSize);
  drawer.prepare(scene.layers[0].ops, painter_->raster(scene.layers[0].ops));
  EXPECT_FALSE(drawer.has_steps());
  draw(drawer, scene);
  EXPECT_EQ(drawer.texture_bytes(), 0u);
  EXPECT_EQ(farthest(scene), 0);
}

}  // namespace xp::present
