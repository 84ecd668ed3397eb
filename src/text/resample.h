// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace xp::text {

/// Premultiplied 32-bit pixels without padding between rows.
struct ColorPixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> bytes;  ///< four a pixel
};

/// Scaled to `width` × `height`: every new pixel is the mean of the area it covers; linear between pixels
/// when larger.
ColorPixels resample(const ColorPixels& source, int width, int height);

}  // namespace xp::text
