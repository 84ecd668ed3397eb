// SPDX-License-Identifier: MIT
#include "show/transition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

#include "scene/region.h"

namespace xp::show {

namespace {

using Layers = std::vector<scene::Layer>;

/// Content counts, not the pointer: two slides lay out their backgrounds apart.
bool same_layer(const scene::Layer& a, const scene::Layer& b) {
  return a.clip == b.clip && a.offset == b.offset && a.opacity == b.opacity &&
         (a.ops == b.ops || a.ops->hash == b.ops->hash);
}

scene::Layer faded(scene::Layer layer, std::uint8_t opacity) {
  layer.opacity = static_cast<std::uint8_t>((layer.opacity * opacity + 127) / 255);
  return layer;
}

/// The layers that are not common, on their way: what is shown of one of them.
using Way = std::function<scene::Layer(scene::Layer)>;

/// Both stacks in one: common layers as they are, each with what lies below it in either stack under it.
Layers merged(const Layers& outgoing, const Layers& incoming, const Way& leave, const Way& enter) {
  Layers out;
  std::size_t o = 0, i = 0;
  const auto append = [&](const scene::Layer& layer) {
    if (layer.opacity > 0 && !layer.clip.empty()) out.push_back(layer);
  };
  const auto append_until = [&](std::size_t outgoing_end, std::size_t incoming_end) {
    for (; o < outgoing_end; ++o) append(leave(outgoing[o]));
    for (; i < incoming_end; ++i) append(enter(incoming[i]));
  };
  for (std::size_t k = 0; k < incoming.size(); ++k) {
    const auto common =
        std::find_if(outgoing.begin() + static_cast<std::ptrdiff_t>(o), outgoing.end(),
                     [&](const scene::Layer& layer) { return same_layer(layer, incoming[k]); });
    if (common == outgoing.end()) continue;
    append_until(static_cast<std::size_t>(common - outgoing.begin()), k);
    out.push_back(incoming[k]);
    ++o, ++i;
  }
  append_until(outgoing.size(), incoming.size());
  return out;
}

/// Where the pictures may differ: a few rectangles, each to be faded by itself.
std::vector<Rect> changed_areas(const Layers& outgoing, const Layers& incoming) {
  constexpr std::size_t kMost = 4;
  std::vector<Rect> areas;
  const auto collect = [&areas](scene::Layer layer) {
    areas.push_back(scene::visible_area(layer));
    return layer;
  };
  merged(outgoing, incoming, collect, collect);
  return scene::simplified(std::move(areas), kMost);
}

bool cover(const Layers& layers, const Rect& area) {
  return std::ranges::any_of(layers, [&area](const scene::Layer& layer) {
    return scene::is_opaque(layer) && scene::visible_area(layer).contains(area);
  });
}

/// What is seen of them in `area`, as one layer.
scene::Layer as_one(Layers layers, const Rect& area, std::uint8_t opacity, Caches& caches) {
  for (scene::Layer& layer : layers) layer.clip = intersect(layer.clip, area);
  std::erase_if(layers, [](const scene::Layer& layer) { return scene::visible_area(layer).empty(); });
  return {area, {}, opacity, caches.flattened(layers)};
}

bool plays(const Layers& layers) {
  return std::ranges::any_of(layers, [](const scene::Layer& layer) { return layer.ops->live; });
}

/// Whether a slide that leaves is frozen: painted once where it changes and not for each picture of the fade.
bool can_be_frozen(const Layers& layers, const Rect& area) {
  return layers.size() > 1 && !plays(layers) && cover(layers, area);
}

/// The picture that a fade of these ends with: what it has painted is copied once more, and then it is there.
Layers arrived(const Layers& incoming, const std::vector<Rect>& changed, Caches& caches) {
  Layers out = incoming;
  if (plays(incoming)) return out;
  for (const Rect& area : changed) out.push_back(as_one(incoming, area, 255, caches));
  return out;
}

Layers fade(const Change& change, Caches& caches) {
  const auto opacity = static_cast<std::uint8_t>(change.progress * 255 + 0.5);
  return cross_fade(change.outgoing, change.incoming, opacity, caches);
}

Layers push(const Change& change, Caches&) {
  const int way = static_cast<int>(std::lround(change.progress * change.zone.w));
  const auto moved_by = [&change](int dx) {
    return [&change, dx](scene::Layer layer) {
      layer.clip = intersect(layer.clip.moved({dx, 0}), change.zone);
      layer.offset.x += dx;
      return layer;
    };
  };
  return merged(change.outgoing, change.incoming, moved_by(-way), moved_by(change.zone.w - way));
}

Layers cut(const Change& change, Caches&) { return change.incoming; }

struct Row {
  kinds::Transition kind;
  Layers (*layers)(const Change& change, Caches& caches);
};
constexpr std::array kRows{Row{kinds::Transition::fade, fade}, Row{kinds::Transition::push, push},
                           Row{kinds::Transition::cut, cut}};

}  // namespace

Layers transition(kinds::Transition kind, const Change& change, Caches& caches) {
  return std::ranges::find(kRows, kind, &Row::kind)->layers(change, caches);
}

bool same_picture(const Layers& a, const Layers& b) { return std::ranges::equal(a, b, same_layer); }

Layers cross_fade(const Layers& outgoing, const Layers& incoming, std::uint8_t opacity, Caches& caches) {
  const std::vector<Rect> changed = changed_areas(outgoing, incoming);
  const bool covered = std::ranges::all_of(changed, [&](const Rect& area) { return cover(incoming, area); });
  if (opacity == 255) return covered ? arrived(incoming, changed, caches) : incoming;
  if (opacity == 0 || changed.empty()) return outgoing;
  if (covered) {
    Layers out = outgoing;
    for (const Rect& area : changed) {
      if (can_be_frozen(outgoing, area)) out.push_back(as_one(outgoing, area, 255, caches));
      out.push_back(as_one(incoming, area, opacity, caches));
    }
    return out;
  }
  const auto rest = static_cast<std::uint8_t>(255 - opacity);
  return merged(
      outgoing, incoming, [rest](const scene::Layer& layer) { return faded(layer, rest); },
      [opacity](const scene::Layer& layer) { return faded(layer, opacity); });
}

}  // namespace xp::show
