// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "base/memory_use.h"
#include "base/result.h"
#include "media/video_frame.h"
#include "paint/painter.h"
#include "show/caches.h"
#include "text/font_catalog.h"

namespace xp::player {

/// What one thread lays out and paints with. Fonts are opened at the first use of a catalogue and stay open
/// until another one comes.
class Engines {
 public:
  Status use(const std::shared_ptr<const text::FontCatalog>& catalog);
  /// How many bytes of painted layers are kept, and as many of decoded pictures; their owners' own measures
  /// without it.
  void keep_pixels(std::size_t bytes);
  /// Gives back the pages of the font files, which come again from the system's cache when they are read.
  void give_back_pages();
  /// What the stores hold.
  std::vector<MemoryUse> memory() const;
  /// Where videos' frames come from; without it each is decoded when it is painted.
  void take_frames_from(std::shared_ptr<media::VideoFrames> frames);
  /// A painter for pictures and shapes where there are no fonts (yet).
  Status use_no_fonts();
  bool can_paint() const { return painter_ != nullptr; }
  show::Caches& caches() { return *caches_; }
  paint::Painter& painter() { return *painter_; }

 private:
  std::shared_ptr<const text::FontCatalog> catalog_;
  std::unique_ptr<show::Caches> caches_;
  std::unique_ptr<paint::Painter> painter_;
  std::optional<std::size_t> pixels_;
  std::shared_ptr<media::VideoFrames> frames_;
};

}  // namespace xp::player
