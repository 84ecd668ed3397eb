// SPDX-License-Identifier: MIT
// Where lines may end, and what it costs: ICU `zh` strict (UAX #14) plus the Chinese rules K1–K16 (spec §4,
// CLREQ #prohibition_rules_for_line_start_end, GB/T 15834 §5.1) and word boundaries as costs (spec §5). No
// fonts in it.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/lexicon.h"
#include "text/style.h"

namespace xp::text {

/// What a break before a code point costs (spec §5). Lower is better; a map holds values between these too.
enum class BreakCost : std::uint8_t {
  free = 0,    ///< after 。！？；
  clause = 1,  ///< after ，、：, and a closing quote behind one
  phrase = 2,
  word = 4,
  inside = 30,  ///< inside a word
  forbidden = 255,
};

struct BreakMap {
  std::vector<std::uint8_t>
      cost;  ///< one for each code point and the end: of a break before it; 255 where forbidden
  std::vector<bool> forced;             ///< a line must end before it (after \n)
  std::vector<std::uint32_t> clusters;  ///< first code point of every grapheme (UAX #29)
  bool allowed(std::size_t index) const { return cost[index] != 255; }
};

/// What the costs of a map tell.
enum class Costs : std::uint8_t {
  none,   ///< allowed breaks cost `word`, but for those which had better not be taken (K7, K13): enough to
          ///< fill lines greedily
  words,  ///< marks, words and phrases (needs the dictionary, ten times slower)
};

/// ICU's iterators, opened once. One thread.
class Breaker {
 public:
  Breaker();
  ~Breaker();
  Breaker(const Breaker&) = delete;
  Breaker& operator=(const Breaker&) = delete;
  /// Pure in its arguments. `language` decides the overlay (zh-*: all of it; others: ICU's own rules with
  /// that locale). `lexicon`: words that the dictionary lacks, or null.
  BreakMap breaks(std::u32string_view text, std::string_view language, Strictness strictness,
                  Costs costs = Costs::words, const Lexicon* lexicon = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace xp::text
