// SPDX-License-Identifier: MIT
#include "media/scaler.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace xp::media {
namespace {

/// What one px of the result takes from the source: px `first` and the following, weights summing to 65,536.
struct Taps {
  int first = 0;
  std::vector<std::uint32_t> weights;
};

/// Source px i of `from` covers [i · to, (i + 1) · to), result px k covers [k · from, (k + 1) · from).
Taps area_taps(int k, std::int64_t from, std::int64_t to) {
  const std::int64_t start = k * from, end = start + from;
  Taps taps{static_cast<int>(start / to), {}};
  std::uint32_t sum = 0;
  for (std::int64_t i = taps.first; i * to < end; ++i) {
    const std::int64_t overlap = std::min(end, (i + 1) * to) - std::max(start, i * to);
    taps.weights.push_back(static_cast<std::uint32_t>(overlap * 65536 / from));
    sum += taps.weights.back();
  }
  *std::max_element(taps.weights.begin(), taps.weights.end()) += 65536 - sum;
  return taps;
}

Taps linear_taps(int k, std::int64_t from, std::int64_t to) {
  const std::int64_t limit = (from - 1) << 16;
  const std::int64_t at = std::clamp(((2 * k + 1) * from * 32768) / to - 32768, std::int64_t{0}, limit);
  const auto part = static_cast<std::uint32_t>(at & 65535);
  const int first = static_cast<int>(at >> 16);
  return part == 0 ? Taps{first, {65536}} : Taps{first, {65536 - part, part}};
}

std::vector<Taps> all_taps(int from, int to) {
  std::vector<Taps> taps;
  taps.reserve(static_cast<std::size_t>(to));
  for (int k = 0; k < to; ++k) taps.push_back(to < from ? area_taps(k, from, to) : linear_taps(k, from, to));
  return taps;
}

using Wide = std::array<std::uint16_t, 4>;  // b g r a in 8.8 bits

void narrow_row(const std::uint32_t* source, const std::vector<Taps>& taps, std::vector<Wide>& out) {
  for (std::size_t k = 0; k < taps.size(); ++k) {
    std::array<std::uint32_t, 4> sum{};
    const std::uint32_t* pixel = source + taps[k].first;
    for (const std::uint32_t weight : taps[k].weights) {
      for (unsigned c = 0; c < 4; ++c) sum[c] += weight * (*pixel >> (8 * c) & 255);
      ++pixel;
    }
    for (unsigned c = 0; c < 4; ++c) out[k][c] = static_cast<std::uint16_t>(sum[c] >> 8);
  }
}

/// Rows already narrowed: the last two, for neighbouring results share them.
class Rows {
 public:
  Rows(const Picture& picture, int width) : picture_(picture), taps_(all_taps(picture.size.w, width)) {
    for (auto& row : rows_) row.resize(static_cast<std::size_t>(width));
  }
  const std::vector<Wide>& at(int y) {
    const std::size_t slot = static_cast<std::size_t>(y) % 2;
    if (held_[slot] != y) {
      narrow_row(picture_.pixels.data() + std::ptrdiff_t{y} * picture_.size.w, taps_, rows_[slot]);
      held_[slot] = y;
    }
    return rows_[slot];
  }

 private:
  const Picture& picture_;
  std::vector<Taps> taps_;
  std::array<std::vector<Wide>, 2> rows_;
  std::array<int, 2> held_{-1, -1};
};

}  // namespace

std::shared_ptr<const Picture> scaled(const Picture& picture, Size size) {
  auto out = std::make_shared<Picture>();
  out->size = size;
  out->opaque = picture.opaque;
  out->hash = Hasher().add(picture.hash).add(size.w).add(size.h).done();
  if (picture.size == size) {
    out->pixels = picture.pixels;
    return out;
  }
  out->pixels.reserve(static_cast<std::size_t>(size.w) * size.h);
  Rows rows(picture, size.w);
  std::vector<std::array<std::uint32_t, 4>> sums(static_cast<std::size_t>(size.w));
  for (const Taps& taps : all_taps(picture.size.h, size.h)) {
    sums.assign(sums.size(), {1U << 23, 1U << 23, 1U << 23, 1U << 23});
    for (std::size_t i = 0; i < taps.weights.size(); ++i) {
      const auto& row = rows.at(taps.first + static_cast<int>(i));
      for (std::size_t x = 0; x < sums.size(); ++x) {
        for (unsigned c = 0; c < 4; ++c) sums[x][c] += taps.weights[i] * row[x][c];
      }
    }
    for (const auto& s : sums)
      out->pixels.push_back(s[3] >> 24 << 24 | s[2] >> 24 << 16 | s[1] >> 24 << 8 | s[0] >> 24);
  }
  return out;
}

}  // namespace xp::media
