// SPDX-License-Identifier: MIT
// The last stage: a paragraph and its chosen lines become a Layout.
#pragma once

#include <vector>

#include "text/layout.h"
#include "text/paragraph.h"

namespace xp::text {

LayoutPtr assemble(const Paragraph& paragraph, const ParagraphStyle& style,
                   const std::vector<LineRange>& ranges, Shaper& shaper);

}  // namespace xp::text
