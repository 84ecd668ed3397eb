// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "paint/pixmap.h"
#include "scene/ops_cache.h"

namespace xp::paint {

inline std::size_t bytes_of(const PixmapPtr& pixels) { return pixels->pixels.size() * sizeof(std::uint32_t); }

/// Painted ops.
using PixmapCache = scene::OpsCache<PixmapPtr>;

}  // namespace xp::paint
