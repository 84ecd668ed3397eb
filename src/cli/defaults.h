// SPDX-License-Identifier: MIT
// What the player file says, for the options that were not given.
#pragma once

#include <string>

#include "cli/verb.h"
#include "playlist/player_config.h"

namespace xp::cli {

/// The player file as it could be read. With mistakes: what it says right, and no playlist where it names
/// none.
struct PlayerFile {
  playlist::PlayerConfig config;
  Diagnostics diagnostics;  ///< printed
};

/// `config_option`: the value of --config, or empty for config/xuanping.toml of the data path. The built-in
/// defaults where there is no such file. From then on messages are in the file's language, unless --lang was
/// given.
PlayerFile read_player_file(const Common& common, const std::string& config_option);

/// An option's value, or what the player file says where it was not given.
toml::Located<std::string> given_or(const std::string& option, const toml::Located<std::string>& configured);

}  // namespace xp::cli
