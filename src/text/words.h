// SPDX-License-Identifier: MIT
// Where Chinese words and phrases end (spec §5): ICU's dictionary, then merge rules as data. No forbidden
// breaks here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/icu_iterator.h"

namespace xp::text {

/// What stands before a code point; in ascending order of how well a line ends there.
enum class Edge : std::uint8_t {
  inside,     ///< of a word
  uncertain,  ///< between single characters which may be a word the dictionary lacks
  bound,      ///< of a word which leans on the one beside it: 在|…
  word,
  phrase,
};

class Words {
 public:
  /// Checks that ICU has its dictionary (an exported ICU without data breaks anywhere): logs a warning
  /// otherwise.
  Words();
  bool has_dictionary() const { return iterator_ != nullptr; }
  /// One edge a code point. Without a dictionary every edge is a `word`.
  std::vector<Edge> edges(std::u32string_view text, const Utf16& utf16);

 private:
  IcuIterator iterator_;
};

}  // namespace xp::text
