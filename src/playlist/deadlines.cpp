// SPDX-License-Identifier: MIT
#include "playlist/deadlines.h"

#include <algorithm>
#include <utility>

namespace xp::playlist {

namespace {

/// Well mixed, and the same on every machine.
std::uint32_t rank_of(std::size_t who) {
  std::uint64_t mixed = (who + 1) * 0x9e3779b97f4a7c15u;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
  return static_cast<std::uint32_t>(mixed >> 32);
}

}  // namespace

Deadlines::Deadlines(const std::vector<Duration>& lengths) : nodes_(lengths.size()) {
  for (std::size_t who = 0; who < lengths.size(); ++who) {
    nodes_[who].length = lengths[who];
    nodes_[who].rank = rank_of(who);
  }
}

bool Deadlines::before(int at, Duration due, int who) const {
  return node(at).due != due ? node(at).due < due : at < who;
}

void Deadlines::add_up(int at) {
  Node& here = node(at);
  const Duration left = here.left < 0 ? Duration::zero() : node(here.left).lengths;
  here.latest = here.due - left;
  here.lengths = left + here.length;
  if (here.left >= 0) here.latest = std::min(here.latest, node(here.left).latest);
  if (here.right < 0) return;
  here.latest = std::min(here.latest, node(here.right).latest - here.lengths);
  here.lengths += node(here.right).lengths;
}

std::pair<int, int> Deadlines::split(int at, Duration due, int who) {
  if (at < 0) return {-1, -1};
  if (before(at, due, who)) {
    const auto [less, rest] = split(node(at).right, due, who);
    node(at).right = less;
    add_up(at);
    return {at, rest};
  }
  const auto [less, rest] = split(node(at).left, due, who);
  node(at).left = rest;
  add_up(at);
  return {less, at};
}

int Deadlines::merge(int left, int right) {
  if (left < 0 || right < 0) return std::max(left, right);
  if (node(left).rank > node(right).rank) {
    node(left).right = merge(node(left).right, right);
    add_up(left);
    return left;
  }
  node(right).left = merge(left, node(right).left);
  add_up(right);
  return right;
}

void Deadlines::put(std::size_t who, Duration due) {
  const int at = static_cast<int>(who);
  if (nodes_[who].placed) {
    const auto [before, rest] = split(root_, nodes_[who].due, at);
    root_ = merge(before, split(rest, nodes_[who].due, at + 1).second);
  }
  nodes_[who].due = due;
  nodes_[who].placed = true;
  nodes_[who].left = nodes_[who].right = -1;
  add_up(at);
  const auto [before, after] = split(root_, due, at);
  root_ = merge(merge(before, at), after);
}

std::optional<std::size_t> Deadlines::first_but(std::optional<std::size_t> but) const {
  std::optional<std::size_t> first;
  int at = root_, above = -1;
  if (at < 0) return first;
  while (node(at).left >= 0) above = at, at = node(at).left;
  if (!but || static_cast<std::size_t>(at) != *but) return static_cast<std::size_t>(at);
  int next = node(at).right;
  if (next < 0)
    next = above;
  else
    while (node(next).left >= 0) next = node(next).left;
  if (next >= 0) first = static_cast<std::size_t>(next);
  return first;
}

Duration Deadlines::latest() const { return root_ < 0 ? kEndless : node(root_).latest; }

}  // namespace xp::playlist
