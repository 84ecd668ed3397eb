// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/memory_use.h"
#include "base/time.h"
#include "player/frame_times.h"
#include "present/presenter.h"
#include "show/frame.h"
#include "show/show.h"

namespace xp::player {

/// What the player costs, and what is wrong with it.
struct Figures {
  FrameTimes::Summary times;
  present::Presenter::Counts counts;
  std::vector<MemoryUse> memory;
  std::string refused{};  ///< why the last change is not shown; empty: it is
};

/// The lines of the overlay: show time, why a change is not shown, each zone's slide with the file and line
/// it stands in, the next one, frame times, what the stores hold.
std::vector<std::string> status_lines(const show::Show& show, const std::vector<show::Showing>& showing,
                                      Instant t, const Figures& figures);

/// A diagnostic in one line: where, what, what to do.
std::string one_line(const Diagnostic& diagnostic);
/// Why nothing can be played: the first error in one line.
std::string reason_of(const Diagnostics& diagnostics);

}  // namespace xp::player
