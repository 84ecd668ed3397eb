// SPDX-License-Identifier: MIT
#include "text/line_points.h"

#include <algorithm>

#include "text/break_rules.h"
#include "text/char_class.h"

namespace xp::text {

std::vector<Stretch> stretches(std::u32string_view text, const BreakMap& breaks) {
  std::vector<Stretch> out;
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto add = [&](std::uint32_t start, std::uint32_t end) {
    while (end > start && (kinds_of(text[end - 1]) & kind::line_end) != 0) --end;
    out.push_back({start, end});
  };
  std::uint32_t start = 0;
  for (std::uint32_t i = 1; i < size; ++i) {
    if (!breaks.forced[i]) continue;
    add(start, i);
    start = i;
  }
  add(start, size);
  return out;
}

int ink_count(std::u32string_view text, std::uint32_t start, std::uint32_t end) {
  int count = 0;
  for (std::uint32_t i = start; i < end && count < 3; ++i) {
    if ((kinds_of(text[i]) & (kind::mark | kind::space | kind::glue)) == 0) ++count;
  }
  return count;
}

namespace {

/// How well an emergency break stands before code point `i`: addresses break behind their marks, other marks
/// keep their rules if they can, numbers and words stay whole, a unit stays with its number.
int emergency_rank(std::u32string_view text, std::uint32_t i) {
  constexpr CharKinds kWhole = kind::any_digit | kind::letter;
  const CharKinds before = kinds_of(text[i - 1]), after = kinds_of(text[i]);
  const auto is_digit = [&](std::size_t k) {
    return k < text.size() && (kinds_of(text[k]) & kind::any_digit) != 0;
  };
  const auto is_point = [&](std::size_t k) { return text[k] == U'.' || text[k] == U','; };
  const bool decimal = (is_point(i - 1) && i > 1 && is_digit(i - 2) && is_digit(i)) ||
                       (is_point(i) && is_digit(i - 1) && is_digit(i + 1));
  if (decimal) return 1;
  const bool address_mark = std::u32string_view(U"/.-_?&=").find(text[i - 1]) != std::u32string_view::npos;
  if (address_mark && (after & kWhole) != 0) return (before & kind::solidus) != 0 ? 3 : 2;
  if (!may_start_line(text[i]) || !may_end_line(text[i - 1])) return 0;
  if ((before & kWhole) != 0 && (after & kWhole) != 0) return 1;
  if ((before & kind::magnitude) != 0 && (after & kind::unit) != 0) return 1;
  return (before & kind::any_digit) != 0 && (after & (kind::magnitude | kind::unit)) != 0 ? 2 : 3;
}

/// The graphemes of an unbreakable stretch cut to the width: the best rank in the last three fifths, the last
/// of that rank.
class EmergencyCutter {
 public:
  EmergencyCutter(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of, Em width)
      : text_(text), clusters_(breaks.clusters), width_of_(width_of), width_(width + kWidthEpsilon) {}

  void cut(std::uint32_t start, std::uint32_t end, std::vector<CutPoint>& out) const {
    while (width_of_(start, end) > width_) {
      const std::uint32_t at = best_cut(start, end);
      if (at >= end) return;
      out.push_back({at, 255, true});
      start = at;
    }
  }

 private:
  std::uint32_t best_cut(std::uint32_t start, std::uint32_t end) const {
    auto next = std::upper_bound(clusters_.begin(), clusters_.end(), start);
    if (next == clusters_.end() || *next >= end) return end;
    std::uint32_t best = *next;
    int best_rank = emergency_rank(text_, best);
    for (; next != clusters_.end() && *next < end && width_of_(start, *next) <= width_; ++next) {
      const int rank = emergency_rank(text_, *next);
      const bool short_line = width_of_(start, best).raw < width_.raw / 5 * 2;
      if (rank < best_rank && !short_line) continue;
      best = *next;
      best_rank = rank;
    }
    return best;
  }

  std::u32string_view text_;
  const std::vector<std::uint32_t>& clusters_;
  const LineWidth& width_of_;
  Em width_;
};

}  // namespace

std::vector<CutPoint> cut_points(std::u32string_view text, const BreakMap& breaks, Stretch stretch,
                                 const LineWidth& width_of, std::optional<Em> width) {
  std::vector<CutPoint> points;
  points.reserve(stretch.end - stretch.start + 1);
  points.push_back({stretch.start, 0, false});
  for (std::uint32_t i = stretch.start + 1; i <= stretch.end; ++i) {
    if (i < stretch.end && !breaks.allowed(i)) continue;
    const std::uint8_t cost = i < stretch.end ? breaks.cost[i] : std::uint8_t{0};
    const bool divisible = i > points.back().at + 1;
    if (width && divisible) EmergencyCutter(text, breaks, width_of, *width).cut(points.back().at, i, points);
    points.push_back({i, cost, false});
  }
  if (points.size() == 1) points.push_back({stretch.end, 0, false});
  return points;
}

std::vector<std::size_t> fill_greedily(const std::vector<CutPoint>& points, const LineWidth& width_of,
                                       Em width) {
  std::vector<std::size_t> ends;
  std::size_t from = 0;
  while (from + 1 < points.size()) {
    std::size_t to = from + 1;
    for (std::size_t next = to + 1; next < points.size(); ++next) {
      const Em line = width_of(points[from].at, points[next].at);
      if (line <= width + kWidthEpsilon) to = next;
      if (line > width + kWidestDip) break;
    }
    ends.push_back(to);
    from = to;
  }
  return ends;
}

}  // namespace xp::text
