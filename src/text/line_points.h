// SPDX-License-Identifier: MIT
// What the ways of choosing lines share: the stretches between forced breaks and the points at which they may
// be cut.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/breaks.h"
#include "text/lines.h"

namespace xp::text {

/// T3: what is wider by less than this still fits.
inline constexpr Em kWidthEpsilon = Em{66};
/// A longer line may be narrower than a shorter one by less than this: its ends are trimmed otherwise.
inline constexpr Em kWidestDip = Em{65536};
/// Lines are no wider than this, so that sums stay within Em; what is wider than Em can tell saturates
/// beyond.
inline constexpr Em kWidestLine = Em{0x7FFFFFFF - 4 * 65536};

/// Code points between two forced breaks, without them.
struct Stretch {
  std::uint32_t start = 0, end = 0;
};
std::vector<Stretch> stretches(std::u32string_view text, const BreakMap& breaks);

/// Where a line may be cut.
struct CutPoint {
  std::uint32_t at = 0;
  std::uint8_t cost = 0;
  bool emergency = false;  ///< K15: no break is allowed here
};
/// The stretch's start, its allowed breaks and its end. With a width, what is wider than that gets emergency
/// points.
std::vector<CutPoint> cut_points(std::u32string_view text, const BreakMap& breaks, Stretch stretch,
                                 const LineWidth& width_of, std::optional<Em> width);

/// Characters of [start, end) that are no marks and no spaces, for the orphan rule; counts up to 3.
int ink_count(std::u32string_view text, std::uint32_t start, std::uint32_t end);

/// How many lines filling greedily makes of the points.
std::vector<std::size_t> fill_greedily(const std::vector<CutPoint>& points, const LineWidth& width_of,
                                       Em width);

/// Indices of the points that end the lines. `width` bounds them; exactly `count` lines, as even as words let
/// them be. Nothing when there is no such way.
std::optional<std::vector<std::size_t>> balance(std::u32string_view text, const std::vector<CutPoint>& points,
                                                const LineWidth& width_of, std::size_t count,
                                                std::optional<Em> width);

}  // namespace xp::text
