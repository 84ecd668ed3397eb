// SPDX-License-Identifier: MIT
#include "player/anchor.h"

#include <algorithm>

namespace xp::player {

namespace {

const std::string& id_of(const show::Show& show, const playlist::Slot& slot) {
  return show.playlist.slides[slot.slide].id;
}

}  // namespace

const show::ZoneShow* main_zone(const show::Show& show) {
  const auto found =
      std::find_if(show.zones.begin(), show.zones.end(), [](const show::ZoneShow& z) { return !z.filler; });
  return found == show.zones.end() ? nullptr : &*found;
}

std::optional<Keep> keep_of(const show::Show& show, Instant now) {
  const show::ZoneShow* zone = main_zone(show);
  const auto slot = zone ? zone->timeline.slot_at(now) : std::nullopt;
  if (!slot) return std::nullopt;
  return Keep{id_of(show, *slot), now - slot->start, now};
}

std::optional<Instant> kept_anchor(const show::Show& fresh, Instant anchor, const Keep& keep) {
  const show::ZoneShow* zone = main_zone(fresh);
  if (fresh.playlist.campaign.sync != playlist::Sync::start || !zone) return std::nullopt;
  const auto present = zone->timeline.slot_at(keep.now);
  if (!present) return std::nullopt;
  if (id_of(fresh, *present) == keep.slide && keep.now - present->start == keep.elapsed) return std::nullopt;
  const Instant end = anchor + zone->timeline.cycle_length();
  for (Instant t = anchor; t < end;) {
    const auto slot = zone->timeline.slot_at(t);
    if (!slot || slot->end <= t) return std::nullopt;
    if (id_of(fresh, *slot) == keep.slide && keep.elapsed < slot->end - slot->start) {
      return keep.now - keep.elapsed - (slot->start - anchor);
    }
    t = slot->end;
  }
  return std::nullopt;
}

}  // namespace xp::player
