// SPDX-License-Identifier: MIT
#include "paint/pixmap_cache.h"

#include <iterator>

namespace xp::paint {
namespace {

std::size_t bytes_of(const Pixmap& pixels) { return pixels.pixels.size() * sizeof(std::uint32_t); }

}  // namespace

PixmapPtr PixmapCache::find(const scene::OpsPtr& ops) {
  const auto found = by_key_.find(ops->hash);
  if (found == by_key_.end()) return nullptr;
  const Place entry = found->second;
  recent_.splice(recent_.begin(), recent_, entry);
  entry->owner = ops;  // equal ops read anew keep the pixels warm
  entry->pass = pass_;
  return entry->pixels;
}

void PixmapCache::put(const scene::OpsPtr& ops, PixmapPtr pixels) {
  if (const auto found = by_key_.find(ops->hash); found != by_key_.end()) drop(found->second);
  bytes_ += bytes_of(*pixels);
  recent_.push_front({ops->hash, ops, std::move(pixels), pass_});
  by_key_[ops->hash] = recent_.begin();
  trim();
}

void PixmapCache::keep_only(const std::unordered_set<Hash, HashOf>& wanted) {
  for (auto entry = recent_.begin(); entry != recent_.end();)
    entry = wanted.contains(entry->key) ? std::next(entry) : drop(entry);
}

std::unordered_set<Hash, HashOf> PixmapCache::keys() const {
  std::unordered_set<Hash, HashOf> keys;
  for (const Entry& entry : recent_) keys.insert(entry.key);
  return keys;
}

void PixmapCache::set_budget(std::size_t bytes) {
  budget_ = bytes;
  trim();
}

PixmapCache::Place PixmapCache::drop(Place entry) {
  bytes_ -= bytes_of(*entry->pixels);
  by_key_.erase(entry->key);
  return recent_.erase(entry);
}

void PixmapCache::trim() {
  for (auto entry = recent_.begin(); entry != recent_.end();) {
    entry = entry->owner.expired() ? drop(entry) : std::next(entry);
  }
  for (auto entry = recent_.end(); bytes_ > budget_ && entry != recent_.begin();) {
    --entry;
    if (entry->pass != pass_) entry = drop(entry);
  }
}

}  // namespace xp::paint
