// SPDX-License-Identifier: MIT
#include "text/words.h"

#include "base/i18n.h"
#include "base/log.h"
#include "text/char_class.h"
#include "text/lexicon.h"

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

std::vector<Word> dictionary_words(UBreakIterator* iterator, std::u32string_view text, const Utf16& utf16) {
  std::vector<Word> words;
  std::size_t start = 0;
  for_each_boundary(iterator, utf16, [&](std::uint32_t end, std::int32_t) {
    words.push_back({start, end, (kinds_of(text[start]) & kind::han) != 0});
    start = end;
  });
  return words;
}

/// Neighbouring words that the lexicon knows as one. Between parts that are words themselves (非法|集资) the
/// edge is `bound`.
void join_known_words(std::u32string_view text, std::vector<Word>& words, std::vector<Edge>& edges) {
  std::size_t out = 0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    std::size_t last = k;
    for (std::size_t m = k; m < words.size() && words[m].han; ++m) {
      const std::size_t size = words[m].end - words[k].start;
      if (size > longest_in_lexicon()) break;
      if (in_lexicon(text.substr(words[k].start, size))) last = m;
    }
    for (std::size_t m = k + 1; m <= last; ++m) {
      if (words[m - 1].size() > 1 && words[m].size() > 1) edges[words[m].start] = Edge::uncertain;
    }
    words[out++] = {words[k].start, words[last].end, words[k].han};
    k = last;
  }
  words.resize(out);
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
  if (begins_phrase(text.substr(after.start, after.size()))) return Edge::phrase;
  if (begins_phrase(text.substr(before.start, before.size()))) return Edge::bound;
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
  join_known_words(text, words, edges);
  pair_singles(text, words);
  for (std::size_t k = 0; k < words.size(); ++k) {
    edges[words[k].start] = k == 0 ? Edge::phrase : edge_between(text, words[k - 1], words[k]);
  }
  return edges;
}

}  // namespace xp::text
