// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

#include "present/render_device.h"
#include "scene/scene.h"

namespace xp::present {

struct Tile {
  Rect area;  ///< of the ops
  Texture texture;
};
/// What an ops' bounds are cut into: no device takes a texture of any length.
using Tiles = std::vector<Tile>;

std::size_t bytes_of(const Tiles& tiles);

/// Textures of ops by content hash, within a byte budget: those whose ops are gone are dropped first, then
/// the least recently used. What the current pass has used stays, so that a frame larger than the budget is
/// not uploaded twice.
class TextureCache {
 public:
  explicit TextureCache(std::size_t budget) : budget_(budget) {}
  /// A frame begins.
  void begin_pass() { ++pass_; }
  const Tiles* find(const scene::OpsPtr& ops);  ///< null where there are none
  const Tiles& put(const scene::OpsPtr& ops, Tiles tiles);
  std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    Hash key;
    std::weak_ptr<const scene::Ops> owner;
    Tiles tiles;
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

}  // namespace xp::present
