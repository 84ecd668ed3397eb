// SPDX-License-Identifier: MIT
// What the Chinese breaking rules (spec §4, §5) know of a code point. Not Unicode's line-breaking classes:
// ICU has those.
#pragma once

#include <array>
#include <cstdint>

namespace xp::text {

/// A set of the kinds below.
using CharKinds = std::uint32_t;

namespace kind {
inline constexpr CharKinds han = 1u << 0;         ///< ideographs
inline constexpr CharKinds kana = 1u << 1;        ///< kana, bopomofo, hangul
inline constexpr CharKinds letter = 1u << 2;      ///< ASCII, Latin, Greek, Cyrillic letters
inline constexpr CharKinds digit = 1u << 3;       ///< 0–9
inline constexpr CharKinds wide_digit = 1u << 4;  ///< ０–９
inline constexpr CharKinds open = 1u << 5;   ///< may not end a line: “‘（〔【《〈「『〖［｛
inline constexpr CharKinds close = 1u << 6;  ///< may not start a line: ”’）〕】》〉」』〗］｝
inline constexpr CharKinds stop = 1u << 7;   ///< ends a sentence: 。！？；
inline constexpr CharKinds comma = 1u << 8;  ///< ends a clause: ，、：
inline constexpr CharKinds loose_stop =
    1u << 9;  ///< may start a line at css `loose`: ：；？！ and the doubled ones
inline constexpr CharKinds connector = 1u << 10;   ///< 连接号 – — ～ and their look-alikes
inline constexpr CharKinds dash = 1u << 11;        ///< a part of 破折号 ——
inline constexpr CharKinds ellipsis = 1u << 12;    ///< a part of 省略号 ……
inline constexpr CharKinds interpunct = 1u << 13;  ///< 间隔号 ·
inline constexpr CharKinds solidus = 1u << 14;     ///< 分隔号 /
inline constexpr CharKinds quote = 1u << 15;       ///< “ ” ‘ ’
inline constexpr CharKinds space = 1u << 16;       ///< breakable spaces, the ideographic one too
inline constexpr CharKinds glue = 1u << 17;        ///< U+00A0 U+202F U+2007 U+2060 U+FEFF: no break beside it
inline constexpr CharKinds line_end = 1u << 18;    ///< \n and its like
inline constexpr CharKinds unit = 1u << 19;        ///< 元 年 个 …: stays with the number before it
inline constexpr CharKinds magnitude = 1u << 20;   ///< 百千万亿 behind digits
inline constexpr CharKinds numeral = 1u << 21;     ///< 一二三 … 十百千万 〇零两
inline constexpr CharKinds single = 1u << 22;      ///< alone a grapheme beside any other such code point

inline constexpr CharKinds any_digit = digit | wide_digit;
inline constexpr CharKinds mark =
    open | close | stop | comma | connector | dash | ellipsis | interpunct | solidus;
}  // namespace kind

/// Of the basic plane.
extern const std::array<CharKinds, 0x10000> kCharKinds;

inline CharKinds kinds_of(char32_t c) {
  if (c < 0x10000) return kCharKinds[c];
  return c >= 0x20000 && c <= 0x3FFFF ? kind::han | kind::single : 0;
}

}  // namespace xp::text
