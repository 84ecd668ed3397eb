// SPDX-License-Identifier: MIT
#include "cli/defaults.h"

#include "base/file.h"
#include "base/i18n.h"
#include "toml/document.h"

namespace xp::cli {

namespace {

void speak(playlist::MessageLanguage language) {
  if (language == playlist::MessageLanguage::automatic) return;
  set_language(language == playlist::MessageLanguage::zh ? Language::chinese : Language::english);
}

}  // namespace

PlayerFile read_player_file(const Common& common, const std::string& config_option) {
  const auto path =
      config_option.empty() ? common.data.find(real_files(), "config/xuanping.toml") : config_option;
  if (!path) return {};
  PlayerFile file;
  if (const auto document = toml::load(real_files(), *path, file.diagnostics))
    file.config = playlist::read_player_config(*document, file.diagnostics);
  else
    file.config.playlist = {};
  if (!common.language_given) speak(file.config.language);
  print(file.diagnostics);
  return file;
}

toml::Located<std::string> given_or(const std::string& option, const toml::Located<std::string>& configured) {
  return option.empty() ? configured : toml::Located<std::string>{option, {}};
}

}  // namespace xp::cli
