// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <memory>
#include <optional>

#include "base/i18n.h"
#include "base/log.h"
#include "cli/defaults.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "player/player.h"

namespace xp::cli {

namespace {

struct Options {
  std::string playlist, config, screen, window, length, speed, at;
  player::PlayOptions play;
};

std::optional<int> parse_side(std::string_view text) {
  int side = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), side);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && side > 0 && side <= 16384 ? std::optional(side) : std::nullopt;
}

std::optional<Size> parse_size(std::string_view text) {
  const auto x = text.find('x');
  if (x == std::string_view::npos) return std::nullopt;
  const auto w = parse_side(text.substr(0, x)), h = parse_side(text.substr(x + 1));
  return w && h ? std::optional(Size{*w, *h}) : std::nullopt;
}

/// A factor such as 10 or 0.5; "max" is as fast as the machine can. Time that stands still would never end.
std::optional<double> parse_speed(const std::string& text) {
  if (text == "max") return std::numeric_limits<double>::infinity();
  double speed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), speed);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && std::isfinite(speed) && speed > 0 && speed <= 10'000 ? std::optional(speed) : std::nullopt;
}

bool refuse(const char* option, const std::string& text, const char* write) {
  complain(trf("{option}: “{text}” is not understood; write {write}", fmt::arg("option", option),
               fmt::arg("text", text), fmt::arg("write", write)));
  return false;
}

/// False after wrong usage (said).
bool parse_values(const Options& options, player::PlayOptions& play) {
  if (!options.window.empty() && !(play.window = parse_size(options.window))) {
    return refuse("--window", options.window, "1280x720");
  }
  if (!options.length.empty() && !(play.length = parse_duration(options.length))) {
    return refuse("--for", options.length, "60s");
  }
  if (!options.at.empty() && !(play.at = parse_instant(options.at))) {
    return refuse("--at", options.at, "2022-05-15T10:24:00+08:00");
  }
  if (options.speed.empty()) return true;
  const auto speed = parse_speed(options.speed);
  if (!speed) return refuse("--speed", options.speed, "10");
  play.speed = *speed;
  return true;
}

/// Whoever sets one for this run means it; the account's own is the public screen's.
bool names_state_directory() {
  const auto is_set = [](const char* name) { return std::getenv(name) != nullptr; };
  return is_set("STATE_DIRECTORY") || is_set("XDG_STATE_HOME");
}

int run_play(Options& options, const Common& common) {
  player::PlayOptions& play = options.play;
  if (!parse_values(options, play)) return kWrongUsage;
  const PlayerFile file = read_player_file(common, options.config);
  const playlist::PlayerConfig& config = file.config;
  if (file.diagnostics.has_errors() && play.offscreen) return kInputErrors;
  set_log_level(static_cast<LogLevel>(config.log_level));
  play.data = common.data;
  play.version = XUANPING_VERSION;
  const auto playlist = given_or(options.playlist, config.playlist),
             screen = given_or(options.screen, config.screen);
  play.playlist = playlist.value;
  play.playlist_at = playlist.at;
  play.screen = screen.value;
  play.screen_at = screen.at;
  play.player_file = file.diagnostics;
  const bool given = !play.state_directory.empty();
  play.own_state = given || names_state_directory();
  if (!given) play.state_directory = config.state_directory;
  play.overlay = play.overlay || config.overlay;
  play.quiet = config.quiet;
  play.clock = config.clock;
  play.panel = config.panel;
  return player::play(play);
}

std::function<int()> prepare_play(CLI::App& command, const Common& common) {
  auto options = std::make_shared<Options>();
  add_playlist_option(command, options->playlist);
  command.add_option("--config", options->config, tr("player file; config/xuanping.toml by default"))
      ->type_name(tr("FILE"));
  command.add_option("--screen", options->screen, tr("a screen's name or profile file"))
      ->type_name(tr("SCREEN"));
  command.add_option("--window", options->window, tr("a preview window instead of full screen"))
      ->type_name("WxH");
  command.add_flag("--offscreen", options->play.offscreen, tr("the same loop without a display"));
  command.add_option("--for", options->length, tr("stop after this much show time, such as 60s"))
      ->type_name(tr("DURATION"));
  command
      .add_option("--speed", options->speed,
                  tr("show time a real second; max with --offscreen: as fast as possible"))
      ->type_name("X");
  command.add_option("--at", options->at, tr("begin at this instant instead of now"))
      ->type_name(tr("INSTANT"));
  command
      .add_option("--frames", options->play.frames_directory,
                  tr("with --offscreen: write every slide's picture here"))
      ->type_name(tr("DIR"));
  command
      .add_option("--state", options->play.state_directory,
                  tr("the state directory; previews, offscreen or at another time or speed, keep a status "
                     "only in one "
                     "that is named here"))
      ->type_name(tr("DIR"));
  command.add_flag("--overlay", options->play.overlay, tr("status lines over the picture"));
  command.add_flag("--keys", options->play.keys, tr("obey the keyboard in full screen too"));
  return [options, &common] { return run_play(*options, common); };
}

}  // namespace

constinit const Verb kPlay{
    "play", N_("play a campaign, full screen, looping"),
    "  xuanping play\n"
    "  xuanping play slides/zhangye-2022-05-15 --screen bank-hall-1080p --window 1280x720\n"
    "  xuanping play --offscreen --for 60s --speed 10",
    prepare_play,
    N_("In a window: space pauses, ← → change slides, F1 status, F full screen, Esc ends.\n"
       "It ends with 0 when its time is over or it is told to stop, 1 when the files have mistakes "
       "(offscreen), 2 after wrong usage,\n"
       "75 when the display is missing or gone: start it again. Any other end is a crash: "
       "docs/after-a-crash.md.")};

}  // namespace xp::cli
