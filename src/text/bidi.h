// SPDX-License-Identifier: MIT
// The bidirectional algorithm (UAX #9): levels of a paragraph, and the visual order of a line.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/style.h"

namespace xp::text {

using BidiLevel = std::uint8_t;

struct BidiLevels {
  std::vector<BidiLevel> levels;  ///< one a code point; removed ones have their neighbour's
  struct Base {
    std::uint32_t start;
    BidiLevel level;
  };
  std::vector<Base> bases;  ///< paragraph levels; a paragraph ends after \n
  BidiLevel base_at(std::uint32_t index) const;
};

/// True for the code points that rule X9 removes: embedding controls and boundary neutrals (ZWJ, U+200B,
/// U+2060 …).
bool removed_by_bidi(char32_t c);

/// Levels of [start, end) as a line of its own: rule L1 gives the spaces at its end the paragraph's level.
std::vector<BidiLevel> line_levels(std::u32string_view text, const BidiLevels& bidi, std::uint32_t start,
                                   std::uint32_t end);

/// Rule L2: positions into `levels` from left to right.
std::vector<std::uint32_t> visual_order(const std::vector<BidiLevel>& levels);

/// ICU's resolver with its buffers. One thread.
class BidiResolver {
 public:
  BidiResolver();
  ~BidiResolver();
  BidiResolver(const BidiResolver&) = delete;
  BidiResolver& operator=(const BidiResolver&) = delete;
  BidiLevels resolve(std::u32string_view text, Direction direction);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace xp::text
