// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "media/picture.h"

namespace xp::media {

/// The picture at `size`: averaged by area where it gets smaller, interpolated linearly where it gets larger.
/// Integers only. Its hash is that of the picture and the size.
std::shared_ptr<const Picture> scaled(const Picture& picture, Size size);

}  // namespace xp::media
