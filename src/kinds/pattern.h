// SPDX-License-Identifier: MIT
// What lies large and faint on a theme's background. A pattern is one file with one row (pattern.cpp), drawn
// from shapes in the theme's colour `emblem`.
#pragma once

#include <span>
#include <string_view>

#include "kinds/canvas.h"

namespace xp::kinds {

struct Pattern {
  std::string_view name;
  void (*draw)(Canvas& canvas);  ///< on the layer being drawn, inside the zone; null: nothing
  int layers = 1;                ///< as many of its shapes may lie over one another
};

/// The registry, in the order of the documentation.
std::span<const Pattern> patterns();
const Pattern* find_pattern(std::string_view name);
/// The name of the pattern at `index`; empty after the last (a field's Choice).
std::string_view pattern_name(std::size_t index);

}  // namespace xp::kinds
