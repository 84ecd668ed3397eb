// SPDX-License-Identifier: MIT
#include "present/uploads.h"

#include <algorithm>
#include <utility>

namespace xp::present {

namespace {

/// The tiles of `bounds`, without their textures.
Tiles cut(const Rect& bounds, int side) {
  Tiles tiles;
  for (int y = bounds.y; y < bounds.bottom(); y += side) {
    for (int x = bounds.x; x < bounds.right(); x += side)
      tiles.push_back({intersect({x, y, side, side}, bounds), nullptr});
  }
  return tiles;
}

/// The pixels of `part` (of the ops).
paint::Bitmap view_of(const paint::Pixmap& pixels, const Rect& bounds, const Rect& part) {
  const Point from = part.origin() - bounds.origin();
  return {part.size(), pixels.pixels.data() + std::ptrdiff_t{from.y} * pixels.size.w + from.x, pixels.size.w};
}

}  // namespace

Tiles upload(RenderDevice& device, const Rect& bounds, const paint::Pixmap& pixels) {
  Tiles tiles = cut(bounds, device.longest_side());
  for (Tile& tile : tiles) {
    tile.texture = device.texture(tile.area.size());
    if (tile.texture) device.upload(*tile.texture, {}, view_of(pixels, bounds, tile.area));
  }
  return tiles;
}

bool Uploads::has(const scene::Ops& ops) const {
  return std::ranges::any_of(waiting_, [&](const Upload& u) { return u.to.ops->hash == ops.hash; });
}

void Uploads::add(const scene::OpsPtr& ops, const paint::PixmapPtr& pixels) {
  if (has(*ops)) return;
  waiting_.push_back({{ops, cut(ops->bounds, device_.longest_side())}, pixels});
}

/// One slice more; whether that was the last.
bool Uploads::advance(Upload& upload) {
  Tiles& tiles = upload.to.tiles;
  if (upload.tile == tiles.size()) return true;
  Tile& tile = tiles[upload.tile];
  if (!tile.texture) tile.texture = device_.texture(tile.area.size());
  const int rows = std::min(std::max(1, kSlice / tile.area.w), tile.area.h - upload.row);
  const Rect part{tile.area.x, tile.area.y + upload.row, tile.area.w, rows};
  if (tile.texture)
    device_.upload(*tile.texture, {0, upload.row}, view_of(*upload.pixels, upload.to.ops->bounds, part));
  upload.row += rows;
  if (upload.row < tile.area.h) return false;
  upload.row = 0;
  return ++upload.tile == tiles.size();
}

std::optional<Uploads::Finished> Uploads::step() {
  if (waiting_.empty() || !advance(waiting_.front())) return std::nullopt;
  Finished finished = std::move(waiting_.front().to);
  waiting_.pop_front();
  return finished;
}

std::optional<Uploads::Finished> Uploads::finish(const scene::Ops& ops) {
  const Place found =
      std::ranges::find_if(waiting_, [&](const Upload& u) { return u.to.ops->hash == ops.hash; });
  if (found == waiting_.end()) return std::nullopt;
  while (!advance(*found)) {
  }
  Finished finished = std::move(found->to);
  waiting_.erase(found);
  return finished;
}

}  // namespace xp::present
