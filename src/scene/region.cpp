// SPDX-License-Identifier: MIT
#include "scene/region.h"

#include <algorithm>
#include <optional>

namespace xp::scene {
namespace {

struct Pair {
  std::size_t a = 0, b = 0;
  std::int64_t waste = 0;  ///< px that the joined rectangle has more than the two
};

std::optional<Pair> cheapest(const std::vector<Rect>& rects) {
  std::optional<Pair> best;
  for (std::size_t a = 0; a < rects.size(); ++a) {
    for (std::size_t b = a + 1; b < rects.size(); ++b) {
      const std::int64_t apart =
          area_of(rects[a]) + area_of(rects[b]) - area_of(intersect(rects[a], rects[b]));
      const Pair pair{a, b, area_of(unite(rects[a], rects[b])) - apart};
      if (!best || pair.waste < best->waste) best = pair;
    }
  }
  return best;
}

/// Joining saves a pass over the layers, which is worth a quarter more px.
bool worth_joining(const std::vector<Rect>& rects, const Pair& pair) {
  return pair.waste * 4 <= area_of(rects[pair.a]) + area_of(rects[pair.b]);
}

void join(std::vector<Rect>& rects, const Pair& pair) {
  rects[pair.a] = unite(rects[pair.a], rects[pair.b]);
  rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(pair.b));
}

std::vector<Rect> made_disjoint(const std::vector<Rect>& rects) {
  std::vector<Rect> result;
  for (const Rect& rect : rects) {
    std::vector<Rect> fresh{rect};
    for (const Rect& taken : result) fresh = without(fresh, taken);
    result.insert(result.end(), fresh.begin(), fresh.end());
  }
  return result;
}

/// Joins `pair` and whatever the joined rectangle meets, so that the list stays disjoint.
void join_disjoint(std::vector<Rect>& rects, const Pair& pair) {
  join(rects, pair);
  std::size_t grown = pair.a;
  for (std::size_t i = 0; i < rects.size();) {
    if (i == grown || intersect(rects[i], rects[grown]).empty()) {
      ++i;
      continue;
    }
    join(rects, {std::min(i, grown), std::max(i, grown), 0});
    grown = std::min(i, grown);
    i = 0;
  }
}

}  // namespace

std::vector<Rect> without(const std::vector<Rect>& rects, const Rect& hole) {
  std::vector<Rect> left;
  const auto keep = [&left](Rect r) {
    if (!r.empty()) left.push_back(r);
  };
  for (const Rect& r : rects) {
    const Rect cut = intersect(r, hole);
    if (cut.empty()) {
      keep(r);
      continue;
    }
    keep({r.x, r.y, r.w, cut.y - r.y});
    keep({r.x, cut.y, cut.x - r.x, cut.h});
    keep({cut.right(), cut.y, r.right() - cut.right(), cut.h});
    keep({r.x, cut.bottom(), r.w, r.bottom() - cut.bottom()});
  }
  return left;
}

std::vector<Rect> simplified(std::vector<Rect> rects, std::size_t limit) {
  std::erase_if(rects, [](const Rect& r) { return r.empty(); });
  for (auto pair = cheapest(rects); pair && worth_joining(rects, *pair); pair = cheapest(rects))
    join(rects, *pair);
  rects = made_disjoint(rects);
  while (rects.size() > std::max<std::size_t>(limit, 1)) join_disjoint(rects, *cheapest(rects));
  return rects;
}

}  // namespace xp::scene
