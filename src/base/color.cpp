// SPDX-License-Identifier: MIT
#include "base/color.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xp::inline base {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Contrast is asked for pixel by pixel.
std::array<double, 256> light_of_levels() {
  std::array<double, 256> light{};
  for (std::size_t i = 0; i < light.size(); ++i) light[i] = light_of_value(static_cast<double>(i) / 255);
  return light;
}

std::uint8_t blend(std::uint8_t top, std::uint8_t bottom, std::uint8_t alpha) {
  return static_cast<std::uint8_t>((top * alpha + bottom * (255 - alpha) + 127) / 255);
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
  if (!text.starts_with('#')) return std::nullopt;
  text.remove_prefix(1);
  if (text.size() != 3 && text.size() != 6 && text.size() != 8) return std::nullopt;
  if (!std::ranges::all_of(text, [](char c) { return hex_digit(c) >= 0; })) return std::nullopt;
  const std::size_t digits = text.size() == 3 ? 1 : 2;
  std::array<std::uint8_t, 4> channel{0, 0, 0, 255};
  for (std::size_t i = 0; i * digits < text.size(); ++i) {
    const int high = hex_digit(text[i * digits]), low = hex_digit(text[i * digits + digits - 1]);
    channel[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Color{channel[0], channel[1], channel[2], channel[3]};
}

std::string format_color(Color color) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t channel : {color.r, color.g, color.b, color.a}) {
    text += digits[channel >> 4];
    text += digits[channel & 15];
  }
  if (color.a == 255) text.resize(7);
  return text;
}

Color over(Color top, Color bottom) {
  return {blend(top.r, bottom.r, top.a), blend(top.g, bottom.g, top.a), blend(top.b, bottom.b, top.a), 255};
}

double light_of_value(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double light_of(std::uint8_t level) {
  static const std::array<double, 256> light = light_of_levels();
  return light[level];
}

double luminance(Color c) { return 0.2126 * light_of(c.r) + 0.7152 * light_of(c.g) + 0.0722 * light_of(c.b); }

double contrast_ratio(Color a, Color b) {
  const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
  return first > second ? first / second : second / first;
}

}  // namespace xp::inline base
