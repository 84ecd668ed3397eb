// SPDX-License-Identifier: MIT
#include "lint/easel.h"

#include <algorithm>

#include "base/color.h"

namespace xp::lint {

namespace {

/// The layers that show something in `part`, as seen from its corner.
scene::Scene seen_in(const Rect& part, const std::vector<scene::Layer>& layers) {
  scene::Scene scene{part.size(), {}};
  for (const scene::Layer& layer : layers) {
    if (intersect(scene::visible_area(layer), part).empty()) continue;
    scene::Layer& moved = scene.layers.emplace_back(layer);
    moved.clip = layer.clip.moved(Point{} - part.origin());
    moved.offset = layer.offset - part.origin();
  }
  return scene;
}

bool is_covered(const scene::Scene& scene) {
  return std::ranges::any_of(scene.layers, [&](const scene::Layer& layer) {
    return scene::is_opaque(layer) && scene::visible_area(layer).contains(Rect::of({}, scene.size));
  });
}

}  // namespace

void Easel::paint(const std::vector<scene::Layer>& layers, Rect part) {
  part_ = part.empty() ? Rect{} : part;
  const std::size_t count = pixels_of(part_.size());
  if (capacity_ < count) {
    pixels_ = std::make_unique_for_overwrite<std::uint32_t[]>(count);
    capacity_ = count;
  }
  const scene::Scene scene = seen_in(part_, layers);
  if (!is_covered(scene)) std::fill_n(pixels_.get(), count, 0U);
  painter_.paint(scene, {Rect::of({}, part_.size())}, {part_.size(), pixels_.get(), part_.w * 4});
}

double luminance_of(std::uint32_t pixel) {
  const auto level = [pixel](int shift) { return static_cast<std::uint8_t>(pixel >> shift); };
  return luminance({level(16), level(8), level(0)});
}

}  // namespace xp::lint
