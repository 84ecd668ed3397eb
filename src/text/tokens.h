// SPDX-License-Identifier: MIT
// Merge rules of words (spec §5 (c)): numbers and their measure words, names and titles, particles, prefixes
// and suffixes, and what single characters in a row probably are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/word_class.h"
#include "text/words.h"

namespace xp::text {

/// What is taken for one word: code points [start, end).
struct Token {
  std::size_t start = 0, end = 0;
  bool chinese = false;
  bool opens_phrase = false;
  bool numeral = false;
  bool quantity = false;  ///< a number with its measure word
  bool name = false;      ///< of a person, as far as it goes
  WordRoles single = 0;   ///< roles of a token of one character
  WordRoles last = 0;     ///< roles of the single character that was joined to it last
  std::size_t size() const { return end - start; }
};

/// The words between the edges, those that belong together joined. `openers`: where words begin that open
/// phrases, ascending.
std::vector<Token> joined_tokens(std::u32string_view text, std::span<const Edge> edges,
                                 std::span<const std::size_t> openers);

/// Sets the edge before every token, and `inside` where tokens were joined; seams stay.
void set_edges(std::u32string_view text, std::span<const Token> tokens, std::span<Edge> edges);

}  // namespace xp::text
