// SPDX-License-Identifier: MIT
#include "text/break_rules.h"

#include <algorithm>

#include "text/breaks.h"
#include "text/number_rules.h"

namespace xp::text {

BreakDraft::BreakDraft(std::u32string_view text, std::span<const CharKinds> kinds,
                       std::span<Opportunity> opportunities)
    : text_(text), kinds_(kinds), opportunities_(opportunities) {
  for (std::uint32_t i = 0; i < kinds.size(); ++i) {
    if ((kinds[i] & (kind::han | kind::kana)) == 0) others_.push_back(i);
  }
}

void BreakDraft::allow(std::size_t i) {
  if (i == 0 || i >= size()) return;
  constexpr CharKinds kNever = kind::glue | kind::space | kind::line_end;
  if (!follows(i, kNever) && !is(i, kNever)) opportunities_[i].allowed = true;
}

void BreakDraft::raise_cost(std::size_t i, std::uint8_t least) {
  opportunities_[i].least_cost = std::max(opportunities_[i].least_cost, least);
}

namespace {

constexpr CharKinds kWide = kind::han | kind::kana;
constexpr CharKinds kWord = kind::letter | kind::any_digit;

bool is_ascii_quote(char32_t c) { return c == U'"' || c == U'\''; }

/// don't, ’90s, 5'6": no quotation.
bool is_apostrophe(const BreakDraft& draft, std::size_t i) {
  return draft.follows(i, kWord) && draft.is(i + 1, kWord);
}

void allow_before_opening(BreakDraft& draft, std::size_t i, std::size_t inside) {
  constexpr CharKinds kClosed = kWide | kind::close | kind::stop | kind::comma | kind::ellipsis | kind::dash;
  if (draft.follows(i, kClosed) || (draft.follows(i, kWord) && draft.is(inside, kWide))) draft.allow(i);
}

void allow_after_closing(BreakDraft& draft, std::size_t i) {
  if (draft.is(i + 1, kWide | kWord | kind::open)) draft.allow(i + 1);
}

/// K8: “ ‘ open and ” ’ close; ICU's zh knows the double ones only.
void pair_curly_quotes(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if (!draft.is(i, kind::quote) || is_apostrophe(draft, i)) continue;
    if (draft.is(i, kind::open)) allow_before_opening(draft, i, i + 1);
    // ’n’, ’90s: behind a space an apostrophe, whatever it looks like.
    if (draft.is(i, kind::close) && !draft.follows(i, kind::space)) allow_after_closing(draft, i);
  }
}

/// K12: of the ASCII quotes touching Han the first opens, the next closes.
void pair_ascii_quotes(BreakDraft& draft) {
  for (const char32_t mark : {U'"', U'\''}) {
    bool inside = false;
    for (const std::size_t i : draft.others()) {
      if (draft.is(i, kind::line_end)) inside = false;
      if (draft.at(i) != mark || is_apostrophe(draft, i)) continue;
      if (draft.follows(i, kWide) || draft.is(i + 1, kWide)) {
        inside ? allow_after_closing(draft, i) : allow_before_opening(draft, i, i + 1);
        draft.forbid(inside ? i : i + 1);
        if (inside && i + 1 < draft.size() && draft.at(i + 1) == mark) draft.allow(i + 1);  // "甲"|"乙"
      }
      inside = !inside;
    }
  }
}

/// K1: before what closes or stops.
void closing_marks(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    const bool apostrophe = draft.is(i, kind::quote) && draft.follows(i, kind::space);
    if (!apostrophe && draft.is(i, kind::close | kind::stop | kind::comma)) draft.forbid(i);
  }
}

/// K1 at css loose, which lets ：；？！ start a line.
void closing_marks_loose(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if (draft.is(i, kind::close | kind::stop | kind::comma) && !draft.is(i, kind::loose_stop | kind::quote))
      draft.forbid(i);
  }
}

/// K2: after what opens.
void opening_marks(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if (draft.is(i, kind::open)) draft.forbid(i + 1);
  }
}

/// K3: before a connector (— alone, – ～). Two — and more are a dash: K6, K7.
void connectors(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if (!draft.is(i, kind::connector)) continue;
    if (draft.is(i, kind::dash) && draft.is(i + 1, kind::dash) && !draft.follows(i, kind::dash)) continue;
    if (!draft.follows(i, kind::space)) draft.forbid(i);
  }
}

/// K4: before an interpunct.
void interpuncts(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if (draft.is(i, kind::interpunct)) draft.forbid(i);
  }
}

std::size_t letters_before(const BreakDraft& draft, std::size_t i) {
  std::size_t n = 0;
  while (i > n && draft.is(i - n - 1, kind::letter)) ++n;
  return n;
}
std::size_t letters_from(const BreakDraft& draft, std::size_t i) {
  std::size_t n = 0;
  while (draft.is(i + n, kind::letter)) ++n;
  return n;
}

/// K5: beside a solidus, unless it stands between two Latin words (and/or), where ICU's break after it stays.
void soliduses(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if (!draft.is(i, kind::solidus)) continue;
    if (i > 0 && !draft.follows(i, kind::space)) draft.forbid(i);
    const bool between_words = letters_before(draft, i) > 2 && letters_from(draft, i + 1) > 2;
    if (!between_words && i + 1 < draft.size() && !draft.is(i + 1, kind::space)) draft.forbid(i + 1);
  }
}

/// K6: —— and …… are one; a longer run may be split between pairs, at a price.
/// K7: —— had better not start a line.
void dashes_and_ellipses(BreakDraft& draft) {
  std::size_t next = 0;
  for (const std::size_t i : draft.others()) {
    if (i < next) continue;
    const CharKinds what = draft.is(i, kind::dash) ? kind::dash : kind::ellipsis;
    std::size_t n = 0;
    while (draft.is(i + n, what)) ++n;
    for (std::size_t k = 1; k < n; ++k) {
      const bool between_pairs = k % 2 == 0 && n - k >= 2;
      between_pairs ? draft.allow(i + k) : draft.forbid(i + k);
      draft.raise_cost(i + k, kDashCost);
    }
    if (n > 0 && i > 0) draft.raise_cost(i, kDashCost);
    next = i + n;
  }
}

/// K13: a title 《…》 of up to ten characters had better stay whole; a longer one breaks, at a price, like
/// other text.
void titles(BreakDraft& draft) {
  constexpr std::size_t kShort = 10;
  std::size_t open = draft.size();
  for (const std::size_t i : draft.others()) {
    if (draft.at(i) == U'《') open = i;
    if (draft.at(i) != U'》' || open >= i) continue;
    const std::uint8_t cost =
        i - open - 1 <= kShort ? kTitleCost : static_cast<std::uint8_t>(BreakCost::word) * 2;
    for (std::size_t k = open + 1; k <= i; ++k) draft.raise_cost(k, cost);
    open = draft.size();
  }
}

/// K16: a short quotation (“安全账户”) had better stay whole, the shorter the more; a longer one is speech.
void short_quotations(BreakDraft& draft) {
  constexpr std::size_t kName = 4, kShort = 8;
  constexpr std::u32string_view kPairs[] = {U"“”", U"‘’", U"「」", U"『』"};
  for (const std::u32string_view pair : kPairs) {
    std::size_t open = draft.size();
    for (const std::size_t i : draft.others()) {
      if (draft.at(i) == pair[0]) open = i;
      if (draft.at(i) != pair[1] || open >= i) continue;
      const std::u32string_view inside = draft.text().substr(open + 1, i - open - 1);
      const auto length = inside.size() - static_cast<std::size_t>(std::ranges::count(inside, U'\n'));
      const std::uint8_t cost = length <= kName ? kQuotedNameCost : length <= kShort ? kQuotationCost : 0;
      for (std::size_t k = open + 1; k <= i; ++k) draft.raise_cost(k, cost);
      open = draft.size();
    }
  }
}

/// css normal and loose: ‐ and – may start a line behind Han (ICU has it at loose only).
void hyphens_may_start(BreakDraft& draft) {
  for (const std::size_t i : draft.others()) {
    if ((draft.at(i) == U'‐' || draft.at(i) == U'–') && draft.follows(i, kWide)) draft.allow(i);
  }
}

/// css loose: ․ ‥ … ⋯ ︙ may start a line.
void inseparables_may_start(BreakDraft& draft) {
  constexpr std::u32string_view kInseparable = U"․‥…⋯︙〻";
  for (const std::size_t i : draft.others()) {
    if (kInseparable.find(draft.at(i)) != kInseparable.npos && draft.follows(i, kWide | kind::ellipsis))
      draft.allow(i);
  }
}

constexpr auto kStrict = Strictness::strict, kNormal = Strictness::normal, kLoose = Strictness::loose;

constexpr BreakRule kRules[] = {
    // What ICU forbids and Chinese allows comes first: a rule below may still forbid it.
    {"K8", kStrict, kNormal, pair_curly_quotes},      // UAX #14 LB19 note; w3c/clreq#245
    {"K12", kStrict, kNormal, pair_ascii_quotes},     // CLREQ #handling_western_text
    {"css", kNormal, kLoose, hyphens_may_start},      // CSS Text 3 #line-break-property, normal
    {"css", kLoose, kLoose, inseparables_may_start},  // the same, loose
    // GB/T 15834 5.1.1–5.1.3; CLREQ #prohibition_rules_for_line_start_end
    {"K1", kStrict, kNormal, closing_marks},
    {"K1", kLoose, kLoose, closing_marks_loose},  // CSS Text 3 #line-break-property, loose
    {"K2", kStrict, kLoose, opening_marks},       // GB/T 15834 5.1.3
    {"K3", kStrict, kStrict, connectors},         // GB/T 15834 5.1.6
    {"K4", kStrict, kStrict, interpuncts},        // GB/T 15834 5.1.7; ICU has ・ at css normal
    {"K5", kStrict, kNormal, soliduses},          // GB/T 15834 5.1.9
    // GB/T 15834 5.1.4, 5.1.5; CLREQ #prohibition_rules_for_unbreakable_marks, strict
    {"K6, K7", kStrict, kNormal, dashes_and_ellipses},
    {"K9", kStrict, kNormal, whole_numbers},         // UAX #14 LB25, for full-width digits too
    {"K10", kStrict, kNormal, number_neighbours},    // product rule: number and unit, 第 and number, ranges
    {"K11", kStrict, kNormal, codes_and_addresses},  // product rule: telephone numbers, standards, addresses
    {"K13", kStrict, kLoose, titles},                // product rule
    {"K16", kStrict, kLoose, short_quotations},      // product rule
};

}  // namespace

std::span<const BreakRule> break_rules() { return kRules; }

bool may_start_line(char32_t c) {
  return (kinds_of(c) & (kind::mark & ~(kind::open | kind::dash))) == 0 && !is_ascii_quote(c);
}
bool may_end_line(char32_t c) { return (kinds_of(c) & (kind::open | kind::solidus)) == 0; }

}  // namespace xp::text
