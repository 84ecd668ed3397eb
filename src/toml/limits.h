// SPDX-License-Identifier: MIT
// What a TOML file may be before the parser sees a byte of it. Each limit has a diagnostic of its own.
#pragma once

#include <cstddef>

namespace xp::toml {

inline constexpr std::size_t kMaxBytes = 256 * 1024;        ///< id too-large
inline constexpr int kMaxNesting = 32;                      ///< id too-deep: arrays and inline tables
inline constexpr int kMaxDottedDepth = 16;                  ///< id too-deep: parts of a dotted key or table header
inline constexpr std::size_t kMaxStringBytes = 64 * 1024;   ///< id string-too-long
inline constexpr std::size_t kMaxMistakes = 500;            ///< listed of one check; id too-many-mistakes says there are more

}  // namespace xp::toml
