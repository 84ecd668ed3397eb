// SPDX-License-Identifier: MIT
#include "show/caches.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "scene/damage.h"
#include "scene/pictures.h"

namespace xp::show {

namespace {

constexpr std::size_t kGroups = 32;  // two zones in transition, four areas, both slides, then and now
constexpr std::size_t kInUse = 6;    // three zones, what one of them leaves, two slides that come

Hash key_of(const std::vector<scene::Layer>& layers) {
  Hasher hasher;
  for (const scene::Layer& layer : layers) {
    hasher.add(layer.clip.x).add(layer.clip.y).add(layer.clip.w).add(layer.clip.h);
    hasher.add(layer.offset.x).add(layer.offset.y).add(layer.opacity).add(layer.ops->hash);
  }
  return hasher.done();
}

/// At its beginning a slide shows the pictures that it has.
std::vector<std::shared_ptr<const media::Picture>> pictures_of(const kinds::Laid& laid) {
  std::vector<scene::Layer> layers;
  laid.append_layers({}, layers);
  return scene::pictures_in(layers);
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
    return known->second->laid;
  }
  kinds::LaidPtr laid =
      request.kind.layout(request.content, {request.box, request.theme, show.around, *engine_});
  adopt(wanted, laid);
  return laid;
}

void Caches::adopt(const Hash& key, kinds::LaidPtr laid) {
  if (by_key_.contains(key)) return;  // what is on the screen keeps its pointers
  Pictures pictures = pictures_of(*laid);
  recent_.push_front({key, std::move(laid), std::move(pictures)});
  by_key_[key] = recent_.begin();
  trim();
}

Caches::Place Caches::drop(Place entry) {
  by_key_.erase(entry->key);
  return recent_.erase(entry);
}

void Caches::trim() {
  while (recent_.size() > capacity_) drop(std::prev(recent_.end()));
  std::size_t held = pictures().bytes, place = recent_.size();
  for (auto entry = recent_.end(); held > picture_budget_ && place > kInUse; --place) {
    --entry;
    if (entry->pictures.empty()) continue;
    entry = drop(entry);
    held = pictures().bytes;
  }
}

void Caches::set_capacity(std::size_t entries) { capacity_ = std::max<std::size_t>(entries, 1); }

void Caches::set_picture_budget(std::size_t bytes) {
  picture_budget_ = bytes;
  trim();
}

MemoryUse Caches::pictures() const {
  std::unordered_set<const media::Picture*> seen;  // the campaign's logo is in every slide
  std::size_t bytes = 0;
  for (const Entry& entry : recent_) {
    for (const auto& picture : entry.pictures)
      if (seen.insert(picture.get()).second) bytes += picture->pixels.size() * sizeof(std::uint32_t);
  }
  return {"pictures", bytes, picture_budget_};
}

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
