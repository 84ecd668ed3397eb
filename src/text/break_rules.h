// SPDX-License-Identifier: MIT
// The Chinese rules that ICU's line breaking lacks (spec §4, K1–K13, K16): one row a rule, applied in order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/char_class.h"
#include "text/style.h"

namespace xp::text {

/// Whether a line may end before a code point, and the least it costs to do so.
struct Opportunity {
  bool allowed = false;
  std::uint8_t least_cost = 0;
};

/// A paragraph and its opportunities while the rules work on it.
class BreakDraft {
 public:
  BreakDraft(std::u32string_view text, std::span<const CharKinds> kinds,
             std::span<Opportunity> opportunities);

  std::size_t size() const { return text_.size(); }
  char32_t at(std::size_t i) const { return text_[i]; }
  std::u32string_view text() const { return text_; }
  /// Has code point `i` any of `kinds`? No code point beyond the ends has any.
  bool is(std::size_t i, CharKinds kinds) const { return i < kinds_.size() && (kinds_[i] & kinds) != 0; }
  /// The same of the code point before `i`.
  bool follows(std::size_t i, CharKinds kinds) const { return i > 0 && is(i - 1, kinds); }

  /// Ascending: where no ideograph and no kana stands. Nearly all rules are about these.
  std::span<const std::uint32_t> others() const { return others_; }

  void forbid(std::size_t i) { opportunities_[i].allowed = false; }
  /// Never beside glue or a space (what stands after a space is ICU's business).
  void allow(std::size_t i);
  void raise_cost(std::size_t i, std::uint8_t least);

 private:
  std::u32string_view text_;
  std::span<const CharKinds> kinds_;
  std::span<Opportunity> opportunities_;
  std::vector<std::uint32_t> others_;
};

struct BreakRule {
  const char* name;               ///< of spec §4
  Strictness strictest, loosest;  ///< the levels of css line-break at which it holds
  void (*apply)(BreakDraft&);
};

/// In the order they are applied.
std::span<const BreakRule> break_rules();

/// For a forced emergency (K15): would a line start or end with a mark that may not?
bool may_start_line(char32_t c);
bool may_end_line(char32_t c);

/// K7: before —— and K6: between pairs of a long run.
inline constexpr std::uint8_t kDashCost = 20;
/// K13: inside a short title 《…》, above what words say.
inline constexpr std::uint8_t kTitleCost = 25;
/// K16: inside a quoted name of up to four characters, inside a short quotation.
inline constexpr std::uint8_t kQuotedNameCost = 20, kQuotationCost = 14;
/// K11: after / and after . or - of an address.
inline constexpr std::uint8_t kAddressSlashCost = 8, kAddressDotCost = 20;

}  // namespace xp::text
