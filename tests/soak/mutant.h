// SPDX-License-Identifier: MIT
// Files as accidents leave them, always the same for a seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace xp::soak {

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}
  /// One to four accidents of an editor: bytes lost, doubled, moved, tokens of the language where they do not
  /// belong, the end cut off.
  std::string text(std::string_view good);
  /// One to eight bytes of a binary file changed, a stretch of it doubled, zeroed or gone, numbers made huge.
  std::string bytes(std::string_view good);
  /// 0 … bound − 1.
  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  void text_accident(std::string& text);
  void byte_accident(std::string& bytes);
  std::mt19937 random_;
};

}  // namespace xp::soak
