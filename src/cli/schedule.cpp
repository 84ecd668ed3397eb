// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/defaults.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "show/load.h"

namespace xp::cli {

namespace {

using playlist::Priority;
using playlist::Slide;
using playlist::Slot;
using Promised = playlist::Timeline::Promised;

struct Options {
  std::string playlist, screen, config, at, day, format = "text";
};

/// A slide of a zone at an instant.
struct Row {
  const Slide* slide;
  std::optional<Slot> shown;           ///< now
  std::optional<Instant> next;         ///< when its turn comes; within a day
  std::string reason;                  ///< why it has none; empty where it has
  std::optional<Promised> promised{};  ///< showings an hour, while it is active
};

struct ZoneAt {
  std::string zone;
  std::vector<Row> rows;
};

std::string clock_of(Instant t, UtcOffset offset) {
  const CivilTime civil = to_civil(t, offset);
  return fmt::format("{:02}:{:02}:{:02}", civil.hour, civil.minute, civil.second);
}

/// With the day where it is another one than at `now`.
std::string moment_of(Instant t, Instant now, UtcOffset offset) {
  const bool today = local_midnight(t, offset) == local_midnight(now, offset);
  return today ? clock_of(t, offset) : format_date(to_civil(t, offset).date) + " " + clock_of(t, offset);
}

const char* weekday_name(Instant t, UtcOffset offset) {
  static constexpr const char* kNames[] = {N_("Sunday"),   N_("Monday"), N_("Tuesday"), N_("Wednesday"),
                                           N_("Thursday"), N_("Friday"), N_("Saturday")};
  return tr(kNames[to_civil(t, offset).weekday]);
}

/// Padded to `columns` of a terminal, in which Han are two wide.
std::string padded(std::string text, int columns) {
  const int missing = columns - display_columns(text);
  if (missing > 0) text.append(static_cast<std::size_t>(missing), ' ');
  return text;
}

/// Why a slide cannot have a slot at `t`; empty where it waits for its turn.
std::string why_not(const show::Show& show, const Slide& slide, bool urgent_now, Instant t) {
  if (!slide.enabled) return tr("enabled = false");
  if (!slide.usable || show.unusable.contains(slide.id)) return tr("a file that it names cannot be used");
  const playlist::Campaign& campaign = show.playlist.campaign;
  const playlist::Calendar none;
  const playlist::Calendar& calendar = show.calendar ? *show.calendar : none;
  const auto of_campaign = standing_at(campaign.schedule, calendar, t, campaign.utc_offset);
  if (!is_active(of_campaign))
    return trf("the campaign: {reason}", fmt::arg("reason", reason_of(of_campaign)));
  const auto own = standing_at(slide.schedule, calendar, t, campaign.utc_offset);
  if (!is_active(own)) return reason_of(own);
  return urgent_now && slide.priority != Priority::urgent ? tr("an urgent slide is shown instead")
                                                          : std::string();
}

/// The begin of every slide's next slot from `t` on, within a day.
std::vector<std::optional<Instant>> next_slots(const show::Show& show, const playlist::Timeline& timeline,
                                               Instant t) {
  std::vector<std::optional<Instant>> next(show.playlist.slides.size());
  constexpr int kMost = 20'000;  // slots of at least a second; more cannot be of interest
  int seen = 0;
  for (Instant at = t; at < t + kDay && seen < kMost; ++seen) {
    const auto slot = timeline.slot_at(at);
    if (slot && slot->start >= t && !next[slot->slide]) next[slot->slide] = slot->start;
    const Instant end = slot ? slot->end : timeline.changes_after(at);
    if (end <= at) break;
    at = end;
  }
  return next;
}

ZoneAt zone_at(const show::Show& show, const show::ZoneShow& zone, Instant t) {
  ZoneAt result{zone.zone.name, {}};
  const auto slot = zone.timeline.slot_at(t);
  const bool urgent = slot && show.playlist.slides[slot->slide].priority == Priority::urgent;
  const auto next = next_slots(show, zone.timeline, t);
  const auto promised = zone.timeline.promised_at(t);
  for (std::size_t i = 0; i < show.playlist.slides.size(); ++i) {
    const Slide& slide = show.playlist.slides[i];
    if (slide.zone.value != zone.zone.name) continue;
    Row row{&slide, std::nullopt, next[i], {}};
    if (slot && slot->slide == i)
      row.shown = slot;
    else
      row.reason = why_not(show, slide, urgent, t);
    if (const auto known = std::ranges::find(promised, i, &Promised::slide); known != promised.end())
      row.promised = *known;
    result.rows.push_back(std::move(row));
  }
  return result;
}

std::vector<const show::ZoneShow*> zones_of_slides(const show::Show& show) {
  std::vector<const show::ZoneShow*> zones;
  for (const show::ZoneShow& zone : show.zones)
    if (!zone.filler && !zone.timeline.cycle().empty()) zones.push_back(&zone);
  return zones;
}

/// A strip runs the slogans of every zone's slides.
ZoneAt strip_at(const show::Show& show, const show::ZoneShow& strip, Instant t) {
  ZoneAt result{strip.zone.name, {}};
  for (const Slide& slide : show.playlist.slides) {
    Row row{&slide, std::nullopt, std::nullopt, why_not(show, slide, false, t)};
    if (row.reason.empty() && !slide.kind->marquee_text) row.reason = tr("this kind has no line for a strip");
    result.rows.push_back(std::move(row));
  }
  return result;
}

/// Every zone that plays slides, or their slogans.
std::vector<ZoneAt> zones_at(const show::Show& show, Instant t) {
  std::vector<ZoneAt> all;
  for (const show::ZoneShow* zone : zones_of_slides(show)) all.push_back(zone_at(show, *zone, t));
  for (const show::ZoneShow& zone : show.zones)
    if (zone.filler && zone.filler->name == "marquee") all.push_back(strip_at(show, zone, t));
  return all;
}

// --- at an instant

std::string turn_of(const Row& row, Instant now, UtcOffset offset) {
  if (row.shown)
    return trf("on the screen, {start} to {end}", fmt::arg("start", clock_of(row.shown->start, offset)),
               fmt::arg("end", clock_of(row.shown->end, offset)));
  if (!row.reason.empty()) {
    if (!row.next) return row.reason;
    return trf("{reason}; next at {time}", fmt::arg("reason", row.reason),
               fmt::arg("time", moment_of(*row.next, now, offset)));
  }
  return row.next ? trf("in turn, next at {time}", fmt::arg("time", moment_of(*row.next, now, offset)))
                  : std::string(tr("in turn"));
}

std::string promise_of(const Promised& promised) {
  return trf("at least {fewest} showings an hour, {promised} promised", fmt::arg("fewest", promised.fewest),
             fmt::arg("promised", promised.per_hour));
}

std::string sentence_of(const Row& row, Instant now, UtcOffset offset) {
  const std::string turn = turn_of(row, now, offset);
  if (!row.promised) return turn;
  return trf("{turn}; {promise}", fmt::arg("turn", turn), fmt::arg("promise", promise_of(*row.promised)));
}

void print_at(const show::Show& show, Instant t) {
  const UtcOffset offset = show.playlist.campaign.utc_offset;
  put("{} {}\n", format_instant(t, offset), weekday_name(t, offset));
  for (const ZoneAt& at : zones_at(show, t)) {
    put("\n{}\n", at.zone);
    int columns = 0;
    for (const Row& row : at.rows) columns = std::max(columns, display_columns(row.slide->id));
    for (const Row& row : at.rows)
      put("{} {}  {}\n",
          row.shown            ? "▶"
          : row.reason.empty() ? " "
                               : "–",
          padded(row.slide->id, columns), sentence_of(row, t, offset));
  }
}

nlohmann::ordered_json json_at(const show::Show& show, Instant t) {
  const UtcOffset offset = show.playlist.campaign.utc_offset;
  auto zones = nlohmann::ordered_json::array();
  for (const ZoneAt& at : zones_at(show, t)) {
    auto slides = nlohmann::ordered_json::array();
    for (const Row& row : at.rows) {
      nlohmann::ordered_json slide{{"id", row.slide->id},
                                   {"state", row.shown            ? "shown"
                                             : row.reason.empty() ? "in-turn"
                                                                  : "off"}};
      if (row.shown) slide["start"] = format_instant(row.shown->start, offset);
      if (row.shown) slide["end"] = format_instant(row.shown->end, offset);
      if (!row.reason.empty()) slide["reason"] = row.reason;
      if (row.next) slide["next"] = format_instant(*row.next, offset);
      if (row.slide->min_per_hour.value > 0) slide["min_per_hour"] = row.slide->min_per_hour.value;
      if (row.promised) slide["fewest_an_hour"] = row.promised->fewest;
      slides.push_back(std::move(slide));
    }
    zones.push_back({{"zone", at.zone}, {"slides", std::move(slides)}});
  }
  return {{"at", format_instant(t, offset)}, {"zones", std::move(zones)}};
}

// --- a day

std::vector<playlist::Timeline::Stretch> stretches_of(const playlist::Timeline& timeline, Instant midnight) {
  std::vector<playlist::Timeline::Stretch> all;
  for (Instant t = midnight; t < midnight + kDay;) {
    all.push_back(timeline.stretch_at(t));
    all.back().begin = t;
    t = all.back().end;
  }
  return all;
}

std::string ids_of(const show::Show& show, const std::vector<std::size_t>& slides) {
  std::vector<std::string> ids;
  for (const std::size_t slide : slides) ids.push_back(show.playlist.slides[slide].id);
  return fmt::format("{}", fmt::join(ids, tr(", ")));
}

/// 24:00 where a stretch ends with its day.
std::string end_of(Instant end, Instant midnight, UtcOffset offset) {
  return end >= midnight + kDay ? "24:00" : clock_of(end, offset).substr(0, 5);
}

void print_day(const show::Show& show, Instant midnight) {
  const UtcOffset offset = show.playlist.campaign.utc_offset;
  put("{} {}\n", format_date(to_civil(midnight, offset).date), weekday_name(midnight, offset));
  for (const show::ZoneShow* zone : zones_of_slides(show)) {
    put("\n{}\n", zone->zone.name);
    for (const auto& stretch : stretches_of(zone->timeline, midnight)) {
      const std::string hours =
          clock_of(stretch.begin, offset).substr(0, 5) + "–" + end_of(stretch.end, midnight, offset);
      if (stretch.slides.empty()) {
        put("{}  {}\n", hours, tr("nothing: the campaign's title"));
        continue;
      }
      put("{}  {}{}\n", hours, stretch.urgent ? tr("urgent: ") : "", ids_of(show, stretch.slides));
      put("{}  {}\n", padded("", 11),
          trf("{count} slides, again after {time}", fmt::arg("count", stretch.slides.size()),
              fmt::arg("time", format_duration(stretch.cycle))));
      for (const Promised& promised : zone->timeline.promised_at(stretch.begin))
        put("{}  {}: {}\n", padded("", 11), show.playlist.slides[promised.slide].id, promise_of(promised));
    }
  }
}

nlohmann::ordered_json json_day(const show::Show& show, Instant midnight) {
  const UtcOffset offset = show.playlist.campaign.utc_offset;
  auto zones = nlohmann::ordered_json::array();
  for (const show::ZoneShow* zone : zones_of_slides(show)) {
    auto stretches = nlohmann::ordered_json::array();
    for (const auto& stretch : stretches_of(zone->timeline, midnight)) {
      auto promised = nlohmann::ordered_json::array();
      for (const Promised& p : zone->timeline.promised_at(stretch.begin))
        promised.push_back({{"id", show.playlist.slides[p.slide].id},
                            {"min_per_hour", p.per_hour},
                            {"fewest_an_hour", p.fewest}});
      auto ids = nlohmann::ordered_json::array();
      for (const std::size_t slide : stretch.slides) ids.push_back(show.playlist.slides[slide].id);
      stretches.push_back({{"start", format_instant(stretch.begin, offset)},
                           {"end", format_instant(stretch.end, offset)},
                           {"urgent", stretch.urgent},
                           {"cycle_seconds", std::chrono::duration<double>(stretch.cycle).count()},
                           {"slides", std::move(ids)},
                           {"promised", std::move(promised)}});
    }
    zones.push_back({{"zone", zone->zone.name}, {"stretches", std::move(stretches)}});
  }
  return {{"day", format_date(to_civil(midnight, offset).date)}, {"zones", std::move(zones)}};
}

/// A day that an instant can have, with the days around it.
std::optional<Date> parse_day(const std::string& text) {
  constexpr std::chrono::year kFirst{1970}, kLast{2200};
  const auto day = parse_date(text);
  return day && day->year() >= kFirst && day->year() <= kLast ? day : std::nullopt;
}

int usage(const char* option, const std::string& text, const char* remedy) {
  complain(trf("{option}: “{text}” is not understood; write {example}", fmt::arg("option", option),
               fmt::arg("text", text), fmt::arg("example", remedy)));
  return kWrongUsage;
}

int run_schedule(const Options& options, const Common& common) {
  const auto day = options.day.empty() ? std::nullopt : parse_day(options.day);
  if (!options.day.empty() && !day) return usage("--day", options.day, "2022-05-15");
  const auto at = options.at.empty() ? std::optional(read_clocks().wall) : parse_instant(options.at);
  if (!at) return usage("--at", options.at, "2022-05-15T10:24:00+08:00");
  const PlayerFile file = read_player_file(common, options.config);
  if (file.diagnostics.has_errors()) return kInputErrors;
  show::LoadRequest request;
  request.data = common.data;
  request.playlist = given_or(options.playlist, file.config.playlist);
  request.screen = given_or(options.screen, file.config.screen);
  request.anchor = *at;
  Diagnostics diagnostics;
  const auto show = show::load_show(real_files(), request, diagnostics);
  print(diagnostics);
  if (!show) return kInputErrors;
  const UtcOffset offset = (*show)->playlist.campaign.utc_offset;
  const Instant midnight = day ? from_civil(*day, 0, 0, 0, offset) : Instant{};
  if (options.format == "json")
    put("{}\n", (day ? json_day(**show, midnight) : json_at(**show, *at)).dump(2));
  else
    day ? print_day(**show, midnight) : print_at(**show, *at);
  return kFine;
}

std::function<int()> prepare_schedule(CLI::App& command, const Common& common) {
  auto options = std::make_shared<Options>();
  add_playlist_option(command, options->playlist);
  command.add_option("--screen", options->screen, tr("a screen's name or profile file"))
      ->type_name(tr("SCREEN"));
  command.add_option("--config", options->config, tr("player file; config/xuanping.toml by default"))
      ->type_name(tr("FILE"));
  auto* at = command
                 .add_option("--at", options->at,
                             tr("what plays at this instant, and why not the rest; now by default"))
                 ->type_name(tr("INSTANT"));
  command.add_option("--day", options->day, tr("the whole day as a table"))
      ->type_name(tr("DATE"))
      ->excludes(at);
  command.add_option("--format", options->format, tr("text or json"))->check(CLI::IsMember({"text", "json"}));
  return [options, &common] { return run_schedule(*options, common); };
}

}  // namespace

constinit const Verb kSchedule{
    "schedule", N_("say what plays when, and why the rest does not"),
    "  xuanping schedule slides/zhangye-2022-05-15 --at 2022-05-15T10:24:00+08:00\n"
    "  xuanping schedule slides/zhangye-2022-05-15 --day 2022-05-15",
    prepare_schedule};

}  // namespace xp::cli
