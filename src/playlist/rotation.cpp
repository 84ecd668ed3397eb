// SPDX-License-Identifier: MIT
#include "playlist/rotation.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <set>

namespace xp::playlist {

namespace {

/// An item's next appearance: the `nth` of `weight` is due at (2 nth + 1) / (2 weight) of the cycle.
struct Due {
  std::size_t item = 0;
  std::int64_t weight = 1, nth = 0;
  std::int64_t left() const { return weight - nth; }
  bool operator<(const Due& o) const {
    const std::int64_t mine = (2 * nth + 1) * o.weight, other = (2 * o.nth + 1) * weight;
    return mine != other ? mine < other : item < o.item;
  }
};

class Planner {
 public:
  explicit Planner(std::span<const int> weights) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      assert(weights[i] > 0);
      due_.insert({i, weights[i], 0});
      places_ += weights[i];
      if (weights[i] > heaviest_) heaviest_ = weights[i], heavy_ = i;
    }
    dominated_ = 2 * heaviest_ > places_;
  }

  std::vector<std::size_t> plan() {
    while (!due_.empty()) place(dominated_ ? next_when_dominated() : next_apart());
    std::ranges::rotate(order_, std::ranges::find(order_, std::size_t{0}));
    return std::move(order_);
  }

 private:
  using Place = std::set<Due>::iterator;

  void place(Place chosen) {
    const Due placed = *chosen;
    due_.erase(chosen);
    if (placed.left() > 1) due_.insert({placed.item, placed.weight, placed.nth + 1});
    order_.push_back(placed.item);
  }

  /// The first due item after which the rest can still be placed without neighbours.
  Place next_apart() {
    for (Place it = due_.begin(); it != due_.end(); ++it)
      if ((order_.empty() || it->item != order_.back()) && leaves_room(*it)) return it;
    return due_.begin();
  }

  /// One item has more than half of the places: the others are used to part its appearances, one at a time.
  Place next_when_dominated() {
    if (order_.empty() || order_.back() == heavy_) return due_.begin();
    const Place heavy = std::ranges::find(due_, heavy_, &Due::item);
    return heavy == due_.end() ? due_.begin() : heavy;
  }

  /// Whether every item left fits between `chosen` and the cycle's first place without touching itself.
  bool leaves_room(const Due& chosen) const {
    const auto free = static_cast<std::int64_t>(places_) - static_cast<std::int64_t>(order_.size()) - 1;
    if (free > 2 * heaviest_ + 2) return true;
    const std::size_t first = order_.empty() ? chosen.item : order_.front();
    return std::ranges::all_of(due_, [&](const Due& d) {
      const std::int64_t left = d.left() - (d.item == chosen.item ? 1 : 0);
      const std::int64_t usable = free - (d.item == chosen.item ? 1 : 0) - (d.item == first ? 1 : 0);
      return left == 0 || left <= (usable + 1) / 2;
    });
  }

  std::set<Due> due_;
  std::int64_t places_ = 0, heaviest_ = 0;
  bool dominated_ = false;
  std::size_t heavy_ = 0;  ///< the item of that weight
  std::vector<std::size_t> order_;
};

/// What the planner makes of items of one weight: all of them in turn, as often as that.
std::vector<std::size_t> in_turn(std::size_t items, int weight) {
  std::vector<std::size_t> order(items * static_cast<std::size_t>(weight));
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i % items;
  return order;
}

}  // namespace

std::vector<std::size_t> rotation(std::span<const int> weights) {
  if (weights.empty()) return {};
  const bool all_alike = std::ranges::all_of(weights, [&](int weight) { return weight == weights.front(); });
  return all_alike ? in_turn(weights.size(), weights.front()) : Planner(weights).plan();
}

}  // namespace xp::playlist
