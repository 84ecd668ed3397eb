// SPDX-License-Identifier: MIT
// Reading the play log; also beside a player that writes it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "playlog/row.h"

namespace xp::playlog {

/// What a log says of itself.
struct LogFacts {
  std::int64_t first = 0, last = 0;  ///< sequence numbers; 0: it is empty
  std::int64_t broken_at = 0;        ///< the first row that does not fit the one before; 0: none
  Digest head{};                     ///< hash of the last row
  std::vector<Row> open;             ///< what is on the screen, or was when the player died
};

/// All rows, in order, as they were at one moment.
Result<LogFacts> read_log(const std::string& directory, const std::function<void(const Row&)>& take);

/// The latest wall time that a real player with a trusted clock has written: the clock cannot be before it.
std::optional<Instant> last_logged_time(const std::string& directory);

}  // namespace xp::playlog
