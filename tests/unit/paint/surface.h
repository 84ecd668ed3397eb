// SPDX-License-Identifier: MIT
// A picture in memory to paint into, and painters for tests.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "paint/painter.h"
#include "paint/pixmap.h"
#include "scene/builder.h"
#include "scene/damage.h"

namespace xp::test {

struct Surface {
  Size size;
  paint::Pixels pixels;
  explicit Surface(Size s, std::uint32_t fill = 0xff5a5a5a)
      : size(s), pixels(static_cast<std::size_t>(s.w) * s.h, fill) {}
  paint::Target target() { return {size, pixels.data(), size.w * 4}; }
  std::uint32_t at(int x, int y) const { return pixels.at(static_cast<std::size_t>(y * size.w + x)); }
};

/// A painter without fonts.
inline std::unique_ptr<paint::Painter> painter() {
  auto made = paint::Painter::create(std::make_shared<text::FontCatalog>());
  EXPECT_TRUE(made) << made.error().message;
  return *std::move(made);
}

inline Surface painted(paint::Painter& painter, const scene::Scene& scene) {
  Surface surface(scene.size);
  painter.paint(scene, {Rect::of({}, scene.size)}, surface.target());
  return surface;
}

/// Opaque grey all over, then `ops`.
inline scene::Scene over_grey(Size size, const scene::OpsPtr& ops, std::uint8_t opacity = 255) {
  const Rect all = Rect::of({}, size);
  return {
      size,
      {scene::layer(scene::Builder().fill(all, {90, 90, 90, 255}).done(), {}, all), {all, {}, opacity, ops}}};
}

inline int channel(std::uint32_t pixel, unsigned shift) { return static_cast<int>(pixel >> shift & 255); }

/// Coverage of white ink as characters from ' ' (none) to '@' (full): small pictures to read.
inline std::string ascii_art(const paint::Pixmap& pixmap) {
  constexpr std::string_view kShades = " .:-=+*#%@";
  std::string art;
  for (int y = 0; y < pixmap.size.h; ++y) {
    std::string row;
    for (int x = 0; x < pixmap.size.w; ++x) {
      const auto alpha = pixmap.pixels[static_cast<std::size_t>(y * pixmap.size.w + x)] >> 24;
      row += kShades[(alpha * 9 + 127) / 255];
    }
    row.erase(row.find_last_not_of(' ') + 1);
    art += row + '\n';
  }
  return art;
}

}  // namespace xp::test
