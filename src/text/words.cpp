// SPDX-License-Identifier: MIT
#include "text/words.h"

#include <algorithm>
#include <array>

#include "base/i18n.h"
#include "base/log.h"
#include "text/char_class.h"

namespace xp::text {
namespace {

struct Word {
  std::size_t start = 0, end = 0;
  bool han = false;
  std::size_t size() const { return end - start; }
};

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

// Single characters the dictionary leaves alone. Spec §5 (c).
constexpr std::u32string_view kLeansLeft =
    U"的地得了着过吗呢吧们等中上下里内外前后间时子好者性化率员费款类型式案额量法罪局部处所号码卡店";
constexpr std::u32string_view kLeansRight = U"不很最请第勿莫别未无非反防各每本该其此这那再更已可";
/// Before them a phrase begins, and they lean on what follows.
constexpr std::u32string_view kLeads = U"和与或及并但而且则在对向把被将为以从由因让给凡若如";
/// Words by themselves.
constexpr std::u32string_view kAlone = U"是有要就都也还又到用会应须需能您你我他她它谁";

/// Verbs which public warnings begin a phrase with; longer words of the dictionary win by being other words.
constexpr std::array<std::u32string_view, 48> kPhraseVerbs = {
    U"远离", U"警惕", U"拒绝", U"防范", U"守护", U"谨防", U"切勿", U"抵制", U"打击", U"提高",
    U"增强", U"树立", U"保护", U"珍惜", U"共建", U"共创", U"共享", U"构建", U"维护", U"严防",
    U"严禁", U"严惩", U"依法", U"举报", U"识别", U"牢记", U"认清", U"拨打", U"咨询", U"参与",
    U"落实", U"加强", U"坚持", U"推进", U"建设", U"营造", U"不要", U"不能", U"不可", U"不得",
    U"请勿", U"如遇", U"遇到", U"发现", U"避免", U"谨慎", U"理性", U"助力"};

bool is_phrase_verb(std::u32string_view word) {
  return std::find(kPhraseVerbs.begin(), kPhraseVerbs.end(), word) != kPhraseVerbs.end();
}

std::vector<Word> dictionary_words(UBreakIterator* iterator, std::u32string_view text, const Utf16& utf16) {
  std::vector<Word> words;
  std::size_t start = 0;
  for_each_boundary(iterator, utf16, [&](std::uint32_t end, std::int32_t) {
    words.push_back({start, end, (kinds_of(text[start]) & kind::han) != 0});
    start = end;
  });
  return words;
}

/// A single character with a meaning of its own beside another: probably one word (征|信, 扫|码).
bool is_loose_single(std::u32string_view text, const Word& word) {
  if (!word.han || word.size() != 1) return false;
  const char32_t c = text[word.start];
  return !contains(kLeansLeft, c) && !contains(kLeansRight, c) && !contains(kLeads, c) &&
         !contains(kAlone, c);
}

Edge edge_between(std::u32string_view text, const Word& before, const Word& after) {
  if (!before.han || !after.han) return Edge::word;
  const char32_t last = before.size() == 1 ? text[before.start] : U'\0',
                 first = after.size() == 1 ? text[after.start] : U'\0';
  const bool lone_before = is_loose_single(text, before), lone_after = is_loose_single(text, after);
  if (first != 0 && contains(kLeansLeft, first)) return Edge::inside;
  if (last != 0 && contains(kLeansRight, last)) return Edge::inside;
  if (last != 0 && contains(kLeads, last)) return Edge::bound;
  if (first != 0 && contains(kLeads, first)) return Edge::phrase;
  if (is_phrase_verb(text.substr(after.start, after.size()))) return Edge::phrase;
  if (is_phrase_verb(text.substr(before.start, before.size()))) return Edge::bound;
  if (lone_before || lone_after) return Edge::uncertain;
  return Edge::word;
}

/// Loose single characters in a row become words two by two.
void pair_singles(std::u32string_view text, std::vector<Word>& words) {
  std::size_t out = 0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    Word word = words[k];
    if (k + 1 < words.size() && is_loose_single(text, word) && is_loose_single(text, words[k + 1]))
      word.end = words[++k].end;
    words[out++] = word;
  }
  words.resize(out);
}

}  // namespace

Words::Words() : iterator_(open_iterator(UBRK_WORD, "zh")) {
  const std::u32string_view sample = U"非法集资";
  const auto words =
      iterator_ ? dictionary_words(iterator_.get(), sample, Utf16(sample)) : std::vector<Word>{};
  if (words.size() == 2 && words[0].end == 2) return;
  iterator_.reset();
  log(LogLevel::warning, "text", tr("ICU lacks its Chinese dictionary: lines may end inside words"));
}

std::vector<Edge> Words::edges(std::u32string_view text, const Utf16& utf16) {
  if (!has_dictionary()) return std::vector<Edge>(text.size(), Edge::word);
  std::vector<Edge> edges(text.size(), Edge::inside);
  std::vector<Word> words = dictionary_words(iterator_.get(), text, utf16);
  pair_singles(text, words);
  for (std::size_t k = 0; k < words.size(); ++k) {
    edges[words[k].start] = k == 0 ? Edge::phrase : edge_between(text, words[k - 1], words[k]);
  }
  return edges;
}

}  // namespace xp::text
