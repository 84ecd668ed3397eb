// SPDX-License-Identifier: MIT
#include <array>
#include <cstdio>
#include <memory>
#include <utility>

#include "base/i18n.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "kinds/font_catalog_reader.h"
#include "kinds/theme.h"
#include "playlist/calendar.h"
#include "playlist/player_config.h"
#include "playlist/playlist.h"
#include "playlist/screen.h"

namespace xp::cli {

namespace {

constexpr std::array<std::pair<std::string_view, std::string (*)()>, 6> kSchemas{{
    {"playlist", playlist::playlist_schema},
    {"theme", kinds::theme_schema},
    {"screen", playlist::screen_schema},
    {"player", playlist::player_schema},
    {"calendar", playlist::calendar_schema},
    {"fonts", kinds::font_catalog_schema},
}};

std::function<int()> prepare_schema(CLI::App& command, const Common&) {
  auto which = std::make_shared<std::string>("playlist");
  std::vector<std::string> names;
  for (const auto& [name, write] : kSchemas) names.emplace_back(name);
  command.add_option("WHICH", *which, tr("playlist, theme, screen, player, calendar or fonts"))
      ->check(CLI::IsMember(names))
      ->type_name("");
  return [which] {
    for (const auto& [name, write] : kSchemas) {
      if (name == *which) put_text(write());
    }
    return kFine;
  };
}

}  // namespace

constinit const Verb kSchema{"schema", N_("print the JSON Schema of a kind of file, for editors"),
                             "  xuanping schema\n"
                             "  xuanping schema screen > config/schema/screen.json",
                             prepare_schema};

}  // namespace xp::cli
