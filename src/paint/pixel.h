// SPDX-License-Identifier: MIT
// One premultiplied ARGB32 pixel, in pixman's rounding.
#pragma once

#include <cstdint>

#include "base/color.h"

namespace xp::paint {

/// a · b / 255, to the nearest.
constexpr std::uint32_t scaled(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t t = a * b + 128;
  return (t + (t >> 8)) >> 8;
}

constexpr std::uint32_t pack(std::uint32_t a, std::uint32_t r, std::uint32_t g, std::uint32_t b) {
  return a << 24 | r << 16 | g << 8 | b;
}

constexpr std::uint32_t premultiplied(Color c) {
  return pack(c.a, scaled(c.r, c.a), scaled(c.g, c.a), scaled(c.b, c.a));
}

constexpr std::uint32_t faded(std::uint32_t pixel, std::uint8_t opacity) {
  return pack(scaled(pixel >> 24, opacity), scaled(pixel >> 16 & 255, opacity),
              scaled(pixel >> 8 & 255, opacity), scaled(pixel & 255, opacity));
}

}  // namespace xp::paint
