// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/geometry.h"
#include "paint/pixmap.h"

namespace xp::present {

/// Pixels as another picture reads them: its (x, y) is `first[x * right + y * down]`. One of the steps is 1
/// or −1, the other a row of the picture that they are of, forwards or backwards.
struct TurnedPixels {
  const std::uint32_t* first = nullptr;
  std::ptrdiff_t right = 1, down = 0;
};

/// Writes them into `rect` of the target.
void copy_turned(const TurnedPixels& from, const Rect& rect, const paint::Target& to);

}  // namespace xp::present
