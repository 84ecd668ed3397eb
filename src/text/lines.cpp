// SPDX-License-Identifier: MIT
#include "text/lines.h"

#include <algorithm>
#include <limits>

#include "text/line_points.h"

namespace xp::text {
namespace {

constexpr std::size_t kBalancePoints = 120, kBalanceLines = 16;

constexpr double kEmergencyCost = 2000.0;
constexpr double kOrphanCost = 200.0, kShortLastCost = 4.0;  // one Han on the last line; two
constexpr double kBareCost = 25.0;                           // a line of marks alone
constexpr double kHalfEmptyCost = 8.0;  // a line less than half full looks like the end of the paragraph
constexpr double kLineCost = 16.0;      // a line more than greedy filling needs
constexpr double kHardBreak = 1.5;      // a break that may split a word, above one between words
constexpr double kWordSplit = 150.0;    // a break that does: two bad ones between words are better

constexpr Em kLongestBareLine{8 * 65536};  // longer ones are not looked at

using Ends = std::vector<std::size_t>;

constexpr double kRounding = 1e-6;  // sums are compared that were added up in another order

/// The least of values [first, last pushed] for a `first` that never goes back.
class WindowLeast {
 public:
  explicit WindowLeast(const std::vector<double>& values) : values_(values) {
    rising_.reserve(values.size());
  }
  void push(std::size_t i) {
    while (rising_.size() > begin_ && values_[rising_.back()] >= values_[i]) rising_.pop_back();
    rising_.push_back(i);
  }
  double from(std::size_t first) {
    while (rising_[begin_] < first) ++begin_;
    return values_[rising_[begin_]];
  }

 private:
  const std::vector<double>& values_;
  std::vector<std::size_t> rising_;  // from begin_ on: where values stand that no later one is below
  std::size_t begin_ = 0;
};

/// Total fit: Σ slack² (em²) + cost over all lines but the last, whose slack is free.
class TotalFit {
 public:
  TotalFit(std::u32string_view text, const std::vector<CutPoint>& points, const LineWidth& width_of, Em width)
      : text_(text), points_(points), width_of_(width_of), width_(width) {}

  Ends ends() const {
    std::vector<double> best(points_.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> from(points_.size(), 0);
    best[0] = 0;
    std::size_t first = 0;  // lines that begin before it are too wide
    WindowLeast window(best);
    for (std::size_t j = 1; j < points_.size(); ++j) {
      window.push(j - 1);
      Em line = width_of_(points_[first].at, points_[j].at);
      while (first + 1 < j && line > width_ + kWidestDip)
        line = width_of_(points_[++first].at, points_[j].at);
      const bool last = j + 1 == points_.size();
      const double own = last ? 0 : kLineCost + break_demerits(points_[j]);
      double least = own - kRounding;  // what every line that begins later costs
      for (std::size_t i = first; i < j && window.from(first) + least <= best[j]; ++i) {
        if (best[i] + least > best[j]) continue;
        if (i > first) line = width_of_(points_[i].at, points_[j].at);
        if (line > width_ + kWidthEpsilon && i + 1 < j) continue;
        if (!last) least = own - kRounding + slack_cost(slack(line) - kWidestDip.value());
        const double total = best[i] + demerits(i, j, line);
        if (total <= best[j]) {
          best[j] = total;
          from[j] = i;
        }
      }
    }
    Ends out;
    for (std::size_t j = points_.size() - 1; j > 0; j = from[j]) out.push_back(j);
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  static double break_demerits(const CutPoint& point) {
    constexpr double kBetweenWords = 8;
    if (point.emergency) return kEmergencyCost;
    if (point.cost >= static_cast<std::uint8_t>(BreakCost::inside)) return kWordSplit;
    return point.cost + (kHardBreak - 1) * std::max(0.0, point.cost - kBetweenWords);
  }

  double slack(Em line) const { return (width_ - line).value(); }
  static double slack_cost(double slack) { return slack > 0 ? slack * slack : 0; }

  double demerits(std::size_t i, std::size_t j, Em line) const {
    if (j + 1 == points_.size()) {
      if (i == 0) return 0;
      const int ink = ink_count(text_, points_[i].at, points_[j].at);
      return ink == 0 ? kBareCost : ink == 1 ? kOrphanCost : ink == 2 ? kShortLastCost : 0.0;
    }
    const double half_empty = slack(line) > width_.value() / 2 ? kHalfEmptyCost : 0.0;
    const bool bare_line = line < kLongestBareLine && ink_count(text_, points_[i].at, points_[j].at) == 0;
    const double bare = bare_line ? kBareCost : 0.0;
    return slack_cost(slack(line)) + half_empty + bare + kLineCost + break_demerits(points_[j]);
  }

  std::u32string_view text_;
  const std::vector<CutPoint>& points_;
  const LineWidth& width_of_;
  Em width_;
};

Ends fill(std::u32string_view text, const std::vector<CutPoint>& points, const LineWidth& width_of, Em width,
          Filling filling) {
  if (filling == Filling::optimal) return TotalFit(text, points, width_of, width).ends();
  const Ends greedy = fill_greedily(points, width_of, width);
  if (filling == Filling::greedy || greedy.size() == 1) return greedy;
  if (points.size() > kBalancePoints || greedy.size() > kBalanceLines) {
    return TotalFit(text, points, width_of, width).ends();
  }
  return balance(text, points, width_of, greedy.size(), width).value_or(greedy);
}

void append_lines(const std::vector<CutPoint>& points, const Ends& ends, const LineWidth& width_of,
                  std::optional<Em> width, std::vector<LineRange>& out) {
  std::size_t from = 0;
  for (const std::size_t to : ends) {
    LineRange line{points[from].at, points[to].at, points[to].emergency};
    if (width && width_of(line.start, line.end) > *width + kWidthEpsilon) line.emergency = true;
    out.push_back(line);
    from = to;
  }
}

}  // namespace

std::vector<LineRange> choose_lines(std::u32string_view text, const BreakMap& breaks,
                                    const LineWidth& width_of, std::optional<Em> width, Filling filling) {
  std::vector<LineRange> lines;
  if (width) width = std::min(*width, kWidestLine);
  for (const Stretch stretch : stretches(text, breaks)) {
    if (!width) {
      lines.push_back({stretch.start, stretch.end, false});
      continue;
    }
    const std::vector<CutPoint> points = cut_points(text, breaks, stretch, width_of, width);
    append_lines(points, fill(text, points, width_of, *width, filling), width_of, width, lines);
  }
  return lines;
}

namespace {

/// One stretch of an author's text and the lines it is given.
struct Share {
  std::vector<CutPoint> points;
  Ends ends;
  Em widest;
};

std::optional<Share> with_lines(const Share& share, std::u32string_view text, const LineWidth& width_of,
                                std::size_t n) {
  std::optional<Ends> ends =
      n == 1 ? Ends{share.points.size() - 1} : balance(text, share.points, width_of, n, std::nullopt);
  if (!ends) return std::nullopt;
  Share out{share.points, std::move(*ends), Em{}};
  std::size_t from = 0;
  for (const std::size_t to : out.ends) {
    out.widest = std::max(out.widest, width_of(out.points[from].at, out.points[to].at));
    from = to;
  }
  return out;
}

/// Gives one line more to the widest stretch that can use it.
bool add_line(std::vector<Share>& shares, std::u32string_view text, const LineWidth& width_of) {
  std::vector<std::size_t> order(shares.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return shares[a].widest > shares[b].widest; });
  for (const std::size_t k : order) {
    if (auto more = with_lines(shares[k], text, width_of, shares[k].ends.size() + 1)) {
      shares[k] = std::move(*more);
      return true;
    }
  }
  return false;
}

}  // namespace

bool can_balance(std::u32string_view text, const BreakMap& breaks, std::size_t count) {
  if (count > kBalanceLines) return false;
  for (const Stretch stretch : stretches(text, breaks)) {
    const auto first = breaks.cost.begin() + stretch.start;
    const auto points =
        std::count_if(first, first + (stretch.end - stretch.start), [](auto cost) { return cost != 255; });
    if (static_cast<std::size_t>(points) > kBalancePoints) return false;
  }
  return true;
}

std::optional<BalancedLines> choose_balanced(std::u32string_view text, const BreakMap& breaks,
                                             const LineWidth& width_of, std::size_t count) {
  std::vector<Share> shares;
  if (!can_balance(text, breaks, count)) return std::nullopt;
  for (const Stretch stretch : stretches(text, breaks)) {
    shares.push_back({cut_points(text, breaks, stretch, width_of, std::nullopt), {}, {}});
    shares.back() = *with_lines(shares.back(), text, width_of, 1);
  }
  if (shares.size() > count) return std::nullopt;
  for (std::size_t n = shares.size(); n < count; ++n) {
    if (!add_line(shares, text, width_of)) return std::nullopt;
  }
  BalancedLines out;
  for (const Share& share : shares) {
    append_lines(share.points, share.ends, width_of, std::nullopt, out.lines);
    out.widest = std::max(out.widest, share.widest);
  }
  return out;
}

}  // namespace xp::text
