// SPDX-License-Identifier: MIT
// Pictures at the size in which a zone shows them, scaled once.
#pragma once

#include <memory>

#include "base/geometry.h"
#include "media/picture.h"

namespace xp::kinds {

/// As large as fits inside `box`, whole.
Size fitting(Size picture, Size box);
/// As small as covers `box`.
Size covering(Size picture, Size box);
/// The middle of the picture, scaled to fill `box`.
std::shared_ptr<const media::Picture> filled(const media::Picture& picture, Size box);

}  // namespace xp::kinds
