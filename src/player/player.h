// SPDX-License-Identifier: MIT
// `xuanping play`: the loop around frame_at (design §2).
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "base/paths.h"
#include "base/time.h"
#include "playlist/hours.h"
#include "playlist/player_config.h"

namespace xp::player {

struct PlayOptions {
  DataPath data;
  std::string version;   ///< of the program, for the status
  std::string playlist;  ///< a file or the folder that holds playlist.toml; also looked for in the data path;
                         ///< empty: none is known
  std::string screen = "plaza-1080p";  ///< a name under config/screens, or a path
  /// Where the player file names them: looked for beside it too.
  Location playlist_at, screen_at;
  std::optional<playlist::Hours> quiet;  ///< without sound
  playlist::ClockTrust clock = playlist::ClockTrust::judge;
  playlist::PanelCommands panel;   ///< switch the panel at its hours
  Diagnostics player_file;         ///< what is wrong with it, for the status
  std::string state_directory;     ///< empty: the environment's
  bool own_state = false;          ///< it is this run's: a preview leaves its status and crash mark there too
  std::optional<Size> window;      ///< a preview window of this size instead of full screen
  bool offscreen = false;          ///< the same loop without a display
  bool overlay = false;            ///< status lines over the picture from the start
  bool keys = false;               ///< obey the keyboard in full screen too
  std::optional<Duration> length;  ///< show time to play; absent: until told to stop
  /// Show time a real second. 0: it stands still. Infinity: as fast as the machine can; offscreen only.
  double speed = 1.0;
  std::optional<Instant> at;     ///< where show time begins, instead of now
  std::string frames_directory;  ///< offscreen: <slide id>.png of every slide's settled picture goes there;
                                 ///< empty: none
};

// Exit codes of play() (interface.md).
inline constexpr int kPlayed = 0;      ///< the time was over, SIGTERM, SIGINT, Esc, or the window was closed
inline constexpr int kCannotPlay = 1;  ///< the input has errors, where nobody could mend it: offscreen
inline constexpr int kWrongUsage = 2;  ///< options that contradict each other
inline constexpr int kDisplayLost = 75;  ///< no display, or it went away: to be restarted

/// Plays until told to stop; returns the exit code. Says on the log what went wrong. Call it before any
/// thread is started: it blocks SIGTERM and SIGINT for the whole process.
int play(const PlayOptions& options);

}  // namespace xp::player
