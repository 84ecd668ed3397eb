// SPDX-License-Identifier: MIT
#include "text/char_class.h"

#include <string_view>
#include <vector>

namespace xp::text {
namespace {

struct Set {
  std::u32string_view members;
  CharKinds kinds;
};
struct Range {
  char32_t first, last;
  CharKinds kinds;
};

constexpr Set kSets[] = {
    {U"“‘", kind::open | kind::quote},
    {U"”’", kind::close | kind::quote},
    {U"（〔【《〈「『〖［｛〘〚〝", kind::open},
    {U"）〕】》〉」』〗］｝〙〛〞〟", kind::close},
    {U"。．", kind::stop},
    {U"！？；‼⁇⁈⁉", kind::stop | kind::loose_stop},
    {U"，、", kind::comma},
    {U"：", kind::comma | kind::loose_stop},
    {U"–～∼~－‒", kind::connector},
    {U"—―", kind::connector | kind::dash},
    {U"⸺⸻", kind::dash},
    {U"…⋯‥", kind::ellipsis},
    {U"·‧・･", kind::interpunct},
    {U"/／", kind::solidus},
    {U" \t\u3000\u2002\u2003\u2009", kind::space},
    {U"\u00A0\u202F\u2007\u2060\uFEFF", kind::glue},
    {U"\n\v\f\r\u0085\u2028\u2029", kind::line_end},
    // K10's own list and the counters public notices use most, in both forms of the script.
    {U"元角分年月日时秒号岁人次条件起户个笔倍折级层楼名天家位项周吨米块张份套辆台部届期章款页场批成"
     U"種种類类支册段句组克升亩度点趟座栋间股枚颗株棵匹艘架瓶盒箱袋"
     U"時號歲條戶筆級層樓項噸塊張輛臺屆頁場個畝點棟間顆",
     kind::unit},
    {U"万亿千百萬億", kind::magnitude},
    {U"〇零一二三四五六七八九十百千万亿两萬億兩", kind::numeral},
};

constexpr Range kRanges[] = {
    {U'0', U'9', kind::digit},
    {U'０', U'９', kind::wide_digit},
    {U'A', U'Z', kind::letter},
    {U'a', U'z', kind::letter},
    {0x00C0, 0x00D6, kind::letter},
    {0x00D8, 0x00F6, kind::letter},
    {0x00F8, 0x02AF, kind::letter},
    {0x0370, 0x03FF, kind::letter},
    {0x0400, 0x052F, kind::letter},
    {0x1E00, 0x1EFF, kind::letter},
    {0x2E80, 0x2FD5, kind::han},
    {0x3005, 0x3007, kind::han},
    {0x3041, 0x3096, kind::kana},
    {0x30A1, 0x30FA, kind::kana},
    {0x30FC, 0x30FF, kind::kana},
    {0x3105, 0x312F, kind::kana},
    {0x3400, 0x4DBF, kind::han},
    {0x4E00, 0x9FFF, kind::han},
    {0xAC00, 0xD7A3, kind::kana},
    {0xF900, 0xFAFF, kind::han},
    // Of these no code point joins its neighbours to a grapheme (UAX #29).
    {0x000A, 0x000A, kind::single},
    {0x0020, 0x007E, kind::single},
    {0x2010, 0x2027, kind::single},
    {0x3000, 0x3029, kind::single},
    {0x3400, 0x4DBF, kind::single},
    {0x4E00, 0x9FFF, kind::single},
    {0xFF01, 0xFF60, kind::single},
};

constexpr std::array<CharKinds, 0x10000> build_table() {
  std::array<CharKinds, 0x10000> table{};
  for (const Range& range : kRanges) {
    for (char32_t c = range.first; c <= range.last; ++c) table[c] |= range.kinds;
  }
  for (const Set& set : kSets) {
    for (const char32_t c : set.members) table[c] |= set.kinds;
  }
  return table;
}

}  // namespace

constinit const std::array<CharKinds, 0x10000> kCharKinds = build_table();

}  // namespace xp::text
