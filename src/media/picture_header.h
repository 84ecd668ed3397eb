// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/geometry.h"
#include "base/result.h"

namespace xp::media {

/// The size that a PNG, JPEG or WebP file claims in its header, before orientation; or why it is not to be
/// decoded: no such file, or larger than kMaxSide and kMaxPixels allow. Looks at the header only. The reason
/// is half a sentence.
Result<Size> claimed_size(std::string_view bytes);

}  // namespace xp::media
