// SPDX-License-Identifier: MIT
// Painted layers on their way to the graphics device, a slice at a time: a frame that is due never waits for
// a whole one.
#pragma once

#include <deque>
#include <optional>

#include "paint/pixmap.h"
#include "present/render_device.h"
#include "present/texture_cache.h"
#include "scene/scene.h"

namespace xp::present {

/// All of it at once.
Tiles upload(RenderDevice& device, const Rect& bounds, const paint::Pixmap& pixels);

class Uploads {
 public:
  static constexpr int kSlice = 1 << 18;  ///< px at a time: 1 MB

  /// The device outlives it.
  explicit Uploads(RenderDevice& device) : device_(device) {}

  struct Finished {
    scene::OpsPtr ops;
    Tiles tiles;
  };
  void add(const scene::OpsPtr& ops, const paint::PixmapPtr& pixels);
  bool empty() const { return waiting_.empty(); }
  bool has(const scene::Ops& ops) const;
  /// One slice of the first; it, where that was the last of it.
  std::optional<Finished> step();
  /// The rest of this one, at once; nothing where it is not among them.
  std::optional<Finished> finish(const scene::Ops& ops);

 private:
  struct Upload {
    Finished to;
    paint::PixmapPtr pixels;
    std::size_t tile = 0;
    int row = 0;  ///< of the tile
  };
  using Place = std::deque<Upload>::iterator;
  bool advance(Upload& upload);

  RenderDevice& device_;
  std::deque<Upload> waiting_;
};

}  // namespace xp::present
