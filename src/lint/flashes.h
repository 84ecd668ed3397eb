// SPDX-License-Identifier: MIT
// Flashes of a video (WCAG 2.1, general flash): pairs of opposing changes of its average light by a tenth of
// white, the darker one below 0.8.
#pragma once

#include <vector>

#include "base/time.h"
#include "media/clip.h"

namespace xp::lint {

/// A frame's average light, white 1.
struct LightAt {
  Duration time{};
  double light = 0;
};

/// The most flashes of any second.
double most_flashes(const std::vector<LightAt>& frames);
/// Of the first half minute of a clip.
double most_flashes(const media::ClipPtr& clip);

}  // namespace xp::lint
