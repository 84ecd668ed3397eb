// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "base/hash.h"

namespace xp::player {

/// What Hash::hex() wrote; nothing for anything else.
std::optional<Hash> parse_hash(std::string_view hex);

}  // namespace xp::player
