// SPDX-License-Identifier: MIT
// Scenes whose every pixel is known, and what is needed to paint them.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "paint/painter.h"
#include "paint/pixmap.h"
#include "scene/builder.h"
#include "scene/scene.h"

namespace xp::present::test {

inline std::unique_ptr<paint::Painter> painter() {
  auto made = paint::Painter::create(std::make_shared<text::FontCatalog>());
  EXPECT_TRUE(made) << made.error().message;
  return *std::move(made);
}

inline scene::OpsPtr filled(Size size, Color color) {
  return scene::Builder().fill(Rect::of({}, size), color).done();
}

inline scene::Layer at(scene::OpsPtr ops, Rect place) { return {place, place.origin(), 255, std::move(ops)}; }

/// Pixels of an output, with the last one of a row apart from the next row's first.
struct Output {
  explicit Output(Size s)
      : size(s), stride(s.w + 3), pixels(std::size_t(stride) * std::size_t(s.h), kUnpainted) {}
  static constexpr std::uint32_t kUnpainted = 0x12345678;
  std::uint32_t at(int x, int y) const {
    return pixels[std::size_t(y) * std::size_t(stride) + std::size_t(x)] | 0xFF000000;
  }
  paint::Target target() { return {size, pixels.data(), stride * 4}; }
  Size size;
  int stride;
  std::vector<std::uint32_t> pixels;
};

inline constexpr std::uint32_t kBlack = 0xFF000000, kRed = 0xFFFF0000, kGreen = 0xFF00FF00,
                               kBlue = 0xFF0000FF;
inline constexpr Color kRedInk{255, 0, 0}, kGreenInk{0, 255, 0}, kBlueInk{0, 0, 255};

/// Red, with a green field of 2 × 1 px in the top left corner.
inline scene::Scene flag(Size size) {
  return {size, {at(filled(size, kRedInk), Rect::of({}, size)), at(filled({2, 1}, kGreenInk), {0, 0, 2, 1})}};
}

/// A gradient, and shapes upon it at a place that moves.
inline scene::Scene moving_shapes(Size size, int step) {
  scene::Builder builder;
  const Rect whole = Rect::of({}, size);
  builder.gradient({whole,
                    scene::GradientOp::Shape::radial,
                    {Px::whole(100), Px::whole(60)},
                    {Px::whole(300), Px::whole(60)},
                    {{0, {20, 60, 140}}, {1, {7, 27, 63}}}});
  scene::Scene scene{size, {{whole, {}, 255, builder.done()}}};
  builder.disc({Px::whole(20), Px::whole(20)}, Px::from(17.3), {255, 207, 92})
      .rounded({Px::whole(50), Px::whole(2), Px::whole(60), Px::whole(30)}, Px::whole(8),
               {255, 255, 255, 90});
  scene.layers.push_back({{step, step / 2, 120, 45}, {step, step / 2}, 200, builder.done()});
  return scene;
}

}  // namespace xp::present::test
