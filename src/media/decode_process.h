// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/geometry.h"
#include "base/result.h"
#include "media/picture.h"

namespace xp::media {

/// Has xuanping-decode decode a file of the claimed size. Sets size, opaque and pixels. The reason is half a
/// sentence.
Result<Picture> decode_in_process(std::string_view file, Size claimed);

}  // namespace xp::media
