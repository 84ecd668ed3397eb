// SPDX-License-Identifier: MIT
// Operations → pixels, and layers one over the other. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "media/video_frame.h"
#include "paint/canvas.h"
#include "paint/outline_mask.h"
#include "paint/pixmap_cache.h"
#include "scene/scene.h"
#include "text/glyph_raster.h"

namespace xp::paint {

class Rasterizer {
 public:
  /// A layer, and where it is seen.
  struct Seen {
    const scene::Layer* layer;
    std::vector<Rect> parts;  ///< disjoint
  };

  Rasterizer(std::shared_ptr<const text::FontCatalog> catalog, std::unique_ptr<text::GlyphRaster> glyphs,
             std::unique_ptr<OutlineRaster> outlines, std::size_t budget);

  PixmapCache& cache() { return cache_; }
  /// A frame, or a single making, begins.
  void begin_pass() { cache_.begin_pass(); }
  text::GlyphRaster& glyphs() { return *glyphs_; }
  void take_frames_from(std::shared_ptr<media::VideoFrames> frames) { frames_ = std::move(frames); }
  /// The ops' pixels, from the cache or painted now.
  PixmapPtr raster(const scene::OpsPtr& ops);
  /// The video's frame as it is to be seen now; null where there is none.
  media::VideoFramePtr frame(const scene::VideoOp& video);
  /// Paints the layers, moved by `shift`, inside `area` of the canvas.
  void paint(const std::vector<scene::Layer>& layers, Point shift, const Rect& area, Canvas& canvas);

 private:
  /// How a layer's pixels come to the canvas: inside `parts`, with its opacity.
  struct Veil {
    std::vector<Rect> parts;  ///< disjoint
    std::uint8_t opacity;
  };
  void paint_layer(const scene::Layer& layer, Point shift, const Veil& veil, Canvas& canvas);
  void paint_mixed(const Seen& below, const Seen& above, Point shift, Canvas& canvas);
  void paint_op(const scene::FillOp& op, Point shift, Canvas& canvas);
  void paint_op(const scene::GradientOp& op, Point shift, Canvas& canvas);
  void paint_op(const scene::MaskOp& op, Point shift, Canvas& canvas);
  void paint_op(const scene::GlyphsOp& op, Point shift, Canvas& canvas);
  void paint_op(const scene::ImageOp& op, Point shift, Canvas& canvas);
  void paint_op(const scene::VideoOp& op, Point shift, Canvas& canvas);
  void paint_op(const scene::GroupOp& op, Point shift, Canvas& canvas);
  void paint_video(const scene::VideoOp& op, Point shift, const Veil& veil, Canvas& canvas);
  bool on_whole_px(text::FaceId face) const;

  std::shared_ptr<const text::FontCatalog> catalog_;
  std::unique_ptr<text::GlyphRaster> glyphs_;
  std::unique_ptr<OutlineRaster> outlines_;
  PixmapCache cache_;
  std::shared_ptr<media::VideoFrames> frames_ = media::exact_frames();
};

}  // namespace xp::paint
