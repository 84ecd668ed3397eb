// SPDX-License-Identifier: MIT
#include "present/layer_drawer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "scene/op_facts.h"
#include "scene/region.h"

namespace xp::present {

void LayerDrawer::begin_pass() {
  textures_.begin_pass();
  videos_.begin_pass();
}

void LayerDrawer::prepare(const scene::OpsPtr& ops, const paint::PixmapPtr& pixels) {
  const bool drawn_as_it_is = ops->live || scene::lone_fill(*ops) || ops->bounds.empty();
  if (!drawn_as_it_is && !textures_.find(ops)) uploads_.add(ops, pixels);
}

void LayerDrawer::step() {
  if (auto finished = uploads_.step()) textures_.put(finished->ops, std::move(finished->tiles));
}

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
  if (const scene::FillOp* fill = scene::lone_fill(*layer.ops))
    return device_.fill(to_output(placement, part), fill->color, layer.opacity);
  if (const scene::VideoOp* video = scene::lone_video(*layer.ops))
    return draw_video(*video, layer, part, placement, painter);
  for (const Tile& tile : tiles_of(layer.ops, painter)) {
    const Rect place = tile.area.moved(layer.offset), seen = intersect(place, part);
    if (seen.empty() || !tile.texture) continue;
    device_.copy(*tile.texture, seen.moved(Point{} - place.origin()), to_output(placement, seen),
                 {placement.rotation, layer.opacity, layer.ops->opaque});
  }
}

void LayerDrawer::draw_video(const scene::VideoOp& video, const scene::Layer& layer, const Rect& part,
                             const Placement& placement, paint::Painter& painter) {
  const Rect place = video.rect.moved(layer.offset);
  const media::VideoFramePtr frame = painter.frame(video);
  Rect picture;
  if (frame) {
    picture = frame->area().moved(place.origin());
    const Rect seen = intersect(picture, part);
    SDL_Texture* texture = videos_.texture_of(video.clip->hash, {video.rect.size(), video.fit}, frame);
    if (texture && !seen.empty())
      device_.copy(*texture, seen.moved(Point{} - picture.origin()), to_output(placement, seen),
                   {placement.rotation, layer.opacity, true});
  }
  for (const Rect& bar : scene::without({place}, picture)) {
    const Rect seen = intersect(bar, part);
    if (!seen.empty()) device_.fill(to_output(placement, seen), video.ground, layer.opacity);
  }
}

const Tiles& LayerDrawer::tiles_of(const scene::OpsPtr& ops, paint::Painter& painter) {
  const Tiles* known = ops->live ? nullptr : textures_.find(ops);
  if (known) return *known;
  const Rect& bounds = ops->bounds;
  const scene::GroupOp* group = device_.has_targets() ? scene::lone_group(*ops) : nullptr;
  if (group && std::max(bounds.w, bounds.h) <= device_.longest_side())
    return textures_.put(ops, draw_group(bounds, *group, painter));
  if (auto finished = uploads_.finish(*ops)) return textures_.put(ops, std::move(finished->tiles));
  return textures_.put(ops, upload(device_, bounds, *painter.raster(ops)));
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
