// SPDX-License-Identifier: MIT
#include "present/turned_copy.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace xp::present {

namespace {

/// Sideways a row becomes a column: in blocks that stay in the nearest cache, or every pixel would fetch a
/// line of its own.
constexpr int kBlock = 32;
constexpr int kSide = 4;  ///< of the squares that are turned at once

using Four = std::uint32_t __attribute__((vector_size(16)));

Four load(const std::uint32_t* from) {
  Four four;
  std::memcpy(&four, from, sizeof four);
  return four;
}

/// Rows become columns.
std::array<Four, kSide> transposed(const std::array<Four, kSide>& rows) {
  const auto& [a, b, c, d] = rows;
  const Four ab = __builtin_shufflevector(a, b, 0, 4, 1, 5), cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Four ab_end = __builtin_shufflevector(a, b, 2, 6, 3, 7),
             cd_end = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  return {__builtin_shufflevector(ab, cd, 0, 1, 4, 5), __builtin_shufflevector(ab, cd, 2, 3, 6, 7),
          __builtin_shufflevector(ab_end, cd_end, 0, 1, 4, 5),
          __builtin_shufflevector(ab_end, cd_end, 2, 3, 6, 7)};
}

/// A square whose left upper pixel is at `from` and `to`.
void copy_square(const TurnedPixels& pixels, const std::uint32_t* from, std::uint32_t* to,
                 std::ptrdiff_t row) {
  const bool backwards = pixels.down < 0;
  const std::uint32_t* first = backwards ? from + (kSide - 1) * pixels.down : from;
  std::array<Four, kSide> columns;
  for (int x = 0; x < kSide; ++x) columns[static_cast<std::size_t>(x)] = load(first + x * pixels.right);
  const std::array<Four, kSide> rows = transposed(columns);
  for (int y = 0; y < kSide; ++y) {
    const Four& four = rows[static_cast<std::size_t>(backwards ? kSide - 1 - y : y)];
    std::memcpy(to + y * row, &four, sizeof four);
  }
}

void copy_block(const TurnedPixels& pixels, const Rect& block, const Rect& rect, const paint::Target& to) {
  const auto source = [&](int x, int y) { return pixels.first + x * pixels.right + y * pixels.down; };
  const auto target = [&](int x, int y) { return to.row(rect.y + y) + rect.x + x; };
  const int squares_right = block.x + block.w / kSide * kSide,
            squares_bottom = block.y + block.h / kSide * kSide;
  for (int y = block.y; y < squares_bottom; y += kSide)
    for (int x = block.x; x < squares_right; x += kSide)
      copy_square(pixels, source(x, y), target(x, y), to.stride / 4);
  for (int y = block.y; y < block.bottom(); ++y)
    for (int x = y < squares_bottom ? squares_right : block.x; x < block.right(); ++x)
      *target(x, y) = *source(x, y);
}

/// `count` pixels up to `last`, the last first.
void copy_backwards(const std::uint32_t* last, int count, std::uint32_t* to) {
  for (; count >= kSide; count -= kSide, last -= kSide, to += kSide) {
    const Four four = load(last - (kSide - 1)), turned = __builtin_shufflevector(four, four, 3, 2, 1, 0);
    std::memcpy(to, &turned, sizeof turned);
  }
  for (; count > 0; --count) *to++ = *last--;
}

}  // namespace

void copy_turned(const TurnedPixels& from, const Rect& rect, const paint::Target& to) {
  if (from.right == 1 || from.right == -1) {
    for (int y = 0; y < rect.h; ++y) {
      const std::uint32_t* row = from.first + y * from.down;
      std::uint32_t* out = to.row(rect.y + y) + rect.x;
      if (from.right == 1) {
        std::copy_n(row, rect.w, out);
      } else {
        copy_backwards(row, rect.w, out);
      }
    }
    return;
  }
  for (int top = 0; top < rect.h; top += kBlock)
    for (int left = 0; left < rect.w; left += kBlock)
      copy_block(from, {left, top, std::min(kBlock, rect.w - left), std::min(kBlock, rect.h - top)}, rect,
                 to);
}

}  // namespace xp::present
