// SPDX-License-Identifier: MIT
#include "kinds/pattern.h"

#include <algorithm>
#include <array>

namespace xp::kinds {

Pattern shield_pattern();
Pattern rays_pattern();
Pattern waves_pattern();
Pattern dots_pattern();

std::span<const Pattern> patterns() {
  static const std::array rows{shield_pattern(), rays_pattern(), waves_pattern(), dots_pattern(),
                               Pattern{"none", nullptr}};
  return rows;
}

const Pattern* find_pattern(std::string_view name) {
  const auto rows = patterns();
  const auto row = std::ranges::find(rows, name, &Pattern::name);
  return row == rows.end() ? nullptr : &*row;
}

std::string_view pattern_name(std::size_t index) {
  return index < patterns().size() ? patterns()[index].name : std::string_view{};
}

}  // namespace xp::kinds
