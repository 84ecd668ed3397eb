// SPDX-License-Identifier: MIT
// Paragraphs and styles nobody would write, from a seed: the same seed gives the same ones on every machine.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/style.h"

namespace xp::test {

/// splitmix64. The standard library's distributions differ between implementations.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// 0 … count − 1
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(next() % count); }
  /// True once in `count` throws.
  bool once_in(std::uint32_t count) { return below(count) == 0; }

 private:
  std::uint64_t state_;
};

/// Han, marks, Latin, figures, other scripts, emoji sequences, controls, lone surrogates, private use; mostly
/// short.
text::StyledText random_text(Dice& dice);
/// Any value of every key, widths from 0 to 40 em.
text::ParagraphStyle random_style(Dice& dice);

}  // namespace xp::test
