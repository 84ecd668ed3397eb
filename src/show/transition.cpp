// SPDX-License-Identifier: MIT
#include "show/transition.h"

#include <algorithm>
#include <cstddef>

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

void append_faded(const Layers& from, std::size_t begin, std::size_t end, std::uint8_t opacity, Layers& out) {
  for (std::size_t i = begin; i < end; ++i)
    if (scene::Layer layer = faded(from[i], opacity); layer.opacity > 0) out.push_back(std::move(layer));
}

/// Both stacks in one: common layers as they are, each with what lies below it in either stack under it.
Layers merged(const Layers& outgoing, const Layers& incoming, std::uint8_t opacity) {
  Layers out;
  std::size_t o = 0, i = 0;
  const auto append_until = [&](std::size_t outgoing_end, std::size_t incoming_end) {
    append_faded(outgoing, o, outgoing_end, static_cast<std::uint8_t>(255 - opacity), out);
    append_faded(incoming, i, incoming_end, opacity, out);
    o = outgoing_end, i = incoming_end;
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

Rect covered(const Layers& layers) {
  Rect all;
  for (const scene::Layer& layer : layers) all = unite(all, layer.clip);
  return all;
}

}  // namespace

bool same_picture(const Layers& a, const Layers& b) { return std::ranges::equal(a, b, same_layer); }

Layers cross_fade(const Layers& outgoing, const Layers& incoming, std::uint8_t opacity, Caches& caches) {
  if (opacity == 255) return incoming;
  if (incoming.empty() || outgoing.empty() || same_layer(outgoing.front(), incoming.front()))
    return merged(outgoing, incoming, opacity);
  Layers out = outgoing;
  if (opacity > 0) out.push_back({covered(incoming), {}, opacity, caches.flattened(incoming)});
  return out;
}

}  // namespace xp::show
