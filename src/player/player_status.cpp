// SPDX-License-Identifier: MIT
#include "player/player_status.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/i18n.h"

namespace xp::player {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<PlayerState, std::string_view>, 6> kStates{{
    {PlayerState::starting, "starting"},
    {PlayerState::waiting, "waiting"},
    {PlayerState::dark, "dark"},
    {PlayerState::playing, "playing"},
    {PlayerState::standby, "standby"},
    {PlayerState::stopped, "stopped"},
}};

double in_seconds(Duration d) { return static_cast<double>(d.count()) / 1e9; }

/// Slots without an end have none in the file either.
Json time_of(Instant t, UtcOffset offset) {
  return t == kNever ? Json(nullptr) : Json(format_instant(t, offset));
}

std::string place_of(const Location& at) {
  if (!at.file) return {};
  return at.line == 0 ? at.file->name : fmt::format("{}:{}:{}", at.file->name, at.line, at.column);
}

template <class T>
Json number_of(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json text_of(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json showing_of(const PlayerStatus& status) {
  Json list = Json::array();
  for (const ZoneStatus& zone : status.showing) {
    list.push_back({{"zone", zone.zone},
                    {"slide", zone.slide},
                    {"since", time_of(zone.since, status.offset)},
                    {"until", time_of(zone.until, status.offset)}});
  }
  return list;
}

Json next_of(const PlayerStatus& status) {
  if (!status.next) return nullptr;
  return {{"slide", status.next->slide}, {"at", time_of(status.next->at, status.offset)}};
}

Json trouble_of(const std::optional<TroubleStatus>& trouble) {
  if (!trouble) return nullptr;
  return {{"id", trouble->id}, {"place", trouble->place}, {"message", trouble->message}};
}

Json reload_of(const PlayerStatus& status) {
  if (!status.reload) return nullptr;
  return {{"at", time_of(status.reload->at, status.offset)},
          {"ok", !status.reload->error},
          {"error", trouble_of(status.reload->error)}};
}

Json unusable_of(const PlayerStatus& status) {
  Json list = Json::array();
  for (const UnusableStatus& slide : status.unusable) {
    list.push_back({{"slide", slide.slide}, {"reason", slide.reason}, {"quarantined", slide.quarantined}});
  }
  return list;
}

std::string_view word_of(show::ClockState clock) {
  return clock == show::ClockState::trusted ? "trusted" : "untrusted";
}

Json crashes_of(const CrashStatus& crashes) {
  return {{"rung", word_of(crashes.rung)}, {"counted", crashes.counted}, {"last_good", crashes.last_good}};
}

Json memory_of(const PlayerStatus& status) {
  Json list = Json::array();
  for (const MemoryUse& use : status.memory)
    list.push_back({{"store", use.store}, {"bytes", use.bytes}, {"limit", use.limit}});
  return list;
}

Json display_of(const DisplayStatus& display, UtcOffset offset) {
  return {{"screen", display.screen},
          {"size", {display.size.w, display.size.h}},
          {"offscreen", display.offscreen},
          {"connected", display.connected},
          {"cut", display.cut},
          {"off_until", display.off_until ? time_of(*display.off_until, offset) : Json(nullptr)}};
}

/// A value of a file that somebody else may have written: another type than expected is no value.
template <class T>
T get(const Json& object, const char* key, T otherwise) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (found == object.end()) return otherwise;
  if constexpr (std::is_same_v<T, std::string>) {
    return found->is_string() ? found->template get<std::string>() : otherwise;
  } else if constexpr (std::is_same_v<T, bool>) {
    return found->is_boolean() ? found->template get<bool>() : otherwise;
  } else {
    return found->is_number() ? found->template get<T>() : otherwise;
  }
}

const Json& child(const Json& object, const char* key) {
  static const Json kNothing;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found == object.end() ? kNothing : *found;
}

std::optional<TroubleStatus> trouble_at(const Json& object, const char* key) {
  const Json& trouble = child(object, key);
  if (!trouble.is_object()) return std::nullopt;
  return TroubleStatus{get<std::string>(trouble, "id", ""), get<std::string>(trouble, "place", ""),
                       get<std::string>(trouble, "message", "")};
}

Instant time_at(const Json& object, const char* key) {
  return parse_instant(get<std::string>(object, key, "")).value_or(kNever);
}

std::optional<std::uint64_t> number_at(const Json& object, const char* key) {
  const Json& value = child(object, key);
  return value.is_number_unsigned() ? std::optional(value.get<std::uint64_t>()) : std::nullopt;
}

PlayerState state_at(const Json& json) {
  const auto word = get<std::string>(json, "state", "");
  const auto found =
      std::ranges::find(kStates, std::string_view(word), &decltype(kStates)::value_type::second);
  return found == kStates.end() ? PlayerState::starting : found->first;
}

void read_lists(const Json& json, PlayerStatus& status) {
  for (const Json& zone : child(json, "showing")) {
    status.showing.push_back({get<std::string>(zone, "zone", ""), get<std::string>(zone, "slide", ""),
                              time_at(zone, "since"), time_at(zone, "until")});
  }
  for (const Json& use : child(json, "memory")) {
    status.memory.push_back({get<std::string>(use, "store", ""), get<std::size_t>(use, "bytes", 0),
                             get<std::size_t>(use, "limit", 0)});
  }
  for (const Json& slide : child(json, "unusable")) {
    status.unusable.push_back({get<std::string>(slide, "slide", ""), get<std::string>(slide, "reason", ""),
                               get(slide, "quarantined", false)});
  }
}

void read_parts(const Json& json, PlayerStatus& status) {
  if (const Json& next = child(json, "next"); next.is_object())
    status.next = NextStatus{get<std::string>(next, "slide", ""), time_at(next, "at")};
  if (const Json& reload = child(json, "reload"); reload.is_object())
    status.reload = ReloadStatus{time_at(reload, "at"), trouble_at(reload, "error")};
  status.player_file = trouble_at(json, "player_file");
  const Json& frames = child(json, "frames");
  status.frames = {number_at(frames, "presented").value_or(0), number_at(frames, "late").value_or(0),
                   Duration{static_cast<std::int64_t>(get(frames, "longest_s", 0.0) * 1e9)}};
  using enum show::ClockState;
  status.clock = get<std::string>(json, "clock", "") == word_of(trusted) ? trusted : untrusted;
  if (const auto year = number_at(json, "unknown_year")) status.unknown_year = static_cast<int>(*year);
  const Json& crashes = child(json, "crashes");
  status.crashes = {rung_of(get<std::string>(crashes, "rung", "")), number_at(crashes, "counted").value_or(0),
                    get(crashes, "last_good", false)};
  const Json& display = child(json, "display");
  status.display = {get<std::string>(display, "screen", ""),
                    {},
                    get(display, "offscreen", false),
                    get(display, "connected", false),
                    get(display, "cut", false)};
  status.play_log_error = get<std::string>(child(json, "play_log"), "error", "");
  if (child(json, "files_silent_since").is_string())
    status.files_silent_since = time_at(json, "files_silent_since");
  if (child(display, "off_until").is_string()) status.display.off_until = time_at(display, "off_until");
  if (const Json& size = child(display, "size"); size.is_array() && size.size() == 2)
    status.display.size = {size[0].is_number() ? size[0].get<int>() : 0,
                           size[1].is_number() ? size[1].get<int>() : 0};
}

}  // namespace

std::optional<TroubleStatus> first_error(const Diagnostics& diagnostics) {
  const auto& list = diagnostics.list();
  const auto found = std::ranges::find(list, Severity::error, &Diagnostic::severity);
  if (found == list.end()) return std::nullopt;
  return TroubleStatus{found->id, place_of(found->at), found->message};
}

std::string_view word_of(PlayerState state) {
  return std::ranges::find(kStates, state, &decltype(kStates)::value_type::first)->second;
}

std::string to_json(const PlayerStatus& status) {
  const Json json{
      {"state", word_of(status.state)},
      {"version", status.version},
      {"pid", status.pid},
      {"boot_id", status.boot_id},
      {"simulated", status.simulated},
      {"started", time_of(status.started, status.offset)},
      {"written", time_of(status.written, status.offset)},
      {"written_monotonic_ns", status.written_monotonic.count()},
      {"utc_offset", format_utc_offset(status.offset)},
      {"playlist", {{"path", status.playlist}, {"hash", status.playlist_hash}, {"title", status.title}}},
      {"showing", showing_of(status)},
      {"next", next_of(status)},
      {"reload", reload_of(status)},
      {"files_silent_since",
       status.files_silent_since ? time_of(*status.files_silent_since, status.offset) : Json(nullptr)},
      {"player_file", trouble_of(status.player_file)},
      {"unusable", unusable_of(status)},
      {"frames",
       {{"presented", status.frames.presented},
        {"late", status.frames.late},
        {"longest_s", in_seconds(status.frames.longest)}}},
      {"clock", word_of(status.clock)},
      {"unknown_year", number_of(status.unknown_year)},
      {"crashes", crashes_of(status.crashes)},
      {"display", display_of(status.display, status.offset)},
      {"play_log", {{"ok", status.play_log_error.empty()}, {"error", text_of(status.play_log_error)}}},
      {"memory", memory_of(status)},
      {"rss_bytes", number_of(status.rss_bytes)},
      {"disk_free_bytes", number_of(status.disk_free_bytes)},
  };
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<PlayerStatus> parse_status(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return Error{tr("it is no status file"), 0};
  PlayerStatus status;
  status.state = state_at(json);
  status.version = get<std::string>(json, "version", "");
  status.boot_id = get<std::string>(json, "boot_id", "");
  status.pid = get<std::int64_t>(json, "pid", 0);
  status.simulated = get(json, "simulated", false);
  status.started = time_at(json, "started");
  status.written = time_at(json, "written");
  status.written_monotonic = Duration{get<std::int64_t>(json, "written_monotonic_ns", 0)};
  status.offset = parse_utc_offset(get<std::string>(json, "utc_offset", "")).value_or(UtcOffset{});
  const Json& playlist = child(json, "playlist");
  status.playlist = get<std::string>(playlist, "path", "");
  status.playlist_hash = get<std::string>(playlist, "hash", "");
  status.title = get<std::string>(playlist, "title", "");
  read_lists(json, status);
  read_parts(json, status);
  status.rss_bytes = number_at(json, "rss_bytes");
  status.disk_free_bytes = number_at(json, "disk_free_bytes");
  return status;
}

}  // namespace xp::player
