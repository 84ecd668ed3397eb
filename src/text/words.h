// SPDX-License-Identifier: MIT
// Where Chinese words and phrases end (spec §5): ICU's dictionary, a lexicon, then what single characters do
// (word_class.h). No forbidden breaks here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/icu_iterator.h"
#include "text/lexicon.h"

namespace xp::text {

/// What stands before a code point; in ascending order of how well a line ends there.
enum class Edge : std::uint8_t {
  inside,     ///< of a word
  uncertain,  ///< beside a single character which may be part of a word that the dictionary lacks
  seam,       ///< between the words of a name or a term: 长江|大桥
  bound,      ///< of a word which leans on the one beside it: 在|…
  word,
  clear,  ///< behind a particle: …的|
  phrase,
};

class Words {
 public:
  /// Checks that ICU has its dictionary (an exported ICU without data breaks anywhere): logs a warning
  /// otherwise.
  Words();
  bool has_dictionary() const { return iterator_ != nullptr; }
  /// One edge a code point. `lexicon` may be null. Without a dictionary every edge is a `word`.
  std::vector<Edge> edges(std::u32string_view text, const Utf16& utf16, const Lexicon* lexicon);

 private:
  IcuIterator iterator_;
};

}  // namespace xp::text
