// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "text/layout.h"

namespace xp::test {

/// What holds of every layout, whatever the text: nothing lost, lines in order and inside the box, no mark
/// where it may not stand, lengths one can draw. The first thing that does not hold, in words; empty when all
/// do.
std::string broken_invariant(const text::StyledText& text, const text::ParagraphStyle& style,
                             const text::Layout& layout);

}  // namespace xp::test
