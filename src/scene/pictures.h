// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "media/picture.h"
#include "scene/scene.h"

namespace xp::scene {

/// The decoded pictures that layers show, those in groups too.
std::vector<std::shared_ptr<const media::Picture>> pictures_in(const std::vector<Layer>& layers);

}  // namespace xp::scene
