// SPDX-License-Identifier: MIT
#include "present/texture_cache.h"

#include <iterator>
#include <utility>

namespace xp::present {

std::size_t bytes_of(const Tiles& tiles) {
  std::size_t bytes = 0;
  for (const Tile& tile : tiles)
    bytes += static_cast<std::size_t>(tile.area.w) * static_cast<std::size_t>(tile.area.h) * 4;
  return bytes;
}

const Tiles* TextureCache::find(const scene::OpsPtr& ops) {
  const auto found = by_key_.find(ops->hash);
  if (found == by_key_.end()) return nullptr;
  const Place entry = found->second;
  recent_.splice(recent_.begin(), recent_, entry);
  entry->owner = ops;  // equal ops read anew keep the textures
  entry->pass = pass_;
  return &entry->tiles;
}

const Tiles& TextureCache::put(const scene::OpsPtr& ops, Tiles tiles) {
  if (const auto found = by_key_.find(ops->hash); found != by_key_.end()) drop(found->second);
  bytes_ += bytes_of(tiles);
  recent_.push_front({ops->hash, ops, std::move(tiles), pass_});
  by_key_[ops->hash] = recent_.begin();
  trim();
  return recent_.front().tiles;
}

TextureCache::Place TextureCache::drop(Place entry) {
  bytes_ -= bytes_of(entry->tiles);
  by_key_.erase(entry->key);
  return recent_.erase(entry);
}

void TextureCache::trim() {
  for (auto entry = recent_.begin(); entry != recent_.end();) {
    entry = entry->owner.expired() ? drop(entry) : std::next(entry);
  }
  for (auto entry = recent_.end(); bytes_ > budget_ && entry != recent_.begin();) {
    --entry;
    if (entry->pass != pass_) entry = drop(entry);
  }
}

}  // namespace xp::present
