// SPDX-License-Identifier: MIT
#include "text/missing_box.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace xp::text {

namespace {

// Three columns by five rows a digit, a row in three bits.
constexpr std::array<std::array<std::uint8_t, 5>, 16> kDigits{{{7, 5, 5, 5, 7},
                                                               {2, 6, 2, 2, 7},
                                                               {7, 1, 7, 4, 7},
                                                               {7, 1, 7, 1, 7},
                                                               {5, 5, 7, 1, 1},
                                                               {7, 4, 7, 1, 7},
                                                               {7, 4, 7, 5, 7},
                                                               {7, 1, 2, 2, 2},
                                                               {7, 5, 7, 5, 7},
                                                               {7, 5, 7, 1, 7},
                                                               {2, 5, 7, 5, 5},
                                                               {6, 5, 6, 5, 6},
                                                               {3, 4, 4, 4, 3},
                                                               {6, 5, 5, 5, 6},
                                                               {7, 4, 6, 4, 7},
                                                               {7, 4, 6, 4, 4}}};
constexpr int kDigitColumns = 3, kDigitRows = 5, kDigitsInRow = 3;
constexpr int kStripPx = 16;

void fill(GlyphImage& image, int x, int y, int w, int h) {
  for (int row = std::max(0, y); row < std::min(image.height, y + h); ++row) {
    for (int column = std::max(0, x); column < std::min(image.width, x + w); ++column) {
      image.pixels[static_cast<std::size_t>(row * image.stride + column)] = 255;
    }
  }
}

void draw_frame(GlyphImage& image, int stroke) {
  fill(image, 0, 0, image.width, stroke);
  fill(image, 0, image.height - stroke, image.width, stroke);
  fill(image, 0, 0, stroke, image.height);
  fill(image, image.width - stroke, 0, stroke, image.height);
}

void draw_digit(GlyphImage& image, int digit, int x, int y, int unit) {
  for (int row = 0; row < kDigitRows; ++row) {
    for (int column = 0; column < kDigitColumns; ++column) {
      const bool on =
          (kDigits[static_cast<std::size_t>(digit)][static_cast<std::size_t>(row)] >> (2 - column)) & 1;
      if (on) fill(image, x + column * unit, y + row * unit, unit, unit);
    }
  }
}

// U+4E00 in two rows of two, U+20BB7 in two rows of three.
void draw_digits(GlyphImage& image, const std::string& hex, int stroke) {
  const int columns = hex.size() <= 4 ? 2 : kDigitsInRow;
  const int wide = columns * kDigitColumns + columns - 1, tall = 2 * kDigitRows + 1;
  const int room_x = image.width - 4 * stroke, room_y = image.height - 4 * stroke;
  const int unit = std::min(room_x / wide, room_y / tall);
  if (unit < 1) return;
  const int left = (image.width - wide * unit) / 2, top = (image.height - tall * unit) / 2;
  for (int i = 0; i < static_cast<int>(hex.size()); ++i) {
    const char c = hex[static_cast<std::size_t>(i)];
    const int digit = c <= '9' ? c - '0' : c - 'A' + 10;
    const int x = left + i % columns * (kDigitColumns + 1) * unit;
    draw_digit(image, digit, x, top + i / columns * (kDigitRows + 1) * unit, unit);
  }
}

}  // namespace

GlyphImage draw_missing_box(std::uint32_t code_point, int size_px) {
  const int margin = std::max(1, size_px / 16), stroke = std::max(1, size_px / 24);
  // On a strip of 16 px the digits need the margin at one side.
  const int margins = size_px == kStripPx ? margin : 2 * margin;
  GlyphImage image;
  image.left = margin;
  image.width = image.stride = image.height = std::max(2, size_px - margins);
  image.top = size_px * 88 / 100 - margins / 2;  // in the middle of the em box
  image.pixels.assign(static_cast<std::size_t>(image.stride) * static_cast<std::size_t>(image.height), 0);
  draw_frame(image, stroke);
  const std::string hex = fmt::format("{:04X}", std::min(code_point, 0x10FFFFu));
  draw_digits(image, hex, stroke);
  return image;
}

}  // namespace xp::text
