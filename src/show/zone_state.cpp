// SPDX-License-Identifier: MIT
#include "show/zone_state.h"

#include <algorithm>

#include "kinds/ticks.h"

namespace xp::show {

namespace {

/// Slow at both ends, so that the eye sees neither.
double eased(Duration into, Duration whole) {
  const double p =
      std::clamp(static_cast<double>(into.count()) / static_cast<double>(whole.count()), 0.0, 1.0);
  return p * p * (3 - 2 * p);
}

/// The slide of `slot` as it is at the slot's end; time stands still there. A film stands at its last frame,
/// not at the first that would follow.
SlideMoment final_state(const Show& show, const playlist::Slot& slot) {
  const Duration transition = transition_of(show, slot), stay = slot.end - slot.start - transition;
  return {slot.slide, {stay, slot.end, transition - Duration{1}, stay}};
}

}  // namespace

Duration transition_of(const Show& show, const playlist::Slot& slot) {
  if (show.around.led) return Duration::zero();
  const kinds::Motion& motion = show.theme_of(show.playlist.slides[slot.slide]).motion;
  return std::min(motion.transition_time(), (slot.end - slot.start) / 2);
}

std::optional<ZoneState> zone_state(const Show& show, const ZoneShow& zone, Instant t) {
  const auto slot = zone.timeline.slot_at(t);
  if (!slot) return std::nullopt;
  const Instant entered = slot->start + transition_of(show, *slot);
  ZoneState state{*slot, {slot->slide, {}}, std::nullopt, 1, slot->end, entered};
  const kinds::TickGrid grid{show.around.anchor, show.around.refresh};
  const Instant settled = entered > slot->start ? grid.start_of(grid.tick_at(entered) + 1) : entered;
  const Instant now = std::min(t, entered);
  state.shown.moment = {t - now, t, now - slot->start, slot->end - entered};
  if (t >= settled) return state;
  const auto before = zone.timeline.slot_at(slot->start - Duration(1));
  if (!before) return state;
  state.outgoing = final_state(show, *before);
  if (t >= entered) {
    state.until = std::min(settled, slot->end);
    return state;
  }
  const std::int64_t tick = grid.tick_at(t);
  state.progress = eased(grid.start_of(tick) - slot->start, entered - slot->start);
  state.until = std::min(entered, grid.start_of(tick + 1));
  return state;
}

}  // namespace xp::show
