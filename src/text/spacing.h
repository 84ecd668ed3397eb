// SPDX-License-Identifier: MIT
// The white a paragraph gains and loses inside a line: marks that are set on half an em (标点挤压) and gaps
// between Han and Western characters (spec §7). What happens at the ends of a line, Paragraph decides.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/half_width.h"
#include "text/itemise.h"
#include "text/layout.h"
#include "text/mark_class.h"

namespace xp::text {

/// A full-width mark that can be set on half an em.
struct Mark {
  std::uint32_t at = 0;
  MarkClass kind = MarkClass::none;
  HalfWidth half;
  bool halved = false;  ///< beside what stands around it; the ends of a line are another matter
};

struct Spacing {
  std::vector<Mark> marks;  ///< ascending
  std::vector<Gap> gaps;    ///< ascending
  Em gap_before(std::uint32_t index) const;
};

/// What spacing looks at.
struct SpacingInput {
  std::u32string_view text;
  const std::vector<std::uint32_t>& clusters;
  const std::vector<Item>& items;
  const ParagraphStyle& style;
};

/// CSS Text 4 text-spacing-trim and text-autospace; GB/T 15834—2011 §5.1 with Trim::gb.
Spacing find_spacing(const SpacingInput& input, HalfWidths& widths);

}  // namespace xp::text
