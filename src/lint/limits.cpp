// SPDX-License-Identifier: MIT
#include "lint/limits.h"

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

}  // namespace

Limits limits_of(const show::Show& show) {
  Limits limits;
  take(show.screen.check, limits);
  take(show.playlist.check, limits);
  return limits;
}

}  // namespace xp::lint
