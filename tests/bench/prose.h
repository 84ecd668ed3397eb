// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace xp::bench {

/// Paragraphs of 100 to 300 characters, `characters` in all: Chinese with Latin words, figures and marks, as
/// notices and newspapers have them. No two are alike; the same on every machine.
const std::vector<std::u32string>& prose();

/// How many characters prose() has.
std::size_t prose_size();

}  // namespace xp::bench
