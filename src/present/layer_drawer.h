// SPDX-License-Identifier: MIT
// Layers as textures: what is painted once is drawn again and again, wherever it moves.
#pragma once

#include <vector>

#include "paint/painter.h"
#include "present/canvas.h"
#include "present/render_device.h"
#include "present/texture_cache.h"
#include "present/uploads.h"
#include "present/video_textures.h"
#include "scene/scene.h"

namespace xp::present {

class LayerDrawer {
 public:
  /// The device outlives it.
  LayerDrawer(RenderDevice& device, std::size_t budget)
      : device_(device), textures_(budget), uploads_(device), videos_(device) {}

  /// A frame begins.
  void begin_pass();

  /// Draws the layers inside `area` (scene px) where `placement` (of the scene's size) puts them.
  void draw(const std::vector<scene::Layer>& layers, const Rect& area, const Placement& placement,
            paint::Painter& painter);

  /// What will be drawn soon: step() brings it to the device, a slice at a time.
  void prepare(const scene::OpsPtr& ops, const paint::PixmapPtr& pixels);
  bool has_steps() const { return !uploads_.empty(); }
  void step();

  std::size_t texture_bytes() const { return textures_.bytes(); }

 private:
  void draw_layer(const scene::Layer& layer, const Rect& area, const Placement& placement,
                  paint::Painter& painter);
  void draw_video(const scene::VideoOp& video, const scene::Layer& layer, const Rect& part,
                  const Placement& placement, paint::Painter& painter);
  const Tiles& tiles_of(const scene::OpsPtr& ops, paint::Painter& painter);
  Tiles draw_group(const Rect& bounds, const scene::GroupOp& group, paint::Painter& painter);

  RenderDevice& device_;
  TextureCache textures_;
  Uploads uploads_;
  VideoTextures videos_;
};

}  // namespace xp::present
