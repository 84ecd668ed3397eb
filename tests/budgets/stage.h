// SPDX-License-Identifier: MIT
// The player's own loop, reader, painter and `cpu` presenter, on SDL's dummy driver and a clock that jumps:
// the same instructions on every run.
#pragma once

#include <memory>
#include <string>

#include "base/time.h"
#include "show/load.h"

namespace xp::budgets {

/// What is played, and which part of it counts. Show time begins at 10:00:05.
struct Play {
  std::string playlist, screen;  ///< files of tests/budgets/campaign
  Duration from, to;             ///< since the start; from < 0: everything before the first sleep counts
  std::uint64_t least_frames;    ///< that many pictures were presented at least, or it was not what it says
};

/// Returns 0, or 1 with the reason on the standard error output.
int play(const Play& play);

/// Where the files of a play are, and all other data.
show::LoadRequest request_of(const std::string& playlist, const std::string& screen);

}  // namespace xp::budgets
