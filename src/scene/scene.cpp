// SPDX-License-Identifier: MIT
#include "scene/scene.h"

namespace xp::scene {

Rect visible_area(const Layer& layer) {
  if (!layer.ops || layer.opacity == 0) return {};
  return intersect(layer.clip, layer.ops->bounds.moved(layer.offset));
}

bool is_opaque(const Layer& layer) { return layer.ops && layer.opacity == 255 && layer.ops->opaque; }

}  // namespace xp::scene
