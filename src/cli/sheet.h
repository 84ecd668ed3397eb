// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "scene/scene.h"
#include "text/engine.h"

namespace xp::cli {

/// One picture of a contact sheet with the line under it.
struct Thumbnail {
  std::shared_ptr<const media::Picture> picture;
  std::string caption;
};

/// The pictures in a grid on a quiet ground, scaled to at most `kThumbnailWidth` px, each with its caption.
/// Screens lower than 64 px (LED strips) are enlarged by whole numbers instead, one below the other.
scene::Scene contact_sheet(const std::vector<Thumbnail>& thumbnails, text::Engine& engine);

inline constexpr int kThumbnailWidth = 640;

}  // namespace xp::cli
