// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/engine.h"

namespace xp::test {

/// One engine for all tests of this program: opening the fonts again for each would take most of the time.
text::Engine& test_engine();

text::StyledText plain(std::u32string_view text);
text::ParagraphStyle style_with(std::string_view language, std::optional<double> width_em = std::nullopt);

/// The lines as text, joined by |.
std::string lines_of(std::u32string_view text, const text::Layout& layout);

/// Every glyph in visual order as `id:gid` (`box:U+31350` where no face has one), lines joined by |. The
/// face's id is left out where it is that of the glyph before.
std::string glyphs_of(const text::Layout& layout);

/// Everything in a layout as text, for comparing two.
std::string describe(const text::Layout& layout);

}  // namespace xp::test
