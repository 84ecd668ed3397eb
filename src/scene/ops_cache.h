// SPDX-License-Identifier: MIT
// What is made of ops once and used again: pixels, textures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <list>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "scene/scene.h"

namespace xp::scene {

/// Values of ops by content hash, within a byte budget: those whose ops are gone are dropped first, then the
/// least recently used. What the current pass has used stays, so that a frame larger than the budget is not
/// made twice. bytes_of(value), found beside Value, says what one costs.
template <class Value>
class OpsCache {
 public:
  explicit OpsCache(std::size_t budget) : budget_(budget) {}
  /// A frame, or a single making, begins.
  void begin_pass() { ++pass_; }

  /// Null where there is none. Valid until the next call.
  const Value* find(const OpsPtr& ops) {
    const auto found = by_key_.find(ops->hash);
    if (found == by_key_.end()) return nullptr;
    const Place entry = found->second;
    recent_.splice(recent_.begin(), recent_, entry);
    entry->owner = ops;  // equal ops read anew keep what was made of the old ones
    entry->pass = pass_;
    return &entry->value;
  }

  const Value& put(const OpsPtr& ops, Value value) {
    if (const auto found = by_key_.find(ops->hash); found != by_key_.end()) drop(found->second);
    bytes_ += bytes_of(value);
    recent_.push_front({ops->hash, ops, std::move(value), pass_});
    by_key_[ops->hash] = recent_.begin();
    trim();
    return recent_.front().value;
  }

  /// Drops everything else.
  void keep_only(const std::unordered_set<Hash, HashOf>& wanted) {
    for (auto entry = recent_.begin(); entry != recent_.end();)
      entry = wanted.contains(entry->key) ? std::next(entry) : drop(entry);
  }
  std::unordered_set<Hash, HashOf> keys() const {
    std::unordered_set<Hash, HashOf> keys;
    for (const Entry& entry : recent_) keys.insert(entry.key);
    return keys;
  }

  void set_budget(std::size_t bytes) {
    budget_ = bytes;
    trim();
  }
  std::size_t bytes() const { return bytes_; }
  std::size_t budget() const { return budget_; }

 private:
  struct Entry {
    Hash key;
    std::weak_ptr<const Ops> owner;
    Value value;
    std::uint64_t pass = 0;
  };
  using Place = typename std::list<Entry>::iterator;

  Place drop(Place entry) {
    bytes_ -= bytes_of(entry->value);
    by_key_.erase(entry->key);
    return recent_.erase(entry);
  }
  void trim() {
    for (auto entry = recent_.begin(); entry != recent_.end();)
      entry = entry->owner.expired() ? drop(entry) : std::next(entry);
    for (auto entry = recent_.end(); bytes_ > budget_ && entry != recent_.begin();) {
      --entry;
      if (entry->pass != pass_) entry = drop(entry);
    }
  }

  std::size_t budget_, bytes_ = 0;
  std::uint64_t pass_ = 0;
  std::list<Entry> recent_;  ///< the most recently used first
  std::unordered_map<Hash, Place, HashOf> by_key_;
};

}  // namespace xp::scene
