// SPDX-License-Identifier: MIT
#pragma once

namespace xp::inline base {

/// The colours that a display has: all, or those of an LED panel with diodes of one or two.
enum class Panel { full, red_green, red };

}  // namespace xp::inline base
