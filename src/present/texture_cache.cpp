// SPDX-License-Identifier: MIT
#include "present/texture_cache.h"

namespace xp::present {

std::size_t bytes_of(const Tiles& tiles) {
  std::size_t bytes = 0;
  for (const Tile& tile : tiles)
    bytes += static_cast<std::size_t>(tile.area.w) * static_cast<std::size_t>(tile.area.h) * 4;
  return bytes;
}

}  // namespace xp::present
