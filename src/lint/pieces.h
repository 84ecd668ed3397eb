// SPDX-License-Identifier: MIT
// Time cut where hours begin and end and where the panel is switched.
#pragma once

#include <vector>

#include "playlist/hours.h"
#include "show/show.h"

namespace xp::lint {

/// Nothing of it changes between begin and end.
struct Piece {
  Instant begin, end;
  bool in_hours = false;  ///< one of the hours holds
  bool panel_on = true;
};

/// [begin, end), in order and without gaps.
std::vector<Piece> pieces_of(Instant begin, Instant end, const std::vector<playlist::Hours>& hours,
                             const show::Show& show);

}  // namespace xp::lint
