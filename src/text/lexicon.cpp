// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <algorithm>
#include <utility>

#include "base/i18n.h"
#include "text/char_class.h"

namespace xp::text {
namespace {

bool may_stand_in_entry(char32_t c) {
  return (kinds_of(c) & (kind::han | kind::kana | kind::letter | kind::any_digit)) != 0;
}

/// Of the two characters that every entry begins with.
std::size_t beginning(std::u32string_view text) { return (text[0] * 0x9E37u + text[1]) & 0xFFFF; }

Hash hash_of(const std::vector<LexiconEntry>& entries) {
  Hasher hasher;
  hasher.add(entries.size());
  for (const LexiconEntry& entry : entries) {
    hasher.add(entry.word.size()).add(entry.cuts).add(entry.opens_phrase);
    for (const char32_t c : entry.word) hasher.add(static_cast<std::uint32_t>(c));
  }
  return hasher.done();
}

}  // namespace

std::variant<LexiconEntry, LexiconMistake> parse_lexicon_entry(std::u32string_view written) {
  LexiconEntry entry;
  const std::size_t all = std::max<std::size_t>(written.size(), 1);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char32_t c = written[i];
    if (c == U'^' && i == 0) {
      entry.opens_phrase = true;
    } else if (c == U'/') {
      const bool between = !entry.word.empty() && i + 1 < written.size() && written[i + 1] != U'/';
      if (!between) return LexiconMistake{i, 1, tr("a / stands between two characters of an entry")};
      if (entry.word.size() < kLongestEntry) entry.cuts |= 1u << entry.word.size();
    } else if (may_stand_in_entry(c)) {
      entry.word += c;
    } else {
      return LexiconMistake{i, 1, tr("an entry has no spaces and no marks but / and a leading ^")};
    }
  }
  if (entry.word.size() < 2) return LexiconMistake{0, all, tr("an entry has two characters at least")};
  if (entry.word.size() > kLongestEntry) {
    return LexiconMistake{0, all,
                          trf("an entry has {limit} characters at most", fmt::arg("limit", kLongestEntry))};
  }
  return entry;
}

Lexicon::Lexicon(std::vector<LexiconEntry> entries) {
  std::ranges::stable_sort(entries, {}, &LexiconEntry::word);
  for (LexiconEntry& entry : entries) {
    if (!entries_.empty() && entries_.back().word == entry.word) entries_.pop_back();
    beginnings_.set(beginning(entry.word));
    entries_.push_back(std::move(entry));
  }
  hash_ = hash_of(entries_);
}

const LexiconEntry* Lexicon::longest_at(std::u32string_view text) const {
  if (text.size() < 2 || !beginnings_.test(beginning(text))) return nullptr;
  const LexiconEntry* longest = nullptr;
  auto first = entries_.begin(), last = entries_.end();
  // Entries that share `depth` characters with the text stand side by side, the shortest first.
  for (std::size_t depth = 0; depth < text.size() && first != last; ++depth) {
    const auto at_depth = [depth](const LexiconEntry& e) { return e.word[depth]; };
    const auto range = std::ranges::equal_range(first, last, text[depth], {}, at_depth);
    first = range.begin();
    last = range.end();
    if (first != last && first->word.size() == depth + 1) longest = &*first++;
  }
  return longest;
}

LexiconPtr joined(const LexiconPtr& bundled, std::vector<LexiconEntry> own) {
  if (own.empty()) return bundled;
  std::vector<LexiconEntry> all = bundled ? bundled->entries() : std::vector<LexiconEntry>{};
  std::ranges::move(own, std::back_inserter(all));
  return std::make_shared<const Lexicon>(std::move(all));
}

}  // namespace xp::text
