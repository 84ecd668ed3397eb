// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "kinds/theme.h"
#include "scene/scene.h"
#include "show/caches.h"

namespace xp::show {

/// A cross-fade of two slides on one zone at `opacity` of the incoming one: layers from bottom to top. The
/// incoming slide lies as one over the outgoing one, as one too, where they differ, so what both show does
/// not dim on the way; slides that let something below shine through fade layer by layer. At full opacity the
/// incoming slide, under itself as one.
std::vector<scene::Layer> cross_fade(const std::vector<scene::Layer>& outgoing,
                                     const std::vector<scene::Layer>& incoming, std::uint8_t opacity,
                                     Caches& caches);

/// Two slides of one zone while the second takes the first one's place: layers from bottom to top.
struct Change {
  const std::vector<scene::Layer>& outgoing;
  const std::vector<scene::Layer>& incoming;
  double progress;  ///< 0 … 1
  Rect zone;
};
/// Pure. A push moves both by whole px, the first out at the left, what both have stands still.
std::vector<scene::Layer> transition(kinds::Transition kind, const Change& change, Caches& caches);

/// Whether both slides look the same, so that there is nothing to fade.
bool same_picture(const std::vector<scene::Layer>& a, const std::vector<scene::Layer>& b);

}  // namespace xp::show
