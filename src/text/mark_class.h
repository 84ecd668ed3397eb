// SPDX-License-Identifier: MIT
// What full-width marks do to each other's white space (CSS Text 4 text-spacing-trim; CLREQ
// #h-adjustment_of_adjacent_punctuation_marks). Where they may break a line is char_class.h's business.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/style.h"

namespace xp::text {

enum class MarkClass : std::uint8_t {
  none,
  open,    ///< white on its first half
  close,   ///< white on its second half
  middle,  ///< white on both sides
  space,   ///< U+3000
};

/// Where a region puts its stops: in the corner (mainland), in the middle (Taiwan, Hong Kong), or as Japan
/// does.
enum class MarkRegion : std::uint8_t { corner, centred, japanese };
MarkRegion mark_region(std::string_view language);

/// Quotes and interpuncts are marks only where a Han font draws them: the caller knows.
MarkClass mark_class(char32_t c, MarkRegion region, Mode mode);

/// 间隔号, which takes half an em in GB/T 15834 §5.1.7.
bool is_interpunct(char32_t c);
/// ！ or ？, which stand two to an em in GB/T 15834 §5.1.2.
bool is_exclamation(char32_t c);
/// 、，。 the marks that may hang over the end of a line (CLREQ #hanging_punctuation_marks_at_line_end).
bool may_hang(char32_t c);

}  // namespace xp::text
