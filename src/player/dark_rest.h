// SPDX-License-Identifier: MIT
// The rest before the next try, where even the card made the player crash: nothing is shown, and whoever asks
// is told so.
#pragma once

#include "base/time.h"
#include "player/health.h"
#include "player/waiter.h"

namespace xp::player {

/// False: told to stop before the end.
bool rest_dark(Waiter& waiter, Duration until, Health& health);

}  // namespace xp::player
