// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/i18n.h"
#include "cli/defaults.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "player/checkup.h"

namespace xp::cli {

namespace {

using player::Checkup;
using player::Condition;
using player::PlayerStatus;

struct Options {
  std::string state, config, format = "text";
};

std::string_view word_of(Condition condition) {
  switch (condition) {
    case Condition::healthy:
      return "healthy";
    case Condition::degraded:
      return "degraded";
    case Condition::down:
      break;
  }
  return "down";
}

const char* headline_of(Condition condition) {
  switch (condition) {
    case Condition::healthy:
      return tr("The player is well.");
    case Condition::degraded:
      return tr("The player runs, but not everything is right.");
    case Condition::down:
      break;
  }
  return tr("The player does not run.");
}

/// An admin thinks in hours and minutes, and in seconds where there are no more.
std::string rough(Duration d) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(d).count();
  if (minutes < 1) return trf("{n} s", fmt::arg("n", std::chrono::duration_cast<seconds>(d).count()));
  if (minutes < 120) return trf("{n} min", fmt::arg("n", minutes));
  if (minutes < 72 * 60) return trf("{n} h", fmt::arg("n", minutes / 60));
  return trf("{n} days", fmt::arg("n", minutes / (24 * 60)));
}

std::string time_of_day(Instant t, UtcOffset offset) {
  const CivilTime civil = to_civil(t, offset);
  return fmt::format("{:02}:{:02}:{:02}", civil.hour, civil.minute, civil.second);
}

void print_showing(const PlayerStatus& s) {
  if (const auto& until = s.display.off_until)
    put("  {}\n", trf("the panel is off until {time}", fmt::arg("time", format_instant(*until, s.offset))));
  for (const player::ZoneStatus& zone : s.showing) {
    put("  {}\n", trf("{zone} shows {slide} since {time}", fmt::arg("zone", zone.zone),
                      fmt::arg("slide", zone.slide), fmt::arg("time", time_of_day(zone.since, s.offset))));
  }
  if (s.next)
    put("  {}\n", trf("next {slide} at {time}", fmt::arg("slide", s.next->slide),
                      fmt::arg("time", time_of_day(s.next->at, s.offset))));
}

void print_figures(const PlayerStatus& s) {
  put("  {}\n", trf("{title} ({playlist}) on {screen}, {width} × {height}", fmt::arg("title", s.title),
                    fmt::arg("playlist", s.playlist), fmt::arg("screen", s.display.screen),
                    fmt::arg("width", s.display.size.w), fmt::arg("height", s.display.size.h)));
  put("  {}\n", trf("version {version}, running for {time}", fmt::arg("version", s.version),
                    fmt::arg("time", rough(s.written - s.started))));
  put("  {}\n", trf("{frames} pictures, {late} of them late", fmt::arg("frames", s.frames.presented),
                    fmt::arg("late", s.frames.late)));
  if (s.rss_bytes && s.disk_free_bytes)
    put("  {}\n", trf("{memory} MiB of memory; {disk} MiB free on the disk",
                      fmt::arg("memory", *s.rss_bytes >> 20), fmt::arg("disk", *s.disk_free_bytes >> 20)));
  if (s.simulated) put("  {}\n", tr("a trial run: its time or its screen is not the real one"));
}

void print_text(const Checkup& checkup) {
  put("{}\n", headline_of(checkup.condition));
  for (const player::Finding& finding : checkup.findings)
    put("  ! {}\n    → {}\n", finding.message, finding.remedy);
  if (!checkup.status) return;
  if (checkup.condition != Condition::down) print_showing(*checkup.status);
  print_figures(*checkup.status);
}

void print_json(const Checkup& checkup) {
  auto found = nlohmann::ordered_json::array();
  for (const player::Finding& f : checkup.findings)
    found.push_back({{"condition", word_of(f.condition)}, {"message", f.message}, {"remedy", f.remedy}});
  nlohmann::ordered_json json{{"condition", word_of(checkup.condition)}, {"findings", std::move(found)}};
  json["status"] = checkup.status ? nlohmann::ordered_json::parse(to_json(*checkup.status), nullptr, false)
                                  : nlohmann::ordered_json(nullptr);
  put("{}\n", json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

/// In the player file as it is now; the player that runs may have told of the same.
void add_mistake(const player::TroubleStatus& mistake, Checkup& checkup) {
  if (checkup.status && checkup.status->player_file) return;
  checkup.findings.push_back(player::mistaken_player_file(mistake));
  checkup.condition = checkup.findings.front().condition;
}

int run_status(const Options& options, const Common& common) {
  std::string state = options.state;
  const PlayerFile file = state.empty() ? read_player_file(common, options.config) : PlayerFile{};
  if (state.empty()) state = file.config.state_directory;
  if (state.empty()) state = state_directory_of_environment();
  Checkup checkup = player::check_up(real_files(), state);
  if (const auto mistake = player::first_error(file.diagnostics)) add_mistake(*mistake, checkup);
  options.format == "json" ? print_json(checkup) : print_text(checkup);
  return static_cast<int>(checkup.condition);  // 0 healthy, 1 degraded, 2 down
}

std::function<int()> prepare_status(CLI::App& command, const Common& common) {
  auto options = std::make_shared<Options>();
  command.add_option("--state", options->state, tr("the player's state directory"))->type_name(tr("DIR"));
  command.add_option("--config", options->config, tr("player file; config/xuanping.toml by default"))
      ->type_name(tr("FILE"));
  command.add_option("--format", options->format, tr("text or json"))->check(CLI::IsMember({"text", "json"}));
  return [options, &common] { return run_status(*options, common); };
}

}  // namespace

constinit const Verb kStatus{
    "status", N_("say how the player on this machine is"),
    "  xuanping status\n"
    "  xuanping status --state /var/lib/xuanping --format json",
    prepare_status, N_("It ends with 0 when all is well, 1 when something is not, 2 when no player runs.")};

}  // namespace xp::cli
