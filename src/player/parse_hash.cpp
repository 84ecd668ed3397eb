// SPDX-License-Identifier: MIT
#include "player/parse_hash.h"

#include <charconv>
#include <cstdint>

namespace xp::player {

namespace {

std::optional<std::uint64_t> parse_half(std::string_view hex) {
  std::uint64_t half = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), half, 16);
  return error == std::errc{} && end == hex.data() + hex.size() ? std::optional(half) : std::nullopt;
}

}  // namespace

std::optional<Hash> parse_hash(std::string_view hex) {
  if (hex.size() != 32) return std::nullopt;
  const auto high = parse_half(hex.substr(0, 16)), low = parse_half(hex.substr(16));
  return high && low ? std::optional(Hash{*high, *low}) : std::nullopt;
}

}  // namespace xp::player
