// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "paint/pixmap.h"
#include "scene/scene.h"

namespace xp::paint {

/// Painted ops by content hash, within a byte budget: those whose ops are gone are dropped first, then the
/// least recently used. What the current pass has used stays, so that a frame larger than the budget is not
/// painted twice.
class PixmapCache {
 public:
  explicit PixmapCache(std::size_t budget) : budget_(budget) {}
  /// A frame, or a single rasterisation, begins.
  void begin_pass() { ++pass_; }
  PixmapPtr find(const scene::OpsPtr& ops);  ///< null where there is none
  void put(const scene::OpsPtr& ops, PixmapPtr pixels);
  /// Drops everything else.
  void keep_only(const std::unordered_set<Hash, HashOf>& wanted);
  std::unordered_set<Hash, HashOf> keys() const;
  void set_budget(std::size_t bytes);
  std::size_t bytes() const { return bytes_; }
  std::size_t budget() const { return budget_; }

 private:
  struct Entry {
    Hash key;
    std::weak_ptr<const scene::Ops> owner;
    PixmapPtr pixels;
    std::uint64_t pass = 0;
  };
  using Place = std::list<Entry>::iterator;
  Place drop(Place entry);
  void trim();

  std::size_t budget_, bytes_ = 0;
  std::uint64_t pass_ = 0;
  std::list<Entry> recent_;  ///< the most recently used first
  std::unordered_map<Hash, Place, HashOf> by_key_;
};

}  // namespace xp::paint
