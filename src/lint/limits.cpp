// SPDX-License-Identifier: MIT
#include "lint/limits.h"

#include "lint/documents.h"
#include "playlist/check_keys.h"
#include "toml/reader.h"

namespace xp::lint {
namespace {

using playlist::CheckKeys;

void take(const CheckKeys& keys, Limits& limits) {
  const auto set = [](auto& limit, const auto& key) { limit = key.value_or(limit); };
  set(limits.legible, keys.legible);
  set(limits.comfortable, keys.comfortable);
  set(limits.led_outline_px, keys.led_outline_px);
  set(limits.reading_start, keys.reading_start);
  set(limits.reading_pace, keys.reading_pace);
  set(limits.scroll_seconds, keys.scroll_seconds);
  set(limits.headline_characters, keys.headline_characters);
  set(limits.headline_lines, keys.headline_lines);
  set(limits.step_rounding, keys.step_rounding);
  set(limits.contrast, keys.contrast);
  set(limits.headline_contrast, keys.headline_contrast);
  set(limits.night_level, keys.night_level);
  set(limits.flashes, keys.flashes);
  set(limits.oversize, keys.oversize);
  set(limits.days, keys.days);
  Diagnostics known;  // reported when the file was read
  if (!keys.quiet_hours.empty()) limits.quiet_hours = playlist::hours_of(keys.quiet_hours, known);
  if (!keys.night_hours.empty()) limits.night_hours = playlist::hours_of(keys.night_hours, known);
}

/// The file was read without a mistake when the show was made.
CheckKeys check_of(const std::optional<toml::Document>& document) {
  CheckKeys keys;
  const toml::Entry* entry = document ? document->root.find("check") : nullptr;
  const auto* table = entry ? std::get_if<toml::Table>(&entry->value.data) : nullptr;
  Diagnostics known;
  if (table) toml::TableReader(*document, *table, known).read(keys);
  return keys;
}

}  // namespace

Limits limits_of(const show::Show& show) {
  Limits limits;
  take(check_of(screen_document(show)), limits);
  take(check_of(playlist_document(show)), limits);
  return limits;
}

}  // namespace xp::lint
