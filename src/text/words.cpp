// SPDX-License-Identifier: MIT
#include "text/words.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/log.h"
#include "text/char_class.h"
#include "text/tokens.h"
#include "text/word_class.h"

namespace xp::text {
namespace {

/// What the dictionary says: `word` before every word, `inside` in it. Parts of what is no Chinese
/// (well-known, 3/4) count as words.
std::vector<Edge> dictionary_edges(UBreakIterator* iterator, std::u32string_view text, const Utf16& utf16) {
  constexpr CharKinds kChinese = kind::han | kind::kana;
  std::vector<Edge> edges(text.size(), Edge::inside);
  std::size_t start = 0;
  for_each_boundary(iterator, utf16, [&](std::uint32_t end) {
    edges[start] = Edge::word;
    if ((kinds_of(text[start]) & kChinese) == 0)
      std::fill(edges.begin() + static_cast<std::ptrdiff_t>(start), edges.begin() + end, Edge::word);
    start = end;
  });
  return edges;
}

bool is_edge(const std::vector<Edge>& edges, std::size_t i) {
  return i >= edges.size() || edges[i] != Edge::inside;
}

/// Two characters do not cut a word of the dictionary in two; more of them know better than it.
bool overrules(const LexiconEntry& entry, const std::vector<Edge>& edges, std::size_t at) {
  return entry.word.size() > 2 || (is_edge(edges, at) && is_edge(edges, at + entry.word.size()));
}

/// The edges inside an entry: where it is cut, a word; between words of two characters and more, a seam.
void mark_entry(const LexiconEntry& entry, std::vector<Edge>& edges, std::size_t at) {
  const std::size_t end = at + entry.word.size();
  std::size_t before = at;  // where the dictionary's word before `i` begins
  edges[at] = Edge::word;
  for (std::size_t i = at + 1; i < end; ++i) {
    const bool cut = ((entry.cuts >> (i - at)) & 1u) != 0;
    if (!cut && !is_edge(edges, i)) continue;
    const bool seam = i - before >= 2 && i + 1 < edges.size() && !is_edge(edges, i + 1);
    before = i;
    edges[i] = cut ? Edge::word : seam && i + 1 < end ? Edge::seam : Edge::inside;
  }
  if (end < edges.size() && edges[end] == Edge::inside) edges[end] = Edge::word;
}

/// The entries of the lexicon, the longest at every place. Returns where those that open a phrase begin.
std::vector<std::size_t> apply_lexicon(const Lexicon& lexicon, std::u32string_view text,
                                       std::vector<Edge>& edges) {
  std::vector<std::size_t> openers;
  for (std::size_t i = 0; i < text.size();) {
    const LexiconEntry* entry = lexicon.longest_at(text.substr(i));
    if (entry == nullptr || !overrules(*entry, edges, i)) {
      ++i;
      continue;
    }
    mark_entry(*entry, edges, i);
    if (entry->opens_phrase) openers.push_back(i);
    i += entry->word.size();
  }
  return openers;
}

}  // namespace

Words::Words() : iterator_(open_iterator(UBRK_WORD, "zh")) {
  const std::u32string_view sample = U"非法集资";
  if (iterator_) {
    const auto edges = dictionary_edges(iterator_.get(), sample, Utf16(sample));
    if (edges[1] == Edge::inside && edges[2] == Edge::word && edges[3] == Edge::inside) return;
  }
  iterator_.reset();
  log(LogLevel::warning, "text", tr("ICU lacks its Chinese dictionary: lines may end inside words"));
}

std::vector<Edge> Words::edges(std::u32string_view text, const Utf16& utf16, const Lexicon* lexicon) {
  if (!has_dictionary()) return std::vector<Edge>(text.size(), Edge::word);
  std::vector<Edge> edges = dictionary_edges(iterator_.get(), text, utf16);
  std::vector<std::size_t> openers;
  if (lexicon != nullptr) openers = apply_lexicon(*lexicon, text, edges);
  const std::vector<Token> tokens = joined_tokens(text, edges, openers);
  set_edges(text, tokens, edges);
  return edges;
}

}  // namespace xp::text
