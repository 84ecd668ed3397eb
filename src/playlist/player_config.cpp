// SPDX-License-Identifier: MIT
#include "playlist/player_config.h"

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
            N_("hours without sound, such as \"22:00-07:00\", by the playlist's local time; empty: none"))};
};

}  // namespace xp::toml

namespace xp::playlist {

std::optional<PlayerConfig> read_player_config(const toml::Document& document, Diagnostics& diagnostics) {
  PlayerConfig config;
  const std::size_t before = diagnostics.count(Severity::error);
  toml::TableReader reader(document, document.root, diagnostics);
  reader.read(config);
  if (!config.quiet_hours.value.empty() && !(config.quiet = parse_hours(config.quiet_hours.value))) {
    reader.report("quiet_hours", "bad-value",
                  trf("“{text}” are no hours", fmt::arg("text", config.quiet_hours.value)),
                  tr("write them so: \"22:00-07:00\""));
  }
  reader.finish();
  if (diagnostics.count(Severity::error) > before) return std::nullopt;
  return config;
}

std::string player_schema() { return toml::json_schema("Xuanping player", toml::describe<PlayerConfig>()); }

}  // namespace xp::playlist
