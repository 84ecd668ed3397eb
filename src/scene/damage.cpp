// SPDX-License-Identifier: MIT
#include "scene/damage.h"

#include <algorithm>
#include <optional>

#include "scene/builder.h"
#include "scene/op_facts.h"
#include "scene/region.h"

namespace xp::scene {
namespace {

constexpr std::size_t kMaxRects = 8;

/// Paint the same pixels, wherever they are placed: one object, or two of one content (after a reload).
bool same_ops(const OpsPtr& a, const OpsPtr& b) {
  return a == b || (a && b && a->hash == b->hash && a->bounds == b->bounds);
}

bool same_layer(const Layer& a, const Layer& b) {
  return a.clip == b.clip && a.offset == b.offset && a.opacity == b.opacity && same_ops(a.ops, b.ops);
}

/// Whether a layer hides what lies below it to show just that again, as the last picture of a fade does.
bool repeats_below(const std::vector<Layer>& layers, std::size_t place) {
  const Layer& layer = layers[place];
  const GroupOp* group = lone_group(*layer.ops);
  if (!group || layer.offset != Point{} || !is_opaque(layer)) return false;
  auto shown = group->layers.rbegin();
  for (std::size_t below = place; below-- > 0 && shown != group->layers.rend();) {
    Layer part = layers[below];
    part.clip = intersect(part.clip, layer.clip);
    if (!visible_area(part).empty() && !same_layer(part, *shown++)) return false;
  }
  return shown == group->layers.rend();
}

bool has_repeats(const Scene& scene) {
  for (std::size_t place = 0; place < scene.layers.size(); ++place)
    if (repeats_below(scene.layers, place)) return true;
  return false;
}

Scene without_repeats(const Scene& scene) {
  Scene out{scene.size, {}};
  for (std::size_t place = 0; place < scene.layers.size(); ++place)
    if (!repeats_below(scene.layers, place)) out.layers.push_back(scene.layers[place]);
  return out;
}

using Match = std::vector<std::optional<std::size_t>>;  ///< for each layer of `last`, its place in `next`

/// Longest common subsequence by ops: layers that stayed, in an order that stayed. Most frames have the
/// layers of the one before: no table is needed for those at the beginning that stayed.
Match matched(const std::vector<Layer>& last, const std::vector<Layer>& next) {
  const std::size_t n = last.size(), m = next.size();
  Match match(n);
  std::size_t same = 0;
  for (; same < std::min(n, m) && same_ops(last[same].ops, next[same].ops); ++same) match[same] = same;
  if (same == n || same == m) return match;
  const std::size_t columns = m - same + 1;
  std::vector<std::size_t> lengths((n - same + 1) * columns, 0);
  const auto length = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return lengths[(i - same) * columns + (j - same)];
  };
  for (std::size_t i = n; i-- > same;) {
    for (std::size_t j = m; j-- > same;) {
      length(i, j) = same_ops(last[i].ops, next[j].ops) ? length(i + 1, j + 1) + 1
                                                        : std::max(length(i + 1, j), length(i, j + 1));
    }
  }
  for (std::size_t i = same, j = same; i < n && j < m;) {
    if (same_ops(last[i].ops, next[j].ops)) {
      match[i++] = j++;
    } else if (length(i + 1, j) >= length(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
  return match;
}

/// What changed layers show, less what unchanged opaque layers above them hide.
class Changes {
 public:
  Changes(const Scene& last, const Scene& next)
      : last_(last), next_(next), match_(matched(last.layers, next.layers)) {}

  std::vector<Rect> collect() {
    std::vector<bool> kept(next_.layers.size(), false);
    for (std::size_t i = 0; i < match_.size(); ++i) {
      const bool unchanged = match_[i] && same_layer(last_.layers[i], next_.layers[*match_[i]]);
      if (unchanged) {
        kept[*match_[i]] = true;
      } else {
        match_[i].reset();
        add(last_.layers[i], [this, i](std::size_t above) { return above > i; });
      }
    }
    for (std::size_t j = 0; j < next_.layers.size(); ++j) {
      if (!kept[j]) add(next_.layers[j], [this, j](std::size_t above) { return *match_[above] > j; });
    }
    return std::move(rects_);
  }

 private:
  /// `is_above`: whether an unchanged layer (by its place in `last`) lies over this one.
  template <class IsAbove>
  void add(const Layer& layer, IsAbove is_above) {
    const Rect area = intersect(visible_area(layer), Rect::of({}, next_.size));
    if (area.empty()) return;
    std::vector<Rect> seen{area};
    for (std::size_t k = 0; k < match_.size(); ++k) {
      if (!match_[k] || !same_layer(last_.layers[k], next_.layers[*match_[k]])) continue;
      if (is_above(k) && is_opaque(last_.layers[k])) seen = without(seen, visible_area(last_.layers[k]));
    }
    rects_.insert(rects_.end(), seen.begin(), seen.end());
  }

  const Scene& last_;
  const Scene& next_;
  Match match_;
  std::vector<Rect> rects_;
};

}  // namespace

std::vector<Rect> damage(const Scene& last, const Scene& next) {
  if (!(last.size == next.size)) {
    return next.size.empty() ? std::vector<Rect>{} : std::vector<Rect>{Rect::of({}, next.size)};
  }
  if (has_repeats(last) || has_repeats(next)) return damage(without_repeats(last), without_repeats(next));
  return simplified(Changes(last, next).collect(), kMaxRects);
}

OpsPtr flatten(const std::vector<Layer>& layers) { return Builder().group(layers).done(); }

}  // namespace xp::scene
