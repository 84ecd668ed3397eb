// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace xp::inline base {

/// The candidate that `word` was probably meant to be (edit distance with transpositions, over code points);
/// empty when none is near.
std::string_view did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace xp::inline base
