// SPDX-License-Identifier: MIT
// What single characters do beside other words (spec §5 (c)), in both forms of the script: the data of Words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace xp::text {

/// A set of the roles below.
using WordRoles = std::uint32_t;

namespace role {
inline constexpr WordRoles particle = 1u << 0;   ///< 的 了 们: belongs to what stands before it
inline constexpr WordRoles suffix = 1u << 1;     ///< 者 性 局: makes one word with what stands before it
inline constexpr WordRoles localizer = 1u << 2;  ///< 中 上 里: leans on what stands before it
inline constexpr WordRoles prefix = 1u << 3;     ///< 不 很 副 第: makes one word with what follows
inline constexpr WordRoles lead = 1u << 4;  ///< 和 在 把: a phrase begins before it; it leans on what follows
inline constexpr WordRoles alone = 1u << 5;    ///< 是 有 说 人: often a word by itself
inline constexpr WordRoles numeral = 1u << 6;  ///< 一 百 几: a number with its like
inline constexpr WordRoles measure = 1u << 7;  ///< 个 条 年: makes one word with the number before it
inline constexpr WordRoles surname = 1u << 8;
inline constexpr WordRoles modifier = 1u
                                      << 9;  ///< 请 已 可 每 本: a word by itself that leans on what follows
inline constexpr WordRoles foreign = 1u << 10;  ///< writes the sounds of foreign names: 斯 尔 克
}  // namespace role

/// Of the basic plane.
extern const std::array<WordRoles, 0x10000> kWordRoles;
inline WordRoles roles_of(char32_t c) { return c < 0x10000 ? kWordRoles[c] : 0; }

/// Nouns and titles that end names: 大学 大桥 经理 自治区.
bool ends_names(std::u32string_view word);

}  // namespace xp::text
