// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace xp::playlist {

/// The order of one cycle, as indices of `weights`: smooth weighted round-robin. Item i stands in it
/// weights[i] times, as evenly spread as it goes; none follows itself, over the cycle's end neither, while
/// another can. Begins with item 0.
std::vector<std::size_t> rotation(std::span<const int> weights);

}  // namespace xp::playlist
