// SPDX-License-Identifier: MIT
#include "kinds/line_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xp::kinds {
namespace {

constexpr int kFarthest = 3;        // heights of a figure: one further off would be another point's
constexpr double kAside = 0.35;     // what a px sideways costs, of one away from the point
constexpr double kWrongSide = 0.6;  // heights: what the other side of the line costs

Rect grown(const Rect& rect, int by) { return rect.inset(-by); }

bool crosses(const Rect& rect, Spot a, Spot b) {
  if (a.x > b.x) std::swap(a, b);
  const double left = std::max<double>(a.x, rect.x), right = std::min<double>(b.x, rect.right());
  if (left > right) return false;
  const auto y = [&](double x) { return b.x > a.x ? a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) : a.y; };
  return std::max(y(left), y(right)) > rect.y && std::min(y(left), y(right)) < rect.bottom();
}

/// How far the nearest part of the rectangle is from the spot.
double distance(const Rect& rect, Spot spot) {
  const double x = std::max({rect.x - spot.x, spot.x - rect.right(), 0.0});
  const double y = std::max({rect.y - spot.y, spot.y - rect.bottom(), 0.0});
  return std::max(x, y) + std::min(x, y) / 2;
}

/// The places of one layout, found one after the other.
class Placement {
 public:
  Placement(std::span<const LinePoint> points, const Rect& area, int air)
      : points_(points), area_(area), air_(std::max(1, air)), places_(points.size()) {}

  std::vector<std::optional<Rect>> find() && {
    for (const std::size_t i : order()) {
      places_[i] = best(i, air_ / 2);
      // Over the line it can still be read; left out it cannot.
      if (!places_[i] && is_principal(i)) places_[i] = best(i, -1);
    }
    return std::move(places_);
  }

 private:
  std::vector<std::size_t> principals() const {
    const auto lower = [](const LinePoint& a, const LinePoint& b) { return a.at.y > b.at.y; };
    const auto [lowest, highest] = std::minmax_element(points_.begin(), points_.end(), lower);
    const auto index = [&](auto at) { return static_cast<std::size_t>(at - points_.begin()); };
    return {points_.size() - 1, index(highest), index(lowest), 0};
  }
  bool is_principal(std::size_t i) const { return std::ranges::count(principals(), i) > 0; }

  std::vector<std::size_t> order() const {
    std::vector<std::size_t> order;
    if (points_.empty()) return order;
    const auto add = [&](std::size_t i) {
      if (std::ranges::count(order, i) == 0) order.push_back(i);
    };
    for (const std::size_t i : principals()) add(i);
    for (std::size_t i = 0; i < points_.size(); ++i) add(i);
    return order;
  }

  /// Between two that are higher, or beside one where the line has its end.
  bool in_valley(std::size_t i) const {
    const auto higher = [&](std::size_t j) { return points_[j].at.y < points_[i].at.y; };
    return points_[i].joined && i + 1 < points_.size() && points_[i + 1].joined && higher(i - 1) &&
           higher(i + 1);
  }

  /// A negative `clearance`: the line does not matter.
  bool is_free(const Rect& place, std::size_t i, int clearance) const {
    if (!area_.contains(place)) return false;
    for (const std::optional<Rect>& other : places_)
      if (other && !intersect(grown(place, air_ / 2), *other).empty()) return false;
    for (std::size_t j = 0; j < points_.size(); ++j) {
      if (crosses(grown(place, j == i ? air_ - 1 : air_ / 2), points_[j].at, points_[j].at)) return false;
      if (clearance >= 0 && points_[j].joined &&
          crosses(grown(place, clearance), points_[j - 1].at, points_[j].at))
        return false;
    }
    return true;
  }

  double cost(const Rect& place, std::size_t i) const {
    const Spot at = points_[i].at;
    const double middle = place.y + place.h / 2.0, aside = std::abs(place.x + place.w / 2.0 - at.x);
    const bool wrong = in_valley(i) ? middle < at.y : middle > at.y;
    return distance(place, at) + kAside * aside + (wrong ? kWrongSide * place.h : 0);
  }

  std::optional<Rect> best(std::size_t i, int clearance) const {
    const auto [at, figure, joined] = points_[i];
    const int step = std::max(1, air_ / 4);
    const int wide = figure.w / 2 + 2 * air_, tall = kFarthest * figure.h;
    std::optional<Rect> found;
    double least = 0;
    for (int dy = -tall; dy <= tall; dy += step) {
      for (int dx = -wide; dx <= wide; dx += step) {
        const Rect place{static_cast<int>(std::lround(at.x)) + dx - figure.w / 2,
                         static_cast<int>(std::lround(at.y)) + dy - figure.h / 2, figure.w, figure.h};
        const double price = cost(place, i);
        if ((found && price >= least) || !is_free(place, i, clearance)) continue;
        found = place;
        least = price;
      }
    }
    return found;
  }

  std::span<const LinePoint> points_;
  Rect area_;
  int air_;
  std::vector<std::optional<Rect>> places_;
};

}  // namespace

std::vector<std::optional<Rect>> place_figures(std::span<const LinePoint> points, const Rect& area, int air) {
  return Placement(points, area, air).find();
}

}  // namespace xp::kinds
