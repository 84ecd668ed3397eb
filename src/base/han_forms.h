// SPDX-License-Identifier: MIT
// Simplified and traditional characters.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

namespace xp::inline base {

enum class HanForm : std::uint8_t { simplified, traditional };

/// Characters that texts in `form` do not have, each with the one they have instead. Characters that both
/// forms know (后, 乾, 里) and those without a counterpart are none of them.
std::map<char32_t, char32_t> foreign_forms(std::u32string_view text, HanForm form);

}  // namespace xp::inline base
