// SPDX-License-Identifier: MIT
// The player file, config/xuanping.toml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "playlist/hours.h"
#include "toml/document.h"
#include "toml/field.h"
#include "toml/schema.h"

namespace xp::playlist {

enum class MessageLanguage { automatic, zh, en };
enum class LogThreshold { debug, info, warning, error };

/// Whether the machine's clock is judged, or believed whatever it says.
enum class ClockTrust { judge, trust };

/// Programs that switch the panel, each with its arguments; empty: none.
struct PanelCommands {
  std::vector<std::string> on, off;
};

struct PlayerConfig {
  toml::Located<std::string> playlist{"slides/zhangye-2022-05-15", {}};
  toml::Located<std::string> screen{"plaza-1080p", {}};
  std::string state_directory;  ///< empty: $STATE_DIRECTORY, else $XDG_STATE_HOME/xuanping, else
                                ///< ~/.local/state/xuanping
  MessageLanguage language = MessageLanguage::automatic;
  LogThreshold log_level = LogThreshold::info;
  bool overlay = false;
  ClockTrust clock = ClockTrust::judge;
  toml::Located<std::string> quiet_hours;  ///< "22:00-07:00"; empty: none
  std::optional<Hours> quiet;              ///< what quiet_hours says
  PanelCommands panel;                     ///< run when the hours of the screen's profile begin and end
};

/// What the file says right; a key with a mistake keeps its default. But after any error the playlist is
/// empty where the file names none: the bundled one is not what was meant.
PlayerConfig read_player_config(const toml::Document& document, Diagnostics& diagnostics);
std::string player_schema();

}  // namespace xp::playlist
