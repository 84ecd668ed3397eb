// SPDX-License-Identifier: MIT
// What SDL's own software renderer has drawn into a window that nobody sees, and what is to be there.
#pragma once

#include <SDL.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "present/canvas.h"
#include "present/video_driver.h"
#include "test_scene.h"

namespace xp::present::test {

inline const std::vector<DriverChoice> kDummy{{"dummy", "a test"}};

inline SDL_Window* newest_window() {
  SDL_Window* newest = nullptr;
  for (Uint32 id = 1; id < 100; ++id) {
    if (SDL_Window* window = SDL_GetWindowFromID(id)) newest = window;
  }
  return newest;
}

/// What the renderer has drawn, from the top left corner on.
inline paint::Pixmap shown(Size size) {
  paint::Pixmap pixels{size, paint::pixels_for(size), {}};
  const SDL_Rect rect{0, 0, size.w, size.h};
  EXPECT_EQ(SDL_RenderReadPixels(SDL_GetRenderer(newest_window()), &rect, SDL_PIXELFORMAT_ARGB8888,
                                 pixels.pixels.data(), size.w * 4),
            0)
      << SDL_GetError();
  return pixels;
}

/// What the processor paints there, `white` with this level.
inline paint::Pixmap painted(const scene::Scene& scene, const Placement& placement, Size size,
                             std::uint8_t white = 255) {
  paint::Pixmap pixels{size, paint::pixels_for(size), {}};
  Canvas canvas;
  canvas.place(placement);
  canvas.set_white(white);
  const auto p = painter();
  canvas.paint(scene, *p, {Rect::of({}, size)}, {size, pixels.pixels.data(), size.w * 4});
  return pixels;
}

/// The largest difference of a channel.
inline int difference(const paint::Pixmap& a, const paint::Pixmap& b) {
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

inline constexpr int kTolerance = 4;  ///< of 255, a channel: the software renderer rounds down, several times

}  // namespace xp::present::test
