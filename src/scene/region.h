// SPDX-License-Identifier: MIT
// Areas as lists of rectangles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace xp::scene {

inline std::int64_t area_of(const Rect& r) { return std::int64_t{r.w} * r.h; }

/// What is left of the rectangles outside `hole`.
std::vector<Rect> without(const std::vector<Rect>& rects, const Rect& hole);

/// Disjoint rectangles, at most `limit`, that cover `rects`; near ones are joined where that costs little
/// area.
std::vector<Rect> simplified(std::vector<Rect> rects, std::size_t limit);

}  // namespace xp::scene
