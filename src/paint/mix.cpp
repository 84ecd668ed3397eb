// SPDX-License-Identifier: MIT
#include "paint/mix.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace xp::paint {
namespace {

/// In sixteen bits, which hold 255 · 255 + 128, plain enough for the compiler to make vectors of it: · 257 /
/// 65,536 is / 255, the upper half of a product.
void mix_bytes(const std::uint8_t* __restrict below, const std::uint8_t* __restrict above,
               std::uint8_t opacity, int count, std::uint8_t* __restrict to) {
  const auto of_above = static_cast<std::uint16_t>(opacity),
             of_below = static_cast<std::uint16_t>(255 - opacity);
  for (int i = 0; i < count; ++i) {
    const auto sum = static_cast<std::uint16_t>(below[i] * of_below + above[i] * of_above + 128);
    to[i] = static_cast<std::uint8_t>(std::uint32_t{sum} * 257 >> 16);
  }
}

const std::uint8_t* bytes(const std::uint32_t* pixels) {
  return reinterpret_cast<const std::uint8_t*>(pixels);
}

}  // namespace

void mix(const std::uint32_t* below, const std::uint32_t* above, std::uint8_t opacity, int count,
         std::uint32_t* to) {
  if (to != below)
    return mix_bytes(bytes(below), bytes(above), opacity, count * 4, reinterpret_cast<std::uint8_t*>(to));
  std::array<std::uint32_t, 256> copy;
  for (int done = 0; done < count; done += static_cast<int>(copy.size())) {
    const int part = std::min(count - done, static_cast<int>(copy.size()));
    std::memcpy(copy.data(), below + done, static_cast<std::size_t>(part) * 4);
    mix(copy.data(), above + done, opacity, part, to + done);
  }
}

}  // namespace xp::paint
