// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace xp::paint {

/// `above`, opaque, at `opacity` over `below`: premultiplied ARGB32, `count` pixels each. `to` may be
/// `below`. To the nearest, where pixman rounds both halves of the sum: what two pictures share stays as it
/// is while they fade.
void mix(const std::uint32_t* below, const std::uint32_t* above, std::uint8_t opacity, int count,
         std::uint32_t* to);

}  // namespace xp::paint
