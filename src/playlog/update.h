// SPDX-License-Identifier: MIT
// What the player has to say to its log between two writings.
#pragma once

#include <cstddef>
#include <vector>

#include "playlog/row.h"

namespace xp::playlog {

/// Rows for which there was no room.
struct Lost {
  std::int64_t count = 0;
  Reason reason = Reason::too_many;
  ClockReading begin, end;  ///< of the first, of the last
};

struct Update {
  std::vector<Row> ended;  ///< in order; sequence and hash are the file's to give
  Lost lost;               ///< after those that ended
  std::vector<Row> open;   ///< what is on the screen, ending now: all of it, each time
  Moment now;
};

inline constexpr std::size_t kMostWaiting =
    1024;  ///< rows that wait for the disk: two hours of slides of 8 s

/// `later` is added to `update`. Rows beyond kMostWaiting, and all after them, are lost for `reason`.
void add(Update& update, Update later, Reason reason);
/// What `update` had when it had so many rows and `lost` is in the file already.
void drop_written(Update& update, std::size_t ended, const Lost& lost);

}  // namespace xp::playlog
