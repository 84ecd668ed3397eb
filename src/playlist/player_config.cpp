// SPDX-License-Identifier: MIT
#include "playlist/player_config.h"

#include <algorithm>

#include "base/i18n.h"
#include "toml/reader.h"

namespace xp::toml {

template <>
struct EnumNames<playlist::MessageLanguage> {
  using L = playlist::MessageLanguage;
  static constexpr std::pair<std::string_view, L> names[] = {
      {"auto", L::automatic}, {"zh", L::zh}, {"en", L::en}};
};

template <>
struct EnumNames<playlist::LogThreshold> {
  using L = playlist::LogThreshold;
  static constexpr std::pair<std::string_view, L> names[] = {
      {"debug", L::debug}, {"info", L::info}, {"warning", L::warning}, {"error", L::error}};
};

template <>
struct EnumNames<playlist::ClockTrust> {
  using C = playlist::ClockTrust;
  static constexpr std::pair<std::string_view, C> names[] = {{"judge", C::judge}, {"trust", C::trust}};
};

template <>
struct FieldsOf<playlist::PanelCommands> {
  using P = playlist::PanelCommands;
  static constexpr auto rows = std::tuple{
      field("command_on", &P::on, Length{0, 32},
            N_("program and arguments that switch the panel on; run when its hours begin and when the player "
               "starts")),
      field("command_off", &P::off, Length{0, 32}, N_("program and arguments that switch it off"))};
};

template <>
struct FieldsOf<playlist::PlayerConfig> {
  using P = playlist::PlayerConfig;
  static constexpr auto rows = std::tuple{
      field("playlist", &P::playlist, N_("the playlist: a file, or the folder that holds playlist.toml")),
      field("screen", &P::screen, N_("the screen: a name under config/screens, or a path")),
      field("state_directory", &P::state_directory,
            N_("where the player writes; empty: $STATE_DIRECTORY, else ~/.local/state/xuanping")),
      field("language", &P::language, N_("language of messages; \"auto\": the environment's")),
      field("log_level", &P::log_level, N_("the least important messages that are logged")),
      field("overlay", &P::overlay, N_("status lines over the picture, as with F1")),
      field("clock", &P::clock,
            N_("\"judge\": schedules rest while the machine's clock cannot be right; \"trust\": it is "
               "believed")),
      field("quiet_hours", &P::quiet_hours,
            N_("hours without sound, such as \"22:00-07:00\", by the playlist's local time; empty: none")),
      field("panel", &P::panel,
            N_("programs that switch the panel at the hours of the screen's profile ([[power]])"))};
};

}  // namespace xp::toml

namespace xp::playlist {

namespace {

/// Without a shell there is no PATH to look along, and none that somebody else could change. Drops the
/// command that would be looked for.
void check_program(std::vector<std::string>& command, std::string_view key, const toml::Document& document,
                   Diagnostics& diagnostics) {
  if (command.empty() || command.front().starts_with('/')) return;
  const toml::Entry* entry = document.root.find("panel");
  const auto* table = entry ? std::get_if<toml::Table>(&entry->value.data) : nullptr;
  if (!table) return;
  toml::TableReader(document, *table, diagnostics)
      .report(key, "bad-value",
              trf("“{text}” is no full path of a program", fmt::arg("text", command.front())),
              tr("write the path and each argument by itself: [\"/usr/bin/xset\", \"dpms\", \"force\", "
                 "\"off\"]"));
  command.clear();
}

/// A value that was refused left the default in its place.
bool names_playlist(const toml::Located<std::string>& playlist, const Diagnostics& diagnostics) {
  const auto lies_there = [&](const Diagnostic& each) {
    return each.severity == Severity::error && each.at.file == playlist.at.file &&
           each.at.line == playlist.at.line;
  };
  return playlist.at.file && std::ranges::none_of(diagnostics.list(), lies_there);
}

}  // namespace

PlayerConfig read_player_config(const toml::Document& document, Diagnostics& diagnostics) {
  PlayerConfig config;
  const std::size_t before = diagnostics.count(Severity::error);
  toml::TableReader reader(document, document.root, diagnostics);
  reader.read(config);
  if (!config.quiet_hours.value.empty() && !(config.quiet = parse_hours(config.quiet_hours.value))) {
    reader.report("quiet_hours", "bad-value",
                  trf("“{text}” are no hours", fmt::arg("text", config.quiet_hours.value)),
                  tr("write them so: \"22:00-07:00\""));
  }
  check_program(config.panel.on, "command_on", document, diagnostics);
  check_program(config.panel.off, "command_off", document, diagnostics);
  reader.finish();
  if (diagnostics.count(Severity::error) > before && !names_playlist(config.playlist, diagnostics))
    config.playlist = {};
  return config;
}

std::string player_schema() { return toml::json_schema("Xuanping player", toml::describe<PlayerConfig>()); }

}  // namespace xp::playlist
