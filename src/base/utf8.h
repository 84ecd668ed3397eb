// SPDX-License-Identifier: MIT
// Text encodings and the units text is counted in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace xp::inline base {

/// Ill-formed bytes become U+FFFD, one for each maximal subpart (Unicode 3.9, best practice).
std::u32string decode_utf8(std::string_view bytes);
std::string encode_utf8(std::u32string_view text);

/// Byte offset of the first ill-formed sequence; nothing when the text is well-formed.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// True when the bytes are no UTF-8 but make sense as GBK / GB 18030 (double-byte Han all along).
bool looks_like_gbk(std::string_view bytes);

/// User-perceived characters (UAX #29, extended grapheme clusters).
std::size_t grapheme_count(std::string_view text);

/// Columns of a monospaced terminal: Han and full-width marks are two wide, combining marks none (UAX #11).
int display_columns(std::string_view text);

/// Has ICU take the process's locale now, not at its first use: that asks setlocale(), which SDL calls too as it opens
/// a display. Once, at start, before threads.
void settle_locale();

}  // namespace xp::inline base
