// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scene/scene.h"

namespace xp::scene {

/// The videos that layers show, those in groups too.
std::vector<VideoOp> videos_in(const std::vector<Layer>& layers);

}  // namespace xp::scene
