// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/result.h"

namespace xp::player {

/// Makes the one folder the player writes to. An error is worth a warning: the screen plays without it.
Status open_state_directory(const std::string& path);

}  // namespace xp::player
