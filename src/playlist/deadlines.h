// SPDX-License-Identifier: MIT
// Who is due when, and how long all of them may be kept waiting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"

namespace xp::playlist {

/// Those that have to begin by a deadline each, one after the other. Every call is O(log n).
class Deadlines {
 public:
  /// One entry for each: how long it takes. None has a deadline yet.
  explicit Deadlines(const std::vector<Duration>& lengths);

  /// Gives `who` a deadline, or another one.
  void put(std::size_t who, Duration due);
  Duration due(std::size_t who) const { return nodes_[who].due; }
  /// Who is due first, `but` aside; nothing where there is no other.
  std::optional<std::size_t> first_but(std::optional<std::size_t> but) const;
  /// Until then all may wait, and still begin in time when they follow each other in the order of their
  /// deadlines. kEndless where none has one.
  Duration latest() const;

  static constexpr Duration kEndless = Duration::max() / 4;

 private:
  /// Of a treap in the order of the deadlines; its sums are of the subtree.
  struct Node {
    Duration due{}, length{}, lengths{}, latest{};
    std::uint32_t rank = 0;  ///< higher ones are above
    int left = -1, right = -1;
    bool placed = false;
  };
  Node& node(int at) { return nodes_[static_cast<std::size_t>(at)]; }
  const Node& node(int at) const { return nodes_[static_cast<std::size_t>(at)]; }
  bool before(int at, Duration due, int who) const;
  void add_up(int at);
  /// Those before (due, who), and the others.
  std::pair<int, int> split(int at, Duration due, int who);
  int merge(int left, int right);

  std::vector<Node> nodes_;
  int root_ = -1;
};

}  // namespace xp::playlist
