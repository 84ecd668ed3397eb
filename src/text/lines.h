// SPDX-License-Identifier: MIT
// Choosing lines (spec §6): a pure function of widths and break costs. No fonts, no ICU.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "text/breaks.h"
#include "text/style.h"

namespace xp::text {

/// Width of code points [start, end) set as one line, spaces and trimmable marks at its edges taken into
/// account (T4, T5: a line's width depends on where it starts and ends). Grows with the line but for dips of
/// less than an em; saturates beyond Em's range.
using LineWidth = std::function<Em(std::uint32_t start, std::uint32_t end)>;

struct LineRange {
  std::uint32_t start = 0, end = 0;  ///< `end` excludes the forced break
  bool emergency = false;            ///< ended where no break is allowed (K15), or wider than the box
};

enum class Filling : std::uint8_t {
  greedy,    ///< as much as fits on every line
  optimal,   ///< minimal Σ slack² + costs over the paragraph
  balanced,  ///< as many lines as greedy; least widest line, then least variance and cost; no orphan (孤字)
};

/// Lines of code points [0, breaks.cost.size() − 1). Without a width only forced breaks end a line. `text` is
/// looked at for the orphan rule alone. Compares in 1/65,536 em with an epsilon of 1/1,000 em (T3).
std::vector<LineRange> choose_lines(std::u32string_view text, const BreakMap& breaks,
                                    const LineWidth& width_of, std::optional<Em> width, Filling filling);

struct BalancedLines {
  std::vector<LineRange> lines;
  Em widest;
};

/// Balancing weighs every pair of breaks, so it is for headlines. Longer text: choose_lines(…, balanced)
/// fills it optimally.
bool can_balance(std::u32string_view text, const BreakMap& breaks, std::size_t count);

/// Exactly `count` lines as even as words and marks let them be, with no width to keep to; nothing where the
/// breaks do not give so many, or forced breaks give more. For autofit (spec §13).
std::optional<BalancedLines> choose_balanced(std::u32string_view text, const BreakMap& breaks,
                                             const LineWidth& width_of, std::size_t count);

}  // namespace xp::text
