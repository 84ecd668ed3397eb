// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "base/geometry.h"
#include "base/result.h"

namespace xp::media {

/// Opaque pixels (0xXXRRGGBB, `stride` in bytes) as an 8-bit RGB PNG, written atomically. The same pixels
/// give the same file.
Status write_png(const std::string& path, Size size, const std::uint32_t* pixels, int stride);

}  // namespace xp::media
