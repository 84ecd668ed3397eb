// SPDX-License-Identifier: MIT
// Words of public warnings that ICU's dictionary cuts up (spec §5 (b)).
#pragma once

#include <cstddef>
#include <string_view>

namespace xp::text {

bool in_lexicon(std::u32string_view word);
/// Code points of the longest entry.
std::size_t longest_in_lexicon();

/// A verb that public warnings begin a phrase with: 远离 警惕 守护 …
bool begins_phrase(std::u32string_view word);

}  // namespace xp::text
