// SPDX-License-Identifier: MIT
#include <array>

#include "soak.h"

namespace xp::soak {

std::span<const Soak> soaks() {
  static constexpr std::array kSoaks{
      Soak{"mutated-playlists", "playlists with accidents are refused with a place, quickly", 100'000,
           mutated_playlists},
      Soak{"saved-playlists", "broken playlists saved under a running player leave the picture alone", 10'000,
           saved_playlists},
      Soak{"toml-bombs", "files made to break the parser, on a small stack", 1, toml_bombs},
      Soak{"hostile-pictures", "damaged pictures are decoded or refused, never a crash or a hang", 5'369,
           hostile_pictures},
      Soak{"picture-bombs", "small files that claim huge pictures are refused by their headers", 1,
           picture_bombs},
      Soak{"hostile-fonts", "text set and painted with damaged fonts", 1'640, hostile_fonts},
      Soak{"failing-files",
           "every access to a file (rounds: every so manieth) fails in turn while a player starts and reads "
           "anew",
           1, failing_files},
      Soak{"failing-writes",
           "every writing of the player's own files (rounds: every so manieth of its status) fails in turn",
           1, failing_writes},
      Soak{"failing-log",
           "every request that the play log has of its disk (rounds: every so manieth) fails in turn", 1,
           failing_log},
      Soak{"steady-memory",
           "the campaign (rounds: minutes of it) leaves memory, descriptors and threads as they were",
           3 * 24 * 60, steady_memory},
      Soak{"steady-textures",
           "slides that nobody saw before (rounds: minutes of them) leave a graphics device's textures as "
           "they were",
           400, steady_textures},
      Soak{"taken-reloads", "playlists read and shown one by one leave memory as it was", 10'000,
           taken_reloads},
      Soak{"full-disk", "a disk that is full for hours (rounds) costs rows of the play log, not pictures", 24,
           full_disk},
      Soak{"killed-player",
           "a player killed while it reads anew and writes starts well, and its log is whole", 1'000,
           killed_player},
      Soak{"clock-jumps",
           "the clock is set again and again (rounds): the slide that is due by another reckoning is shown",
           1'000, clock_jumps},
      Soak{"crash-loop", "a machine on which every player crashes (rounds: hours): how often one is started",
           24, crash_loop},
      Soak{"watchdog", "four ways to be dead end the signs of life", 1, watchdog},
  };
  return kSoaks;
}

}  // namespace xp::soak
