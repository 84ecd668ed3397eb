// SPDX-License-Identifier: MIT
#include "text/breaks.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "text/break_rules.h"
#include "text/char_class.h"
#include "text/icu_iterator.h"
#include "text/word_class.h"
#include "text/words.h"

namespace xp::text {
namespace {

constexpr std::uint8_t cost_of(BreakCost cost) { return static_cast<std::uint8_t>(cost); }

bool breaks_as_chinese(std::string_view language) {
  return language == "zh" || language.starts_with("zh-") || language.starts_with("zh_") || language == "yue";
}

std::string icu_locale(std::string_view language, Strictness strictness) {
  constexpr const char* kLevels[] = {"strict", "normal", "loose"};
  const std::string level = std::string("@lb=") + kLevels[static_cast<std::size_t>(strictness)];
  if (breaks_as_chinese(language))
    return "zh" + level;  // never root: only zh knows that “ opens and ” closes
  if (language.empty() || language == "und") return level;
  std::array<char, ULOC_FULLNAME_CAPACITY> name{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(language).c_str(), name.data(), static_cast<std::int32_t>(name.size()),
                      nullptr, &error);
  return (U_SUCCESS(error) ? std::string(name.data()) : std::string()) + level;
}

std::vector<CharKinds> kinds_of_all(std::u32string_view text) {
  std::vector<CharKinds> kinds(text.size());
  std::transform(text.begin(), text.end(), kinds.begin(), kinds_of);
  return kinds;
}

std::vector<std::uint32_t> find_clusters(UBreakIterator* iterator, std::span<const CharKinds> kinds,
                                         const Utf16& utf16) {
  std::vector<std::uint32_t> clusters;
  clusters.reserve(kinds.size());
  const bool plain =
      std::all_of(kinds.begin(), kinds.end(), [](CharKinds k) { return (k & kind::single) != 0; });
  if (plain || iterator == nullptr) {
    for (std::uint32_t i = 0; i < kinds.size(); ++i) clusters.push_back(i);
    return clusters;
  }
  clusters.push_back(0);
  for_each_boundary(iterator, utf16, [&](std::uint32_t at) {
    if (at < kinds.size()) clusters.push_back(at);
  });
  return clusters;
}

void forbid_inside_clusters(std::span<const std::uint32_t> clusters, std::span<Opportunity> opportunities) {
  if (clusters.size() + 1 == opportunities.size()) return;
  std::size_t next = 0;
  for (std::size_t i = 0; i + 1 < opportunities.size(); ++i) {
    const bool starts = next < clusters.size() && clusters[next] == i;
    starts ? static_cast<void>(++next) : static_cast<void>(opportunities[i].allowed = false);
  }
}

/// The author's word: U+200B allows a break whatever the rules say.
void apply_overrides(std::u32string_view text, std::span<Opportunity> opportunities) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i - 1] == U'\u200B' && text[i] != U' ' && text[i] != U'\u200B') opportunities[i] = {true, 0};
  }
}

/// What stands before a break, spaces skipped.
std::size_t last_before(std::span<const CharKinds> kinds, std::size_t i) {
  while (i > 1 && (kinds[i - 1] & kind::space) != 0) --i;
  return i - 1;
}

/// Does a digit stand within three code points before this one, only Han between? 23小时|56分
bool follows_number(std::span<const CharKinds> kinds, std::size_t i) {
  for (std::size_t n = 0; n < 3 && i > 0; ++n) {
    if ((kinds[--i] & kind::any_digit) != 0) return true;
    if ((kinds[i] & kind::han) == 0) return false;
  }
  return false;
}

/// The 的 of “安全账户”的, 5%的: words do not tell it, for what stands before is none. 了解 has no particle.
bool leans_on_other(std::u32string_view text, std::size_t i, std::span<const Edge> edges) {
  const bool alone = i + 1 >= edges.size() || edges[i + 1] != Edge::inside;
  return alone && (roles_of(text[i]) & role::particle) != 0;
}

/// They lean on the figure behind them: 达|3亿元.
constexpr std::u32string_view kLeadsNumber = U"达约近超逾共仅为";

/// Spec §5 (d): marks first, then words.
std::uint8_t cost_at(std::u32string_view text, std::span<const CharKinds> kinds, std::size_t i,
                     std::span<const Edge> edges) {
  constexpr std::uint8_t kOfEdge[] = {cost_of(BreakCost::inside), 20, 12, 8, cost_of(BreakCost::word), 3,
                                      cost_of(BreakCost::phrase)};
  constexpr std::uint8_t kNumberPart = 14, kAfterName = 3, kParticle = 20;
  const std::size_t before = last_before(kinds, i);
  const CharKinds last = kinds[before];
  if (text[before] == U'\u200B') return cost_of(BreakCost::clause);
  const bool closed_stop = (last & kind::close) != 0 && before > 0 && (kinds[before - 1] & kind::stop) != 0;
  if ((last & kind::stop) != 0 || closed_stop) return cost_of(BreakCost::free);
  if ((last & kind::comma) != 0) return cost_of(BreakCost::clause);
  if ((last & kind::dash) != 0) return cost_of(BreakCost::clause);
  const bool closed_comma = (last & kind::close) != 0 && before > 0 && (kinds[before - 1] & kind::comma) != 0;
  if (closed_comma) return cost_of(BreakCost::clause);
  if ((last & (kind::han | kind::kana)) == 0 && before + 1 == i && leans_on_other(text, i, edges))
    return kParticle;
  // A title or a quoted name (“客服”来电) is a word of its sentence, whatever the spec's table says of ”.
  if ((last & kind::close) != 0) return kAfterName;
  if (before + 1 < i)
    return (last & kind::han) != 0 ? cost_of(BreakCost::clause) : cost_of(BreakCost::phrase);
  if ((kinds[i] & kind::open) != 0) return cost_of(BreakCost::phrase);
  const bool between_numbers =
      (kinds[i] & kind::any_digit) != 0 && (last & kind::unit) != 0 && follows_number(kinds, before);
  const bool leads_number =
      (kinds[i] & kind::any_digit) != 0 && kLeadsNumber.find(text[before]) != kLeadsNumber.npos;
  if (between_numbers || leads_number) return kNumberPart;
  return kOfEdge[static_cast<std::size_t>(edges[i])];
}

}  // namespace

struct Breaker::State {
  IcuIterator characters = open_iterator(UBRK_CHARACTER, "");
  std::map<std::pair<std::string, Strictness>, IcuIterator, std::less<>> lines;
  Words words;

  UBreakIterator* line_iterator(std::string_view language, Strictness strictness);
};

UBreakIterator* Breaker::State::line_iterator(std::string_view language, Strictness strictness) {
  const std::pair<std::string, Strictness> key(language, strictness);
  const auto found = lines.find(key);
  if (found != lines.end()) return found->second.get();
  return (lines[key] = open_iterator(UBRK_LINE, icu_locale(language, strictness).c_str())).get();
}

Breaker::Breaker() : state_(std::make_unique<State>()) {}
Breaker::~Breaker() = default;

BreakMap Breaker::breaks(std::u32string_view text, std::string_view language, Strictness strictness,
                         Costs costs, const Lexicon* lexicon) {
  BreakMap map;
  map.cost.assign(text.size() + 1, cost_of(BreakCost::forbidden));
  map.forced.assign(text.size() + 1, false);
  map.cost.back() = cost_of(BreakCost::free);
  if (text.empty()) return map;
  const Utf16 utf16(text);
  const std::vector<CharKinds> kinds = kinds_of_all(text);
  std::vector<Opportunity> opportunities(text.size() + 1);
  map.clusters = find_clusters(state_->characters.get(), kinds, utf16);
  if (UBreakIterator* iterator = state_->line_iterator(language, strictness)) {
    for_each_boundary(iterator, utf16, [&](std::uint32_t at) {
      opportunities[at].allowed = true;
      if (at > 0 && (kinds[at - 1] & kind::line_end) != 0 && ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD)
        map.forced[at] = true;
    });
  }
  if (breaks_as_chinese(language)) {
    BreakDraft draft(text, kinds, opportunities);
    for (const BreakRule& rule : break_rules()) {
      if (rule.strictest <= strictness && strictness <= rule.loosest) rule.apply(draft);
    }
  }
  apply_overrides(text, opportunities);
  forbid_inside_clusters(map.clusters, opportunities);
  const std::vector<Edge> edges =
      costs == Costs::words ? state_->words.edges(text, utf16, lexicon) : std::vector<Edge>();
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (map.forced[i]) map.cost[i] = cost_of(BreakCost::free);
    if (map.forced[i] || !opportunities[i].allowed) continue;
    const std::uint8_t cost = edges.empty() ? cost_of(BreakCost::word) : cost_at(text, kinds, i, edges);
    map.cost[i] = std::max(cost, opportunities[i].least_cost);
  }
  return map;
}

}  // namespace xp::text
