// SPDX-License-Identifier: MIT
// How a player is, from outside: its status file, judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/time.h"
#include "player/player_status.h"

namespace xp::player {

enum class Condition { healthy, degraded, down };

struct Finding {
  Condition condition = Condition::healthy;
  std::string message;
  std::string remedy;  ///< what to do; one sentence
};

/// Of the machine that the player should be running on.
struct Bystander {
  ClockReading now;
  std::string boot_id;
  bool process_there = false;  ///< one with the player's number
};

/// A player writes every ten seconds; one that has not for so long is down.
inline constexpr Duration kStale = seconds(30);

/// Of a player file that is, or was read, with a mistake.
Finding mistaken_player_file(const TroubleStatus& error);

/// What is wrong, worst first; empty: nothing.
std::vector<Finding> findings(const PlayerStatus& status, const Bystander& bystander);

struct Checkup {
  Condition condition = Condition::down;
  std::optional<PlayerStatus> status;  ///< nothing: no status file, or none that can be read
  std::vector<Finding> findings;
};
/// Of the player that writes to `state_directory`.
Checkup check_up(const FileSystem& files, const std::string& state_directory);

}  // namespace xp::player
