// SPDX-License-Identifier: MIT
#include "kinds/series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace xp::kinds {
namespace {

constexpr double kApart = 0.1;                       // so different are neighbours in a ring, across a hall
constexpr double kLeastContrast = 2.5;               // of mixtures with the ground
constexpr std::array kShares{0.85, 0.7, 0.55, 0.4};  // of an ink over the ground
constexpr std::array kTints{0.3, 0.6};               // of the text over an ink
constexpr int kHues = 6;

struct Lab {
  double l = 0, a = 0, b = 0;
};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double value) {
  value = std::clamp(value, 0.0, 1.0);
  const double gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(255 * gamma));
}

/// OKLab, by its author's matrices.
Lab lab_of(Color color) {
  const double r = linear(color.r), g = linear(color.g), b = linear(color.b);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Color color_of(const Lab& lab) {
  const auto cube = [](double v) { return v * v * v; };
  const double l = cube(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
  const double m = cube(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
  const double s = cube(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
  return {encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
          encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
          encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), 255};
}

/// The inks with the ground, the text and each other: what belongs to the theme.
std::vector<Color> mixtures_of(const Palette& colors) {
  const std::array inks{colors.accent, colors.second, colors.third, colors.secondary};
  std::vector<Color> mixtures;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    for (const double share : kShares) mixtures.push_back(blend(inks[i], colors.background, share));
    for (const double tint : kTints) mixtures.push_back(blend(colors.text, inks[i], tint));
    for (std::size_t j = 0; j < i; ++j) mixtures.push_back(blend(inks[i], inks[j], 0.5));
  }
  return mixtures;
}

/// The second ink in other hues, for themes of few.
std::vector<Color> hues_of(const Palette& colors) {
  const Lab ink = lab_of(colors.second);
  std::vector<Color> hues;
  for (int i = 1; i < kHues; ++i) {
    const double turn = 2 * std::numbers::pi * i / kHues, c = std::cos(turn), s = std::sin(turn);
    const Color hue = color_of({ink.l, ink.a * c - ink.b * s, ink.a * s + ink.b * c});
    hues.push_back(hue);
    hues.push_back(blend(hue, colors.background, kShares[2]));
  }
  return hues;
}

double difference_from(Color color, const std::vector<Color>& series) {
  double least = 2;
  for (const Color other : series) least = std::min(least, difference(color, other));
  return least;
}

/// The one that differs most from all that are there; of those that stand off the ground.
Color farthest(const std::vector<Color>& candidates, const std::vector<Color>& series,
               const Palette& colors) {
  Color best = colors.text;
  double most = -1;
  for (const Color candidate : candidates) {
    const double least = difference_from(candidate, series);
    if (least <= most || contrast_ratio(candidate, colors.background) < kLeastContrast) continue;
    best = candidate;
    most = least;
  }
  return best;
}

}  // namespace

Color blend(Color top, Color bottom, double share) {
  const auto channel = [share](int a, int b) {
    return static_cast<std::uint8_t>(std::lround(b + (a - b) * share));
  };
  return {channel(top.r, bottom.r), channel(top.g, bottom.g), channel(top.b, bottom.b), 255};
}

double difference(Color a, Color b) {
  const Lab one = lab_of(a), other = lab_of(b);
  return std::hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

std::vector<Color> series_colors(const Palette& colors, std::size_t count) {
  std::vector<Color> series{colors.accent};
  for (const Color ink : {colors.second, colors.third, colors.secondary})
    if (difference_from(ink, series) >= kApart) series.push_back(ink);
  while (series.size() < count) {
    Color next = farthest(mixtures_of(colors), series, colors);
    if (difference_from(next, series) < kApart) next = farthest(hues_of(colors), series, colors);
    series.push_back(next);
  }
  series.resize(count);
  return series;
}

}  // namespace xp::kinds
