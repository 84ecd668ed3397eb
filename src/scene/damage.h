// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scene/scene.h"

namespace xp::scene {

/// Where `next` may differ from `last`: disjoint rectangles inside the scene, few (≤ 8). Pure. Empty for
/// equal scenes; the whole scene where the sizes differ.
std::vector<Rect> damage(const Scene& last, const Scene& next);

/// The same layers in one: for a cross-fade over a different background (group opacity). Painted alone on a
/// covering opaque layer they give the same bytes as before.
OpsPtr flatten(const std::vector<Layer>& layers);

}  // namespace xp::scene
