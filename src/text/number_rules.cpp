// SPDX-License-Identifier: MIT
#include "text/number_rules.h"

#include <array>
#include <string_view>

#include "text/break_rules.h"

namespace xp::text {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

void forbid_inside(BreakDraft& draft, std::size_t start, std::size_t end) {
  for (std::size_t i = start + 1; i < end; ++i) draft.forbid(i);
}

/// Between full-width digits and before exactly three of them: １，２，３ is a list.
bool is_thousands_comma(const BreakDraft& draft, std::size_t i) {
  const bool three = draft.is(i + 2, kind::wide_digit) && draft.is(i + 3, kind::wide_digit);
  return draft.follows(i, kind::wide_digit) && three && !draft.is(i + 4, kind::any_digit);
}

/// Where the run of digits and single separators that starts at `i` ends.
std::size_t number_end(const BreakDraft& draft, std::size_t i) {
  while (draft.is(i, kind::any_digit)) {
    ++i;
    if (i < draft.size() && is_one_of(draft.at(i), U",.:/-×÷．：／，－") &&
        draft.is(i + 1, kind::any_digit)) {
      if (draft.at(i) == U'，' && !is_thousands_comma(draft, i)) break;
      ++i;
    }
  }
  return i;
}

/// Units of several characters that stand behind a number as one.
constexpr std::u32string_view kLongUnits[] = {
    U"个百分点", U"个工作日", U"个自然日", U"平方公里", U"平方厘米", U"立方厘米", U"百分点", U"平方米",
    U"立方米", U"人民币", U"摄氏度", U"千瓦时", U"公里", U"小时", U"分钟", U"公斤", U"千克", U"千米", U"厘米",
    U"毫米", U"微米", U"纳米", U"公顷", U"海里", U"英里", U"英尺", U"毫升", U"毫克", U"千瓦", U"兆瓦",
    U"美元", U"欧元", U"港元", U"日元", U"英镑", U"人次", U"人份", U"世纪", U"年代", U"周年", U"周岁",
    U"年度", U"年级", U"年底", U"年初", U"年末", U"月份", U"月底", U"月初", U"月末", U"个月", U"个小时",
    U"季度", U"星期", U"日前", U"刻钟", U"号楼", U"单元", U"号线", U"路车", U"折起",
    // the same in traditional characters
    U"個百分點", U"個工作日", U"平方釐米", U"百分點", U"人民幣", U"攝氏度", U"千瓦時", U"小時", U"分鐘",
    U"公頃", U"釐米", U"歐元", U"英鎊", U"世紀", U"周歲", U"年級", U"個月", U"個小時", U"號樓", U"單元",
    U"號線"};

/// Where the unit behind a number ends: 万元, 余人, 多亿元, 个月; `i` when there is none.
std::size_t unit_end(const BreakDraft& draft, std::size_t i) {
  const auto skip_about = [&] {
    if (i < draft.size() && is_one_of(draft.at(i), U"多余餘來来")) ++i;
  };
  const std::size_t start = i;
  if (draft.is(i, kind::space | kind::glue) && draft.is(i + 1, kind::magnitude | kind::unit)) ++i;
  skip_about();
  while (draft.is(i, kind::magnitude)) ++i;
  skip_about();
  std::size_t longest = 0;
  for (const std::u32string_view unit : kLongUnits) {
    if (unit.size() > longest && draft.text().substr(i).starts_with(unit)) longest = unit.size();
  }
  if (longest > 0) return i + longest;
  if (draft.is(i, kind::unit)) return i + 1;
  const bool signs = i < draft.size() && is_one_of(draft.at(i), U"%‰％℃℉°");
  if (signs) return i + 1;
  const bool about_only = i == start + 1 && is_one_of(draft.at(start), U"多余餘來来");
  return about_only ? start : i;
}

/// The single connector of a range: ～ – — - 至 is none, for it is a word.
bool is_range_mark(const BreakDraft& draft, std::size_t i) {
  if (i >= draft.size()) return false;
  if (draft.is(i, kind::dash)) return !draft.is(i + 1, kind::dash) && !draft.follows(i, kind::dash);
  return draft.is(i, kind::connector) || draft.at(i) == U'-' || draft.at(i) == U'〜' || draft.at(i) == U'‐';
}

/// 第十二, 第3: the number belongs to 第, and the counter to the number.
void bind_ordinal(BreakDraft& draft, std::size_t at) {
  std::size_t i = at + 1;
  while (draft.is(i, kind::numeral | kind::any_digit)) ++i;
  if (i == at + 1) return;
  if (draft.is(i, kind::unit)) ++i;
  forbid_inside(draft, at, i);
}

bool starts_number(const BreakDraft& draft, std::size_t i) {
  return draft.is(i, kind::any_digit) && !draft.follows(i, kind::any_digit | kind::letter);
}

}  // namespace

void whole_numbers(BreakDraft& draft) {
  std::size_t next = 0;
  for (const std::size_t i : draft.others()) {
    if (i < next || !draft.is(i, kind::any_digit)) continue;
    const std::size_t end = number_end(draft, i);
    forbid_inside(draft, i, end);
    if (i > 0 && is_one_of(draft.at(i - 1), U"￥¥$＄€£＋+－−-±№#＃＜＞≥≤<>")) draft.forbid(i);
    if (end < draft.size() && is_one_of(draft.at(end), U"%‰％℃℉°×÷")) draft.forbid(end);
    next = end;
  }
}

void number_neighbours(BreakDraft& draft) {
  const std::u32string_view text = draft.text();
  for (std::size_t i = text.find(U'第'); i != text.npos; i = text.find(U'第', i + 1)) bind_ordinal(draft, i);
  std::size_t next = 0;
  for (const std::size_t i : draft.others()) {
    if (i < next || !starts_number(draft, i)) continue;
    const std::size_t digits_end = number_end(draft, i);
    const std::size_t end = unit_end(draft, digits_end);
    forbid_inside(draft, digits_end - 1, end);
    if (is_range_mark(draft, end) && draft.is(end + 1, kind::any_digit)) {
      draft.forbid(end);
      draft.forbid(end + 1);
    }
    next = end;
  }
}

namespace {

bool is_graph(char32_t c) { return c > 0x20 && c < 0x7F; }
bool is_letter(char32_t c) { return (kinds_of(c) & kind::letter) != 0; }

/// www.12321.cn, https://…, a@b.cn: has a scheme, or its host ends with letters behind a dot.
bool is_address(std::u32string_view token) {
  if (token.find(U"://") != token.npos || token.starts_with(U"www.")) return true;
  const std::u32string_view host = token.substr(0, token.find_first_of(U"/?:#"));
  const std::size_t dot = host.rfind(U'.');
  if (dot == host.npos || dot == 0 || host.size() - dot < 3) return false;
  bool letters_before_dot = false;
  for (const char32_t c : host.substr(0, dot)) letters_before_dot |= is_letter(c) || (c >= U'0' && c <= U'9');
  for (const char32_t c : host.substr(dot + 1)) {
    if (!is_letter(c)) return false;
  }
  return letters_before_dot;
}

void break_address(BreakDraft& draft, std::size_t start, std::size_t end) {
  const std::size_t scheme = draft.text().substr(start, end - start).find(U"://");
  const std::size_t host = scheme == std::u32string_view::npos ? start : start + scheme + 3;
  forbid_inside(draft, start, end);
  for (std::size_t i = host + 2; i + 1 < end; ++i) {
    const char32_t before = draft.at(i - 1), after = draft.at(i);
    if (!is_one_of(before, U"/.-") || is_one_of(after, U"/.-")) continue;
    draft.allow(i);
    draft.raise_cost(i, before == U'/' ? kAddressSlashCost : kAddressDotCost);
  }
}

/// Where a standard's code (GB, GB/T, JR/T, ISO) starting at `i` ends when a space and a number follow; `i`
/// otherwise.
std::size_t standard_end(const BreakDraft& draft, std::size_t i) {
  const auto upper = [&](std::size_t k) {
    return k < draft.size() && draft.at(k) >= U'A' && draft.at(k) <= U'Z';
  };
  std::size_t k = i;
  while (upper(k)) ++k;
  if (k - i < 2 || k - i > 5) return i;
  if (k < draft.size() && draft.at(k) == U'/' && upper(k + 1)) k += 2;
  if (!draft.is(k, kind::space) || !draft.is(k + 1, kind::digit)) return i;
  return number_end(draft, k + 1);
}

/// Where a telephone number written in groups of 3 or 4 digits (138 0013 8000) ends; `i` when it is none.
std::size_t grouped_phone_end(const BreakDraft& draft, std::size_t i) {
  std::size_t k = i, end = i, groups = 0, total = 0;
  for (;;) {
    std::size_t n = 0;
    while (draft.is(k + n, kind::digit)) ++n;
    if (n < 3 || n > 4) break;
    ++groups;
    total += n;
    end = k + n;
    if (end >= draft.size() || draft.at(end) != U' ') break;
    k = end + 1;
  }
  return groups >= 2 && total >= 7 && total <= 12 ? end : i;
}

/// (0936)8212345 and （0936）8212345.
std::size_t area_code_end(const BreakDraft& draft, std::size_t i) {
  std::size_t n = 0;
  while (draft.is(i + 1 + n, kind::digit)) ++n;
  const std::size_t close = i + 1 + n;
  const bool closed = close < draft.size() && is_one_of(draft.at(close), U")）");
  return closed && n >= 3 && n <= 4 && draft.at(i + 1) == U'0' && draft.is(close + 1, kind::digit) ? close + 2
                                                                                                   : i;
}

}  // namespace

void codes_and_addresses(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if (is_one_of(draft.at(i), U"(（")) forbid_inside(draft, i, area_code_end(draft, i));
    const bool token_start = is_graph(draft.at(i)) && (i == 0 || !is_graph(draft.at(i - 1)));
    if (!token_start) continue;
    std::size_t end = i;
    while (end < draft.size() && is_graph(draft.at(end))) ++end;
    if (is_address(draft.text().substr(i, end - i))) break_address(draft, i, end);
    forbid_inside(draft, i, standard_end(draft, i));
    if (draft.is(i, kind::digit)) forbid_inside(draft, i, grouped_phone_end(draft, i));
  }
}

}  // namespace xp::text
