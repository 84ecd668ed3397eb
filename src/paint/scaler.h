// SPDX-License-Identifier: MIT
#pragma once

#include "media/picture.h"
#include "paint/pixmap.h"

namespace xp::paint {

/// The picture at `size`: averaged by area where it gets smaller, interpolated linearly where it gets larger.
/// Integers only.
PixmapPtr scaled(const media::Picture& picture, Size size);

}  // namespace xp::paint
