// SPDX-License-Identifier: MIT
#include "player/crash_history.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "base/paths.h"
#include "player/parse_hash.h"

namespace xp::player {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLargest = std::size_t{1} << 20;

constexpr std::array<std::pair<Rung, std::string_view>, 4> kRungs{{
    {Rung::whole, "whole"},
    {Rung::quarantine, "quarantine"},
    {Rung::last_good, "last-good"},
    {Rung::safe_card, "safe-card"},
}};

Json json_of(const Crash& crash) {
  return {{"at_ns", crash.at.count()},
          {"slide", crash.suspect.slide},
          {"content", crash.suspect.content.hex()},
          {"playlist", crash.playlist.hex()},
          {"on_card", crash.on_card}};
}

Json json_of(const Quarantine& quarantine) {
  return {{"slide", quarantine.slide.slide},
          {"content", quarantine.slide.content.hex()},
          {"since", format_instant(quarantine.since, {})}};
}

template <class List>
Json list_of(const List& list) {
  Json out = Json::array();
  for (const auto& entry : list) out.push_back(json_of(entry));
  return out;
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Hash hash_at(const Json& object, const char* key) {
  return parse_hash(text_at(object, key)).value_or(Hash{});
}

const Json& list_at(const Json& object, const char* key) {
  static const Json kNone = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : kNone;
}

std::optional<Crash> crash_of(const Json& json) {
  if (!json.is_object() || !json.contains("at_ns") || !json["at_ns"].is_number_integer()) return std::nullopt;
  const auto on_card = json.find("on_card");
  return Crash{Duration{json["at_ns"].get<std::int64_t>()},
               {text_at(json, "slide"), hash_at(json, "content")},
               hash_at(json, "playlist"),
               on_card != json.end() && on_card->is_boolean() && on_card->get<bool>()};
}

std::optional<Quarantine> quarantine_of(const Json& json) {
  if (!json.is_object() || text_at(json, "slide").empty()) return std::nullopt;
  return Quarantine{{text_at(json, "slide"), hash_at(json, "content")},
                    parse_instant(text_at(json, "since")).value_or(Instant{})};
}

void put_aside(FileSystem& files, const std::string& path, std::string_view content) {
  const std::string bad = path + ".bad";
  const Status kept = files.write_atomically(bad, content);
  log(LogLevel::warning, "player",
      kept ? trf("“{path}” is damaged; it is kept as “{bad}”, and what it knew of crashes is forgotten",
                 fmt::arg("path", path), fmt::arg("bad", bad))
           : kept.error().message);
}

}  // namespace

std::string_view word_of(Rung rung) {
  return std::ranges::find(kRungs, rung, &decltype(kRungs)::value_type::first)->second;
}

Rung rung_of(std::string_view word) {
  const auto known = std::ranges::find(kRungs, word, &decltype(kRungs)::value_type::second);
  return known == kRungs.end() ? Rung::whole : known->first;
}

std::string to_json(const CrashHistory& history) {
  Json starts = Json::array();
  for (const Duration start : history.starts) starts.push_back(start.count());
  const Json json{
      {"boot_id", history.boot_id},
      {"rung", word_of(history.rung)},
      {"crashes", list_of(history.crashes)},
      {"starts_ns", std::move(starts)},
      {"quarantined", list_of(history.quarantined)},
      {"bad_playlist", history.bad_playlist ? Json(history.bad_playlist->hex()) : Json(nullptr)},
  };
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<CrashHistory> parse_crash_history(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  CrashHistory history;
  history.boot_id = text_at(json, "boot_id");
  history.rung = rung_of(text_at(json, "rung"));
  for (const Json& entry : list_at(json, "crashes"))
    if (auto crash = crash_of(entry)) history.crashes.push_back(*std::move(crash));
  for (const Json& entry : list_at(json, "starts_ns"))
    if (entry.is_number_integer()) history.starts.emplace_back(entry.get<std::int64_t>());
  for (const Json& entry : list_at(json, "quarantined"))
    if (auto quarantine = quarantine_of(entry)) history.quarantined.push_back(*std::move(quarantine));
  history.bad_playlist = parse_hash(text_at(json, "bad_playlist"));
  return history;
}

CrashHistory read_crash_history(FileSystem& files, const std::string& directory) {
  const std::string path = join_path(directory, kCrashFile);
  const auto text = files.read(path, kLargest);
  if (!text) {
    if (text.error().code != ENOENT) log(LogLevel::warning, "player", text.error().message);
    return {};
  }
  if (auto history = parse_crash_history(*text)) return *std::move(history);
  put_aside(files, path, *text);
  return {};
}

Status write_crash_history(FileSystem& files, const std::string& directory, const CrashHistory& history) {
  return files.write_atomically(join_path(directory, kCrashFile), to_json(history));
}

}  // namespace xp::player
