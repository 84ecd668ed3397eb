// SPDX-License-Identifier: MIT
// Slides that are promised so many showings an hour (min_per_hour): turns inserted into a cycle. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/time.h"

namespace xp::playlist {

/// How often an item is shown in every hour at least, and what that means for a cycle.
struct Promise {
  int per_hour = 0;  ///< 0: nothing is promised, and nothing else here counts
  Duration first{};  ///< its first turn in the cycle begins so soon
  Duration gap{};    ///< the next one begins so soon after the begin of the last
};

/// An item of a cycle, as far as promises are concerned.
struct Turn {
  Duration duration{};
  Promise promise{};
};

/// The promises of items that are shown together, all or some of them; `order`: a cycle of all, as it is.
/// `restarts`: how often at most in an hour a cycle is cut and another begun (at midnight, at the edges of
/// schedules). What keeps `first` and `gap` keeps `per_hour` in every hour all the same.
void set_limits(std::span<Turn> turns, const std::vector<std::size_t>& order, int restarts);

/// A cycle of at most so many turns is made; later ones come as they are, without any inserted.
inline constexpr std::size_t kMostTurns = 50'000;

/// `order` (indices of `turns`) with further turns of what is promised, wherever a limit would be passed
/// otherwise, over the cycle's end too. None follows itself while another can. What cannot be kept is kept as
/// far as it goes: every turn of `order` stays.
std::vector<std::size_t> with_promises(std::vector<std::size_t> order, std::span<const Turn> turns);

/// Showings of an item that begin in the poorest hour. `starts`: of its turns in a cycle of that length, in
/// order; the cycle is cut and begun anew `restarts` times in an hour at most.
int fewest_an_hour(std::span<const Duration> starts, Duration cycle, int restarts);

}  // namespace xp::playlist
