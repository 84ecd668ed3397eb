// SPDX-License-Identifier: MIT
// A picture with less light, for a panel that cannot be turned down itself.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "paint/pixmap.h"

namespace xp::paint {

/// Scales the channels of the opaque pixels inside `rects`, which are disjoint, so that white becomes the
/// level `white`. Each call scales again: for pixels that were just painted.
void dim(std::uint8_t white, const std::vector<Rect>& rects, const Target& target);

}  // namespace xp::paint
