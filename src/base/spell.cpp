// SPDX-License-Identifier: MIT
#include "base/spell.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace xp::inline base {
namespace {

constexpr std::size_t kLongestWord =
    64;  ///< longer ones are no misspelling of a key, and distances cost their product

/// Case and the choice of - or _ are no difference.
std::u32string folded(std::string_view word) {
  std::u32string text = decode_utf8(word);
  for (char32_t& c : text) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (c == U'-') c = U'_';
  }
  return text;
}

/// Edit distance with transpositions of neighbours (optimal string alignment).
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> before(width), above(width), row(width);
  for (std::size_t j = 0; j < width; ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

/// A third of the letters may be wrong, but never all of them.
std::size_t tolerance(std::size_t letters) {
  return letters < 2 ? 0 : std::min<std::size_t>((letters + 2) / 3, 3);
}

}  // namespace

std::string_view did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > 4 * kLongestWord) return {};
  const std::u32string meant = folded(word);
  if (meant.empty() || meant.size() > kLongestWord) return {};
  std::string_view best;
  std::size_t best_distance = tolerance(meant.size()) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > 4 * kLongestWord) continue;
    const std::u32string other = folded(candidate);
    if (other.empty() || other.size() > kLongestWord) continue;
    const std::size_t d = distance(meant, other);
    if (d < best_distance && d < other.size()) {
      best = candidate;
      best_distance = d;
    }
  }
  if (!best.empty() || meant.size() < 3) return best;
  const auto completes = [&](std::string_view candidate) {
    return candidate.size() <= kLongestWord && folded(candidate).starts_with(meant);
  };
  const auto longer = std::ranges::find_if(candidates, completes);
  return longer == candidates.end() ? std::string_view{} : *longer;
}

}  // namespace xp::inline base
