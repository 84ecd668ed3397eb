// SPDX-License-Identifier: MIT
// Scene → pixels, by pixman; shapes are a8 masks from FreeType's outline rasteriser. The same scene gives the
// same bytes, whole or by damage, prepared or not, on every machine. The coverage of letters and shapes is
// corrected (coverage.h): light on dark is as heavy as dark on light.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "base/memory_use.h"
#include "base/result.h"
#include "media/video_frame.h"
#include "paint/pixmap.h"
#include "scene/scene.h"
#include "text/font_catalog.h"

namespace xp::paint {

/// Whether a layer of these ops is painted by way of pixels that are worth keeping: a fill, an opaque
/// gradient and a video are not.
bool needs_pixels(const scene::Ops& ops);
/// An opaque gradient: as large as the screen, and as quickly painted where it is seen as copied.
bool is_ground(const scene::Ops& ops);
/// How grounds come to the screen: painted where they are seen, or drawn from pixels of their own (textures).
enum class Grounds : std::uint8_t { in_place, from_pixels };

/// One thread's painter: glyph masks and painted layers, memoised within byte budgets.
class Painter {
 public:
  static Result<std::unique_ptr<Painter>> create(std::shared_ptr<const text::FontCatalog> catalog);
  ~Painter();

  /// Paints the scene inside `damage` (disjoint, in the scene) and leaves the rest of the target as it is.
  void paint(const scene::Scene& scene, const std::vector<Rect>& damage, const Target& target);

  /// The ops' pixels (their bounds in size): from the memo table, or painted now.
  PixmapPtr raster(const scene::OpsPtr& ops);
  /// The video's frame as it is to be seen now; null where there is none (yet).
  media::VideoFramePtr frame(const scene::VideoOp& video);
  /// Its pixels where they are kept, or null.
  PixmapPtr kept(const scene::OpsPtr& ops);
  /// Takes what another thread's painter has rasterised. Kept while the ops live and the budget allows.
  void adopt(const scene::OpsPtr& ops, PixmapPtr pixels);
  /// Forgets the pixels of all other ops.
  void keep_only(const std::vector<scene::OpsPtr>& ops);
  /// Hashes of the ops whose pixels are kept.
  std::unordered_set<Hash, HashOf> painted() const;
  void set_budget(std::size_t bytes);
  /// Gives back the pages of the font files, which come again from the system's cache when they are read.
  void give_back_pages();
  /// Glyphs and layers.
  std::vector<MemoryUse> memory() const;
  /// Where videos' frames come from; without it each is decoded exactly when it is painted.
  void take_frames_from(std::shared_ptr<media::VideoFrames> frames);

 private:
  struct State;
  explicit Painter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace xp::paint
