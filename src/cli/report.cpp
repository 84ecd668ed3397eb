// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <memory>

#include "base/i18n.h"
#include "cli/defaults.h"
#include "cli/output.h"
#include "cli/report_formats.h"
#include "cli/verb.h"

namespace xp::cli {

namespace {

struct Options {
  std::string state, config, since, until, by = "slide", format = "table", output;
  bool simulated = false;
};

bool refuse(const char* option, const std::string& text) {
  complain(trf("{option}: “{text}” is not understood; write {write}", fmt::arg("option", option),
               fmt::arg("text", text), fmt::arg("write", "2022-05-15 / 2022-05-15T10:24:00+08:00")));
  return false;
}

/// An instant, or the beginning of a day.
std::optional<Instant> parse_moment(const std::string& text) {
  if (const auto day = parse_date(text)) return from_civil(*day, 0, 0, 0, UtcOffset{});
  return parse_instant(text);
}

/// False after wrong usage (said). The day that --until names is part of the period.
bool parse_values(const Options& options, playlog::ReportRequest& request) {
  if (!options.since.empty() && !(request.since = parse_moment(options.since)))
    return refuse("--since", options.since);
  if (!options.until.empty() && !(request.until = parse_moment(options.until)))
    return refuse("--until", options.until);
  if (request.until && parse_date(options.until) && *request.until < kNever)
    request.until = *request.until + std::chrono::hours(24);
  static const std::map<std::string, playlog::By> kBy{
      {"slide", playlog::By::slide}, {"day", playlog::By::day}, {"hour", playlog::By::hour}};
  request.by = kBy.at(options.by);
  if (options.simulated) request.runs = playlog::Runs::simulated;
  return true;
}

std::string formatted(const playlog::Report& report, const playlog::Report& days, const std::string& format) {
  if (format == "csv") return report_csv(report);
  if (format == "json") return report_json(report);
  return format == "html" ? report_html(report, days) : report_table(report);
}

/// False: it could not be written (said).
bool put_out(const std::string& text, const std::string& file) {
  if (file.empty()) {
    put_text(text);
    return true;
  }
  const Status written = real_files().write_atomically(file, text);
  if (!written) complain(written.error().message);
  return bool(written);
}

/// Nothing after mistakes in the player file (printed): what is known of another player is no answer.
std::optional<std::string> state_of(const Options& options, const Common& common) {
  if (!options.state.empty()) return options.state;
  const PlayerFile file = read_player_file(common, options.config);
  if (file.diagnostics.has_errors()) return std::nullopt;
  const std::string& configured = file.config.state_directory;
  return configured.empty() ? state_directory_of_environment() : configured;
}

int run_report(const Options& options, const Common& common) {
  playlog::ReportRequest request;
  if (!parse_values(options, request)) return kWrongUsage;
  playlog::ReportRequest by_day = request;
  by_day.by = playlog::By::day;
  const auto state = state_of(options, common);
  if (!state) return kInputErrors;
  const auto reports = playlog::make_reports(*state, {request, by_day});
  if (!reports) {
    complain(reports.error().message);
    return kInputErrors;
  }
  const playlog::Report& report = reports->front();
  if (!put_out(formatted(report, reports->back(), options.format), options.output)) return kInputErrors;
  if (options.format != "table") complain(verdict_text(report));
  return report.facts.broken_at == 0 ? kFine : kInputErrors;
}

std::function<int()> prepare_report(CLI::App& command, const Common& common) {
  auto options = std::make_shared<Options>();
  command.add_option("--since", options->since, tr("only what was shown from this day or instant on"))
      ->type_name(tr("TIME"));
  command
      .add_option("--until", options->until,
                  tr("only what was shown until this day, it included, or instant"))
      ->type_name(tr("TIME"));
  command.add_option("--by", options->by, tr("a line for each slide, day or hour"))
      ->check(CLI::IsMember({"slide", "day", "hour"}));
  command.add_option("--format", options->format, tr("table, csv, json, or html to be printed"))
      ->check(CLI::IsMember({"table", "csv", "json", "html"}));
  command.add_option("-o,--output", options->output, tr("the file that is written"))->type_name(tr("FILE"));
  command.add_flag(
      "--simulated", options->simulated,
      tr("count trial runs (in a window, offscreen, at another time or speed) instead of real ones"));
  command.add_option("--state", options->state, tr("the player's state directory"))->type_name(tr("DIR"));
  command.add_option("--config", options->config, tr("player file; config/xuanping.toml by default"))
      ->type_name(tr("FILE"));
  return [options, &common] { return run_report(*options, common); };
}

}  // namespace

constinit const Verb kReport{
    "report", N_("say what was shown, how often and how long, and prove it"),
    "  xuanping report --since 2022-05-01 --until 2022-05-31\n"
    "  xuanping report --by day --format csv -o may.csv\n"
    "  xuanping report --format html -o report.html",
    prepare_report,
    N_("It verifies the whole log first: 1 when a row was changed or is missing, or when there is no log.")};

}  // namespace xp::cli
