// SPDX-License-Identifier: MIT
#include "show/preparation.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "playlist/brightness.h"
#include "scene/videos.h"
#include "show/zone_state.h"

namespace xp::show {

namespace {

Coming keyed(const Show& show, Coming coming) {
  coming.key = Caches::key(show, coming.request());
  return coming;
}

Coming coming(const Show& show, const ZoneShow& zone, std::size_t slide, Instant due, Duration stay) {
  const playlist::Slide& s = show.playlist.slides[slide];
  return keyed(show, {{}, s.kind, s.content, &show.theme_of(s), zone.zone.rect.size(), due, stay});
}

std::optional<Coming> coming_filling(const Show& show, const ZoneShow& zone, Instant t) {
  const auto filling = zone.filling_at(t).content;
  if (!filling) return std::nullopt;
  return keyed(show, {{}, zone.filler, filling, &show.theme, zone.zone.rect.size(), t, {}});
}

/// Whether frames before `until` paint a zone anew although nothing in it moves: the panel is switched, the
/// light changes, or another zone lies over it.
bool is_repainted(const Show& show, const ZoneShow& zone, Instant t, Instant until) {
  if (show.power.at(t).until < until) return true;
  if (playlist::brightness_at(show.screen.brightness, t, show.around.utc_offset).until < until) return true;
  return std::ranges::any_of(show.zones, [&](const ZoneShow& other) {
    return &other != &zone && !intersect(other.zone.rect, zone.zone.rect).empty();
  });
}

/// What frame_at(t) shows of a zone.
void append_now(const Show& show, const ZoneShow& zone, Instant t, std::vector<Coming>& out) {
  if (zone.filler) {
    if (auto filling = coming_filling(show, zone, t)) out.push_back(*std::move(filling));
    return;
  }
  const auto state = zone_state(show, zone, t);
  if (!state) return;
  if (const auto& gone = state->outgoing) {
    out.push_back(coming(show, zone, gone->slide, t, gone->moment.elapsed));
    out.back().standing = {gone->moment, t};
  }
  out.push_back(coming(show, zone, state->shown.slide, t, state->slot.end - state->slot.start));
  if (t >= state->transition_end && !is_repainted(show, zone, t, state->slot.end))
    out.back().standing = {state->shown.moment, state->slot.end};
}

void append_later(const Show& show, const ZoneShow& zone, Instant t, Instant horizon,
                  std::vector<Coming>& out) {
  if (zone.filler) return;
  for (Instant at = t; at < horizon;) {
    const auto slot = zone.timeline.slot_at(at);
    if (slot && at > t) out.push_back(coming(show, zone, slot->slide, slot->start, slot->end - slot->start));
    at = slot ? slot->end : zone.timeline.changes_after(at);
  }
}

std::vector<scene::Layer> layers_at(const kinds::Laid& laid, const kinds::Moment& moment) {
  std::vector<scene::Layer> layers;
  laid.append_layers(moment, layers);
  return layers;
}

void append_ops(const std::vector<scene::Layer>& layers, std::vector<scene::OpsPtr>& out) {
  for (const scene::Layer& layer : layers)
    if (!layer.ops->live && std::ranges::find(out, layer.ops) == out.end()) out.push_back(layer.ops);
}

}  // namespace

std::vector<Coming> upcoming(const Show& show, Instant t, Duration horizon) {
  std::vector<Coming> all;
  for (const ZoneShow& zone : show.zones) append_now(show, zone, t, all);
  for (const ZoneShow& zone : show.zones) append_later(show, zone, t, t + horizon, all);
  std::ranges::stable_sort(all, {}, &Coming::due);
  std::unordered_set<Hash, HashOf> seen;
  std::erase_if(all, [&](const Coming& c) { return !seen.insert(c.key).second; });
  return all;
}

bool stands_still(const Coming& coming, const kinds::Laid& laid) {
  return coming.standing && laid.next_change(coming.standing->moment) >= coming.standing->until;
}

bool begins_as_it_stands(const Coming& coming, const kinds::Laid& laid) {
  return coming.standing && layers_at(laid, coming.standing->moment) == layers_at(laid, {{}, coming.due});
}

std::vector<scene::VideoOp> videos_of(const Coming& coming, const kinds::Laid& laid) {
  return scene::videos_in(layers_at(laid, {Duration::zero(), coming.due}));
}

std::vector<scene::OpsPtr> ops_of(const Coming& coming, const kinds::Laid& laid) {
  std::vector<scene::OpsPtr> ops;
  std::vector<Duration> moments = laid.rests(coming.stay);
  moments.insert(moments.begin(), Duration::zero());
  for (const Duration elapsed : moments)
    append_ops(layers_at(laid, {elapsed, coming.due + elapsed, {}, coming.stay}), ops);
  return ops;
}

std::vector<scene::OpsPtr> ops_of(const kinds::Laid& laid, const kinds::Moment& moment) {
  std::vector<scene::OpsPtr> ops;
  append_ops(layers_at(laid, moment), ops);
  return ops;
}

std::vector<scene::OpsPtr> ops_at(const Show& show, Instant t, Caches& caches) {
  std::vector<scene::OpsPtr> ops;
  const auto append = [&](const Coming& coming, const kinds::Moment& moment) {
    if (!caches.has(coming.key)) return;
    append_ops(layers_at(*caches.laid(show, coming.request()), moment), ops);
  };
  for (const ZoneShow& zone : show.zones) {
    if (zone.filler) {
      if (const auto filling = coming_filling(show, zone, t)) append(*filling, {t - show.around.anchor, t});
    } else if (const auto state = zone_state(show, zone, t)) {
      append(coming(show, zone, state->shown.slide, t, {}), state->shown.moment);
    }
  }
  return ops;
}

std::vector<scene::OpsPtr> ops_of(const Frame& frame) {
  std::vector<scene::OpsPtr> ops;
  append_ops(frame.scene.layers, ops);
  return ops;
}

std::vector<scene::OpsPtr> ops_of_frame_at(const Show& show, Instant t, Caches& caches) {
  if (!is_prepared(show, t, caches)) return {};
  return ops_of(frame_at(show, t, caches));
}

bool is_prepared(const Show& show, Instant t, const Caches& caches) {
  std::vector<Coming> now;
  for (const ZoneShow& zone : show.zones) append_now(show, zone, t, now);
  return std::ranges::all_of(now, [&](const Coming& c) { return caches.has(c.key); });
}

}  // namespace xp::show
