// SPDX-License-Identifier: MIT
#include "text/resample.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace xp::text {

namespace {

/// What one new pixel takes of the old ones: weights of old pixels from `first` on, in 1/65,536.
struct Taps {
  int first = 0;
  std::vector<std::int32_t> weights;
};

double overlap(double from, double to, int pixel) {
  return std::max(0.0, std::min(to, pixel + 1.0) - std::max(from, static_cast<double>(pixel)));
}

Taps area_taps(int at, double ratio, int old_size) {
  const double from = at * ratio, to = std::min<double>((at + 1) * ratio, old_size);
  Taps taps{static_cast<int>(from), {}};
  for (int pixel = taps.first; pixel < to && pixel < old_size; ++pixel) {
    taps.weights.push_back(
        static_cast<std::int32_t>(std::lround(overlap(from, to, pixel) / (to - from) * 65536)));
  }
  return taps;
}

Taps linear_taps(int at, double ratio, int old_size) {
  const double centre = std::clamp((at + 0.5) * ratio - 0.5, 0.0, old_size - 1.0);
  const int first = static_cast<int>(centre);
  const auto second = static_cast<std::int32_t>(std::lround((centre - first) * 65536));
  if (first + 1 >= old_size) return {first, {65536}};
  return {first, {65536 - second, second}};
}

std::vector<Taps> taps_for(int old_size, int new_size) {
  const double ratio = static_cast<double>(old_size) / new_size;
  std::vector<Taps> taps;
  taps.reserve(static_cast<std::size_t>(new_size));
  for (int at = 0; at < new_size; ++at) {
    taps.push_back(ratio > 1 ? area_taps(at, ratio, old_size) : linear_taps(at, ratio, old_size));
  }
  return taps;
}

std::uint8_t rounded(std::int64_t sum) {
  return static_cast<std::uint8_t>(std::clamp<std::int64_t>((sum + 32768) >> 16, 0, 255));
}

// Along one axis: `step` bytes from one pixel to the next, for each of `lines` lines that start `line_step`
// bytes apart.
struct Axis {
  std::size_t lines, old_step, old_line, new_step, new_line;
};

void scale_axis(const std::vector<std::uint8_t>& from, std::vector<std::uint8_t>& to,
                const std::vector<Taps>& taps, const Axis& axis) {
  for (std::size_t line = 0; line < axis.lines; ++line) {
    for (std::size_t at = 0; at < taps.size(); ++at) {
      const std::uint8_t* old =
          &from[line * axis.old_line + static_cast<std::size_t>(taps[at].first) * axis.old_step];
      std::uint8_t* made = &to[line * axis.new_line + at * axis.new_step];
      for (std::size_t channel = 0; channel < 4; ++channel) {
        std::int64_t sum = 0;
        for (std::size_t k = 0; k < taps[at].weights.size(); ++k) {
          sum += std::int64_t{taps[at].weights[k]} * old[k * axis.old_step + channel];
        }
        made[channel] = rounded(sum);
      }
    }
  }
}

}  // namespace

ColorPixels resample(const ColorPixels& source, int width, int height) {
  ColorPixels made{width, height, {}};
  if (source.width <= 0 || source.height <= 0 || width <= 0 || height <= 0) return {};
  const auto size = [](int value) { return static_cast<std::size_t>(value); };
  std::vector<std::uint8_t> narrow(size(width) * size(source.height) * 4);
  scale_axis(source.bytes, narrow, taps_for(source.width, width),
             {size(source.height), 4, size(source.width) * 4, 4, size(width) * 4});
  made.bytes.resize(size(width) * size(height) * 4);
  scale_axis(narrow, made.bytes, taps_for(source.height, height),
             {size(width), size(width) * 4, 4, size(width) * 4, 4});
  return made;
}

}  // namespace xp::text
