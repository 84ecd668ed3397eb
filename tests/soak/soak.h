// SPDX-License-Identifier: MIT
// What a public screen must survive, done often enough to believe it: the rows of the program xp_soak.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xp::soak {

struct Amount {
  int rounds = 0;
  std::uint32_t seed = 1;
  bool timed = false;  ///< judge times too: an optimised build on a machine that does nothing else
};

struct Outcome {
  std::string figures;              ///< one line: what was seen
  std::vector<std::string> faults;  ///< empty: it holds
  void require(bool holds, const std::string& fault) {
    if (!holds && faults.size() < 20) faults.push_back(fault);
  }
};

struct Soak {
  std::string_view name;
  const char* what;
  int rounds;  ///< of a whole run
  Outcome (*run)(const Amount&);
};

std::span<const Soak> soaks();

// The rows, a file each or a few that belong together.
Outcome mutated_playlists(const Amount& amount);
Outcome saved_playlists(const Amount& amount);
Outcome toml_bombs(const Amount& amount);
Outcome hostile_pictures(const Amount& amount);
Outcome picture_bombs(const Amount& amount);
Outcome hostile_fonts(const Amount& amount);
Outcome failing_files(const Amount& amount);
Outcome failing_writes(const Amount& amount);
Outcome failing_log(const Amount& amount);
Outcome steady_memory(const Amount& amount);
Outcome steady_textures(const Amount& amount);
Outcome taken_reloads(const Amount& amount);
Outcome full_disk(const Amount& amount);
Outcome killed_player(const Amount& amount);
Outcome clock_jumps(const Amount& amount);
Outcome crash_loop(const Amount& amount);
Outcome watchdog(const Amount& amount);

}  // namespace xp::soak
