// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "present/render_device.h"
#include "scene/ops_cache.h"

namespace xp::present {

struct Tile {
  Rect area;  ///< of the ops
  Texture texture;
};
/// What an ops' bounds are cut into: no device takes a texture of any length.
using Tiles = std::vector<Tile>;

std::size_t bytes_of(const Tiles& tiles);

/// Ops on the device.
using TextureCache = scene::OpsCache<Tiles>;

}  // namespace xp::present
