// SPDX-License-Identifier: MIT
#include "show/caches.h"

#include <algorithm>
#include <utility>

#include "scene/damage.h"

namespace xp::show {

namespace {

constexpr std::size_t kGroups = 8;  // two zones in transition, then and now

Hash key_of(const std::vector<scene::Layer>& layers) {
  Hasher hasher;
  for (const scene::Layer& layer : layers) {
    hasher.add(layer.clip.x).add(layer.clip.y).add(layer.clip.w).add(layer.clip.h);
    hasher.add(layer.offset.x).add(layer.offset.y).add(layer.opacity).add(layer.ops->hash);
  }
  return hasher.done();
}

}  // namespace

Caches::Caches(std::unique_ptr<text::Engine> engine) : engine_(std::move(engine)) {}

Result<std::unique_ptr<Caches>> Caches::create(std::shared_ptr<const text::FontCatalog> catalog) {
  auto engine = text::Engine::create(std::move(catalog));
  if (!engine) return engine.error();
  return std::unique_ptr<Caches>(new Caches(*std::move(engine)));
}

Hash Caches::key(const Show& show, const LayoutRequest& request) {
  Hasher hasher;
  hasher.add(show.layout_hash).add(request.theme.hash).add(request.kind.name).add(request.content.hash());
  return hasher.add(request.box.w).add(request.box.h).done();
}

kinds::LaidPtr Caches::laid(const Show& show, const LayoutRequest& request) {
  const Hash wanted = key(show, request);
  if (const auto known = by_key_.find(wanted); known != by_key_.end()) {
    recent_.splice(recent_.begin(), recent_, known->second);
    return known->second->second;
  }
  kinds::LaidPtr laid =
      request.kind.layout(request.content, {request.box, request.theme, show.around, *engine_});
  adopt(wanted, laid);
  return laid;
}

void Caches::adopt(const Hash& key, kinds::LaidPtr laid) {
  if (by_key_.contains(key)) return;  // what is on the screen keeps its pointers
  recent_.emplace_front(key, std::move(laid));
  by_key_[key] = recent_.begin();
  while (recent_.size() > capacity_) {
    by_key_.erase(recent_.back().first);
    recent_.pop_back();
  }
}

void Caches::set_capacity(std::size_t entries) { capacity_ = std::max<std::size_t>(entries, 1); }

scene::OpsPtr Caches::flattened(const std::vector<scene::Layer>& layers) {
  const Hash key = key_of(layers);
  const auto known = std::ranges::find(groups_, key, [](const auto& group) { return group.first; });
  if (known != groups_.end()) {
    groups_.splice(groups_.begin(), groups_, known);
    return groups_.front().second;
  }
  groups_.emplace_front(key, scene::flatten(layers));
  if (groups_.size() > kGroups) groups_.pop_back();
  return groups_.front().second;
}

}  // namespace xp::show
