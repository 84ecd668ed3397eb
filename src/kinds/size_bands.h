// SPDX-License-Identifier: MIT
// Which font role a text has at which size on an LED panel (spec §14): bitmap fonts below 24 px, outlines
// without grey below 64 px, the theme's own role above.
#pragma once

#include <string>
#include <vector>

#include "text/font_catalog.h"

namespace xp::kinds {

/// Sizes from `smallest` to `largest` px, in steps of `step`, that are set in `role`.
struct SizeBand {
  std::string role;
  int smallest = 0, largest = 0, step = 1;
};

/// The bands of `role` on a panel between two sizes, the largest first; never empty: where nothing is as
/// small as asked for, the nearest band there is. A role that is a bitmap font by itself grows by whole
/// numbers.
std::vector<SizeBand> panel_bands(const text::FontCatalog& catalog, const std::string& role, int smallest,
                                  int largest);

}  // namespace xp::kinds
