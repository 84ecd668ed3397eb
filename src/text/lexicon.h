// SPDX-License-Identifier: MIT
// Words that ICU's dictionary lacks or cuts up (spec §5 (b)): lexicon/zh-Hans.txt and an admin's own. Plain
// immutable data; files are read by kinds/lexicon_reader.h.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/hash.h"

namespace xp::text {

/// One entry: its characters, and what its marks say of them.
struct LexiconEntry {
  std::u32string word;
  std::uint32_t cuts = 0;     ///< bit i: written with a / before code point i, where a line may end
  bool opens_phrase = false;  ///< written with ^ before it: a verb that phrases of warnings begin with
};

/// Why something is no entry; `start` and `length` in code points of what was written.
struct LexiconMistake {
  std::size_t start = 0, length = 1;
  std::string message;
};

inline constexpr std::size_t kLongestEntry = 24;  ///< code points

/// `钱袋子`, `南京市/长江大桥`, `^远离`: 2 to kLongestEntry Han, letters and digits.
std::variant<LexiconEntry, LexiconMistake> parse_lexicon_entry(std::u32string_view written);

class Lexicon {
 public:
  /// Of entries with the same characters the last one holds.
  explicit Lexicon(std::vector<LexiconEntry> entries);

  /// The longest entry that `text` begins with; null when there is none.
  const LexiconEntry* longest_at(std::u32string_view text) const;
  /// Sorted by their characters.
  const std::vector<LexiconEntry>& entries() const { return entries_; }
  const Hash& hash() const { return hash_; }

 private:
  std::vector<LexiconEntry> entries_;
  std::bitset<0x10000> beginnings_;  ///< the first two characters, mixed: most places are none
  Hash hash_;
};
using LexiconPtr = std::shared_ptr<const Lexicon>;

/// The entries of both; `own` holds where both have one. Null stands for no entries.
LexiconPtr joined(const LexiconPtr& bundled, std::vector<LexiconEntry> own);

}  // namespace xp::text
