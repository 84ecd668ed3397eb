// SPDX-License-Identifier: MIT
// Justified lines (两端对齐, 均排): where a line that is too short gains white (spec §8; CLREQ
// #h-line_adjustment). Pure: no fonts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/layout.h"

namespace xp::text {

struct JustifyInput {
  std::u32string_view text;
  std::span<const std::uint32_t> clusters;  ///< those of the line, spaces at its end left out
  std::span<const Gap> gaps;                ///< of the line
};

/// What is added before each cluster, 1/65,536 em; the sum is `rest`, or 0 where nothing may grow. First
/// spaces between words grow (to about ½ em), then gaps beside Western text (to ⅓ em), then everything
/// between characters but inside —— …… and numbers and beside connectors and /.
std::vector<std::int32_t> expand(const JustifyInput& input, std::int64_t rest);

}  // namespace xp::text
