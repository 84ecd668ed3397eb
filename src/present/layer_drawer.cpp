// SPDX-License-Identifier: MIT
#include "present/layer_drawer.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace xp::present {

namespace {

/// A layer that is one fill needs no texture.
const scene::FillOp* lone_fill(const scene::Ops& ops) {
  const auto* fill = ops.list.size() == 1 ? std::get_if<scene::FillOp>(&ops.list.front()) : nullptr;
  return fill && fill->rect.contains(ops.bounds) ? fill : nullptr;
}

const scene::GroupOp* lone_group(const scene::Ops& ops) {
  return ops.list.size() == 1 ? std::get_if<scene::GroupOp>(&ops.list.front()) : nullptr;
}

}  // namespace

void LayerDrawer::draw(const std::vector<scene::Layer>& layers, const Rect& area, const Placement& placement,
                       paint::Painter& painter) {
  const auto hides_all = [&](const scene::Layer& layer) {
    return scene::is_opaque(layer) && scene::visible_area(layer).contains(area);
  };
  const auto top = std::find_if(layers.rbegin(), layers.rend(), hides_all);
  const auto first = top == layers.rend() ? layers.begin() : std::prev(top.base());
  for (auto layer = first; layer != layers.end(); ++layer) draw_layer(*layer, area, placement, painter);
}

void LayerDrawer::draw_layer(const scene::Layer& layer, const Rect& area, const Placement& placement,
                             paint::Painter& painter) {
  const Rect part = intersect(scene::visible_area(layer), area);
  if (part.empty()) return;
  if (const scene::FillOp* fill = lone_fill(*layer.ops))
    return device_.fill(to_output(placement, part), fill->color, layer.opacity);
  for (const Tile& tile : tiles_of(layer.ops, painter)) {
    const Rect place = tile.area.moved(layer.offset), seen = intersect(place, part);
    if (seen.empty() || !tile.texture) continue;
    device_.copy(*tile.texture, seen.moved(Point{} - place.origin()), to_output(placement, seen),
                 {placement.rotation, layer.opacity, layer.ops->opaque});
  }
}

const Tiles& LayerDrawer::tiles_of(const scene::OpsPtr& ops, paint::Painter& painter) {
  const Tiles* known = ops->live ? nullptr : textures_.find(ops);
  if (known) return *known;
  const Rect& bounds = ops->bounds;
  const scene::GroupOp* group = device_.has_targets() ? lone_group(*ops) : nullptr;
  if (group && std::max(bounds.w, bounds.h) <= device_.longest_side())
    return textures_.put(ops, draw_group(bounds, *group, painter));
  return textures_.put(ops, upload(bounds, *painter.raster(ops)));
}

Tiles LayerDrawer::upload(const Rect& bounds, const paint::Pixmap& pixels) {
  const int side = device_.longest_side();
  Tiles tiles;
  for (int y = 0; y < bounds.h; y += side) {
    for (int x = 0; x < bounds.w; x += side) {
      const Size size{std::min(side, bounds.w - x), std::min(side, bounds.h - y)};
      Texture texture = device_.texture(size);
      const std::uint32_t* from = pixels.pixels.data() + std::ptrdiff_t{y} * pixels.size.w + x;
      if (texture) device_.upload(*texture, {}, {size, from, pixels.size.w});
      tiles.push_back({Rect::of(bounds.origin() + Point{x, y}, size), std::move(texture)});
    }
  }
  return tiles;
}

Tiles LayerDrawer::draw_group(const Rect& bounds, const scene::GroupOp& group, paint::Painter& painter) {
  Texture texture = device_.target(bounds.size());
  if (texture) {
    SDL_Texture* before = device_.draw_into(texture.get());
    draw(group.layers, bounds, exact_placement(bounds.size(), Point{} - bounds.origin(), 0), painter);
    device_.draw_into(before);
  }
  Tiles tiles;
  tiles.push_back({bounds, std::move(texture)});
  return tiles;
}

}  // namespace xp::present
