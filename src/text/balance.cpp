// SPDX-License-Identifier: MIT
// Headlines (spec §6): a given number of lines, weighed between the widest line, evenness, words and the last
// line.
#include <algorithm>
#include <limits>

#include "text/line_points.h"

namespace xp::text {
namespace {

// Weights in per cent of the mean line's width. A break inside a word (cost 30) may widen the widest line by
// 75 %, a break between words rather than behind a mark by some 8 %.
constexpr double kPerCost = 2.5;
constexpr double kUnevenness = 20.0;  // of Σ (relative difference from the mean)²
constexpr double kEmergency = 500.0;
constexpr double kOrphan = 150.0;   // one character on the last line
constexpr double kBare = 60.0;      // a line of marks alone
constexpr double kShortLast = 6.0;  // two
constexpr double kNever = std::numeric_limits<double>::infinity();

/// One search: the cheapest ways to have exactly k lines up to point j, none wider than a cap.
class Balancer {
 public:
  Balancer(std::u32string_view text, const std::vector<CutPoint>& points, const LineWidth& width_of,
           std::size_t count)
      : text_(text), points_(points), count_(count), size_(points.size()), widths_(size_ * size_) {
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t j = i + 1; j < size_; ++j)
        widths_[i * size_ + j] = width_of(points[i].at, points[j].at);
    }
    mean_ = std::max(1.0, static_cast<double>(width(0, size_ - 1).raw) / static_cast<double>(count));
  }

  /// Every cap that makes a difference is tried, from `cap` down; the best compromise wins.
  std::optional<std::vector<std::size_t>> solve(Em cap) {
    std::optional<std::vector<std::size_t>> best;
    double best_score = kNever;
    for (int tries = 0; tries < 48; ++tries) {
      const double demerits = search(cap);
      if (demerits == kNever) break;
      std::vector<std::size_t> ends = trace();
      const Em widest = widest_of(ends);
      const double score = 100.0 * widest.raw / mean_ + demerits;
      if (score < best_score) {
        best_score = score;
        best = std::move(ends);
      }
      cap = widest - Em{1};
    }
    return best;
  }

 private:
  Em width(std::size_t i, std::size_t j) const { return widths_[i * size_ + j]; }

  double line_demerits(std::size_t i, std::size_t j) const {
    const double off = (width(i, j).raw - mean_) / mean_;
    double demerits = kUnevenness * off * off;
    if (ink_count(text_, points_[i].at, points_[j].at) == 0) demerits += kBare;
    if (j + 1 < size_) return demerits + (points_[j].emergency ? kEmergency : kPerCost * points_[j].cost);
    if (count_ == 1) return demerits;
    const int ink = ink_count(text_, points_[i].at, points_[j].at);
    return demerits + (ink == 1 ? kOrphan : ink == 2 ? kShortLast : 0.0);
  }

  double search(Em cap) {
    best_.assign((count_ + 1) * size_, kNever);
    from_.assign(best_.size(), 0);
    best_[0] = 0;
    for (std::size_t k = 1; k <= count_; ++k) {
      for (std::size_t j = k; j < size_; ++j) {
        for (std::size_t i = j; i-- > k - 1;) {
          if (width(i, j).raw > std::int64_t{cap.raw} + kWidestDip.raw) break;
          if (width(i, j) <= cap) relax(k, i, j);
        }
      }
    }
    return best_[count_ * size_ + size_ - 1];
  }

  void relax(std::size_t k, std::size_t i, std::size_t j) {
    const double before = best_[(k - 1) * size_ + i];
    if (before == kNever) return;
    const double total = before + line_demerits(i, j);
    if (total < best_[k * size_ + j]) {
      best_[k * size_ + j] = total;
      from_[k * size_ + j] = i;
    }
  }

  std::vector<std::size_t> trace() const {
    std::vector<std::size_t> ends(count_);
    std::size_t j = size_ - 1;
    for (std::size_t k = count_; k > 0; --k) {
      ends[k - 1] = j;
      j = from_[k * size_ + j];
    }
    return ends;
  }

  Em widest_of(const std::vector<std::size_t>& ends) const {
    Em widest;
    std::size_t from = 0;
    for (const std::size_t to : ends) {
      widest = std::max(widest, width(from, to));
      from = to;
    }
    return widest;
  }

  std::u32string_view text_;
  const std::vector<CutPoint>& points_;
  std::size_t count_, size_;
  std::vector<Em> widths_;
  double mean_ = 1;
  std::vector<double> best_;
  std::vector<std::size_t> from_;
};

}  // namespace

std::optional<std::vector<std::size_t>> balance(std::u32string_view text, const std::vector<CutPoint>& points,
                                                const LineWidth& width_of, std::size_t count,
                                                std::optional<Em> width) {
  if (count == 0 || count + 1 > points.size()) return std::nullopt;
  constexpr Em kNoCap{std::numeric_limits<std::int32_t>::max()};
  return Balancer(text, points, width_of, count).solve(width ? *width + kWidthEpsilon : kNoCap);
}

}  // namespace xp::text
