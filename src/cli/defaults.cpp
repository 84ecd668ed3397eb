// SPDX-License-Identifier: MIT
#include "cli/defaults.h"

#include "base/file.h"
#include "toml/document.h"

namespace xp::cli {

playlist::PlayerConfig player_config(const Common& common, const std::string& config_option) {
  const auto path =
      config_option.empty() ? common.data.find(real_files(), "config/xuanping.toml") : config_option;
  if (!path) return {};
  Diagnostics diagnostics;
  const auto document = toml::load(real_files(), *path, diagnostics);
  const auto config = document ? playlist::read_player_config(*document, diagnostics) : std::nullopt;
  print(diagnostics);
  return config.value_or(playlist::PlayerConfig{});
}

toml::Located<std::string> given_or(const std::string& option, const toml::Located<std::string>& configured) {
  return option.empty() ? configured : toml::Located<std::string>{option, {}};
}

}  // namespace xp::cli
