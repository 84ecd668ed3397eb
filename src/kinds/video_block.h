// SPDX-License-Identifier: MIT
// Videos as slides and as backgrounds of slides: which files, and playing them below what is laid out.
#pragma once

#include <string>
#include <vector>

#include "kinds/canvas.h"
#include "kinds/subtitles.h"
#include "media/clip.h"

namespace xp::kinds {

/// The files that the key `key` names, as one clip; those that cannot be played are defects. Null where none
/// is left.
media::ClipPtr read_clip(toml::TableReader& reader, std::string_view key,
                         const std::vector<std::string>& names, const ReadContext& context);

/// A subtitle drawn: a layer over the video.
struct DrawnCue {
  Duration start{}, end{};  ///< of the clip
  scene::Layer layer;
};

/// A video that fills a zone.
struct Film {
  media::ClipPtr clip;  ///< null: only the ground
  media::Fit fit = media::Fit::fill;
  int volume = 0;              ///< percent
  std::vector<DrawnCue> cues;  ///< by their start
};

/// The film plays below the layers of `above`, which must not cover it; it begins with the slot and again at
/// its end.
LaidPtr play_below(LaidPtr above, Film film, const LayoutContext& context);

}  // namespace xp::kinds
