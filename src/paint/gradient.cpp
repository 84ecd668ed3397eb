// SPDX-License-Identifier: MIT
#include "paint/gradient.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace xp::paint {
namespace {

/// The Bayer matrix as what is added to an 8.8 bit value before the fraction is cut off: 2, 6 … 254.
constexpr std::array<std::array<std::uint64_t, 8>, 8> make_thresholds() {
  std::array<std::array<std::uint64_t, 8>, 8> matrix{};
  for (unsigned y = 0; y < 8; ++y) {
    for (unsigned x = 0; x < 8; ++x) {
      unsigned rank = 0;
      for (unsigned bit = 0; bit < 3; ++bit) {
        const unsigned bx = x >> bit & 1, by = y >> bit & 1;
        rank |= (bx ^ by) << (5 - 2 * bit) | by << (4 - 2 * bit);
      }
      matrix[y][x] = (rank * 4 + 2) * 0x0001'0001'0001'0001;
    }
  }
  return matrix;
}
constexpr auto kThresholds = make_thresholds();

using Channels = std::array<double, 4>;  // a r g b, premultiplied, 0 … 255

Channels channels(Color c) {
  const double alpha = c.a / 255.0;
  return {static_cast<double>(c.a), c.r * alpha, c.g * alpha, c.b * alpha};
}

Channels mix(const Channels& a, const Channels& b, double t) {
  Channels out{};
  for (std::size_t i = 0; i < 4; ++i) out[i] = a[i] + (b[i] - a[i]) * t;
  return out;
}

/// The colour at `t`; before the first and after the last stop it stays.
Channels color_at(const std::vector<scene::GradientStop>& stops, double t) {
  if (t <= stops.front().at) return channels(stops.front().color);
  for (std::size_t i = 1; i < stops.size(); ++i) {
    if (t > stops[i].at) continue;
    const double span = stops[i].at - stops[i - 1].at;
    const double part = span > 0 ? (t - stops[i - 1].at) / span : 1;
    return mix(channels(stops[i - 1].color), channels(stops[i].color), part);
  }
  return channels(stops.back().color);
}

std::uint64_t wide(const Channels& c) {
  std::uint64_t out = 0;
  for (const double channel : c) out = out << 16 | static_cast<std::uint64_t>(channel * 256 + 0.5);
  return out;
}

constexpr int kAtOnce = 8;  // pixels: as wide as the matrix

using Lanes = std::uint16_t __attribute__((vector_size(16)));
using Bytes = std::uint8_t __attribute__((vector_size(16)));
using Pair = std::uint64_t __attribute__((vector_size(16)));

/// Cuts the fractions of two colours and two more off: four pixels.
void put(Pair first, Pair second, std::uint32_t* out) {
  const Lanes a = std::bit_cast<Lanes>(first) >> 8, b = std::bit_cast<Lanes>(second) >> 8;
  const Bytes bytes = __builtin_convertvector(
      __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Bytes);
  std::memcpy(out, &bytes, sizeof bytes);
}

}  // namespace

Gradient::Gradient(const scene::GradientOp& op)
    : shape_(op.shape),
      from_x_(static_cast<float>(op.from.x.value())),
      from_y_(static_cast<float>(op.from.y.value())) {
  const double dx = op.to.x.value() - op.from.x.value(), dy = op.to.y.value() - op.from.y.value();
  const double square = dx * dx + dy * dy;
  // Without a distance every px but the start lies beyond the last stop.
  const double length = square > 0 ? std::sqrt(square) : 1.0 / kEntries;
  const double across = square > 0 ? square : length * length;
  step_x_ = static_cast<float>(dx / across * (kEntries - 1));
  step_y_ = static_cast<float>(dy / across * (kEntries - 1));
  entries_per_px_ = static_cast<float>((kEntries - 1) / length);
  build_table(op);
}

void Gradient::build_table(const scene::GradientOp& op) {
  table_.reserve(kEntries);
  for (int i = 0; i < kEntries; ++i) table_.push_back(wide(color_at(op.stops, i / (kEntries - 1.0))));
}

void Gradient::linear_indices(int x, int y, int width) {
  const float start = (static_cast<float>(y) + 0.5F - from_y_) * step_y_ + 0.5F;
  const float left = static_cast<float>(x) + 0.5F - from_x_;
  for (int i = 0; i < width; ++i) {
    const float t = start + (left + static_cast<float>(i)) * step_x_;
    indices_[static_cast<std::size_t>(i)] =
        static_cast<std::int32_t>(std::min(std::max(t, 0.0F), kEntries - 1.0F));
  }
}

void Gradient::radial_indices(int x, int y, int width) {
  const float dy = static_cast<float>(y) + 0.5F - from_y_;
  const float left = static_cast<float>(x) + 0.5F - from_x_;
  for (int i = 0; i < width; ++i) {
    const float dx = left + static_cast<float>(i);
    const float t = std::sqrt(dx * dx + dy * dy) * entries_per_px_ + 0.5F;
    indices_[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(std::min(t, kEntries - 1.0F));
  }
}

void Gradient::paint_row(int x, int y, int width, std::uint32_t* out) {
  const int whole = width / kAtOnce * kAtOnce, padded = (width + kAtOnce - 1) / kAtOnce * kAtOnce;
  indices_.resize(static_cast<std::size_t>(padded));
  shape_ == scene::GradientOp::Shape::linear ? linear_indices(x, y, padded) : radial_indices(x, y, padded);
  std::array<std::uint64_t, kAtOnce> thresholds = kThresholds[static_cast<unsigned>(y) & 7];
  std::ranges::rotate(thresholds, thresholds.begin() + (static_cast<unsigned>(x) & 7));
  // Pointers of our own: what is written to `out` does not change them.
  const std::uint64_t* const table = table_.data();
  const std::int32_t* const indices = indices_.data();
  const auto pair = [&](int i, std::size_t phase) {
    return Pair{table[indices[i]], table[indices[i + 1]]} + Pair{thresholds[phase], thresholds[phase + 1]};
  };
  const auto eight = [&](int i, std::uint32_t* to) {
    put(pair(i, 0), pair(i + 2, 2), to);
    put(pair(i + 4, 4), pair(i + 6, 6), to + 4);
  };
  for (int i = 0; i < whole; i += kAtOnce) eight(i, out + i);
  if (whole == width) return;
  std::array<std::uint32_t, kAtOnce> last{};
  eight(whole, last.data());
  std::copy_n(last.begin(), width - whole, out + whole);
}

}  // namespace xp::paint
