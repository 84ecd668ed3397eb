// SPDX-License-Identifier: MIT
// Whether the machine's clock can be believed. A board without a clock battery starts in the past and would
// show the wrong schedule until the network answers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/file.h"
#include "base/time.h"
#include "show/show.h"

namespace xp::player {

/// What the machine says about its clock.
struct ClockFacts {
  bool real_time_clock = false;  ///< there is one that goes on while the power is off
  bool synchronised = false;     ///< the kernel says that it follows a time server
};
/// Quick enough for the main thread.
ClockFacts read_clock_facts(const FileSystem& files);
using ClockFactsReader = std::function<ClockFacts()>;

/// When this program was built: no clock that is right says less. To the day.
Instant build_time();

/// The last moment that a player with this state directory knew for certain; the build time at least.
Instant clock_floor(const FileSystem& files, const std::string& state_directory);

/// Pure. A clock that follows a time server is believed from the build time on: what the floor knows beyond
/// may come from a clock that was wrong.
show::ClockState judge(const ClockFacts& facts, Instant wall, Instant floor);

/// Looks at the clock every ten seconds, and at once where somebody set it. What changes is said.
class ClockWatch {
 public:
  using Judge = std::function<show::ClockState(Instant wall)>;
  explicit ClockWatch(Judge judge) : judge_(std::move(judge)) {}  ///< empty: the clock is believed
  void was_set();
  /// The state where it is another than before; it begins as trusted.
  std::optional<show::ClockState> look(ClockReading reading);

 private:
  Judge judge_;
  show::ClockState state_ = show::ClockState::trusted;
  Duration due_{};
};

}  // namespace xp::player
