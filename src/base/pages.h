// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace xp::base {

/// All pages of a block that is about to be written, by one call instead of a fault for each (Linux 5.14,
/// MADV_POPULATE_WRITE). What it holds stays. Where the system cannot they come one by one, as they would
/// without it.
void populate_pages(void* from, std::size_t bytes);

}  // namespace xp::base
