// SPDX-License-Identifier: MIT
// The loop and its display: opened anew, events and keys, the lines over the picture.
#include <algorithm>

#include "player/anchor.h"
#include "player/loop.h"
#include "player/player.h"
#include "player/status_lines.h"
#include "show/zone_state.h"

namespace xp::player {

namespace {

constexpr Duration kOverlayPeriod = seconds(1);

}  // namespace

void Loop::open_output(const playlist::Screen& screen) {
  output_.open(screen, parts_.waiter->now().monotonic);
  took_output();
}

/// Nothing is on it yet; or there is none.
void Loop::took_output() {
  if (output_.lost()) exit_ = kDisplayLost;
  if (!output_.is_open()) {
    if (parts_.sound) parts_.sound->mute();
    record_.lacks_display(parts_.waiter->now());
    return health_.waits_for_display();
  }
  health_.opened_display(output_.screen(), output_.presenter());
  ahead_.set_grounds(output_.presenter().grounds());
  stale_ = true;
  slots_end_ = Instant{INT64_MIN};
  overlay_due_ = overlay_ ? std::optional(Duration{}) : std::nullopt;
}

void Loop::handle_display(ClockReading reading) {
  const bool was_open = output_.is_open();
  const auto [events, opened] = output_.turn(reading.monotonic);
  if (events.exposed) stale_ = true;
  if (opened || output_.is_open() != was_open) took_output();
  if (settings_.keys && output_.is_open()) {
    for (const present::Key key : events.keys) handle_key(key, reading);
  }
  if (events.closed) exit_ = kPlayed;
  if (output_.lost()) exit_ = kDisplayLost;
}

void Loop::handle_key(present::Key key, ClockReading reading) {
  switch (key) {
    case present::Key::next:
    case present::Key::previous:
      return jump(key, reading);
    case present::Key::pause:
      return clock_.paused() ? clock_.resume(reading) : clock_.pause(reading);
    case present::Key::full_screen:
      return output_.presenter().toggle_full_screen();
    case present::Key::quit:
      exit_ = kPlayed;
      return;
    case present::Key::overlay:
      overlay_ = !overlay_;
      overlay_due_ = overlay_ ? std::optional(Duration{}) : std::nullopt;
      if (!overlay_) output_.presenter().set_overlay({});
      stale_ = true;
      return;
  }
}

/// The preview's own time moves to another slot. While it stands still it moves to that slot's settled
/// picture.
void Loop::jump(present::Key key, ClockReading reading) {
  const show::ZoneShow* zone = show_ ? main_zone(*show_) : nullptr;
  const auto slot = zone ? zone->timeline.slot_at(clock_.now(reading)) : std::nullopt;
  if (!slot) return;
  const auto target =
      zone->timeline.slot_at(key == present::Key::next ? slot->end : slot->start - Duration{1});
  if (!target) return;
  const Instant entered =
      std::min(target->start + show::transition_of(*show_, *target), target->end - Duration{1});
  clock_.jump_to(clock_.paused() ? target->end - Duration{1} : entered, reading);
  if (frame_) jump_.begin(nullptr, frame_->scene.layers, *show_, reading.monotonic);
  stale_ = true;
}

void Loop::refresh_overlay(Instant t, ClockReading reading) {
  if (!overlay_due_ || reading.monotonic < *overlay_due_ || !frame_) return;
  const Figures figures{frame_times_.take(), output_.presenter().counts(), memory(), refused_};
  output_.presenter().set_overlay(status_lines(*show_, frame_->showing, t, figures));
  overlay_due_ = reading.monotonic + kOverlayPeriod;
  stale_ = true;
}

}  // namespace xp::player
