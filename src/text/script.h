// SPDX-License-Identifier: MIT
#pragma once

#include <hb.h>

#include <string_view>
#include <vector>

namespace xp::text {

/// zh, zh-Hans, zh-Hant-HK …
bool is_chinese(std::string_view language);

/// Chinese, Japanese or Korean: languages whose marks alone are Han.
bool is_east_asian(std::string_view language);

/// True for the marks that a Latin font would draw narrow but Chinese text wants from its Han font (traps T6,
/// T7): “ ” ‘ ’ — … · and their kin; not an apostrophe inside a Latin word.
bool is_han_mark(std::u32string_view text, std::size_t index);

/// The script each code point is shaped with. Common and Inherited ones take that of their neighbours, and in
/// Chinese text that has none, Han: with script Common the regional forms of a font (locl) do not fire (trap
/// T1).
std::vector<hb_script_t> resolve_scripts(std::u32string_view text, std::string_view language);

}  // namespace xp::text
