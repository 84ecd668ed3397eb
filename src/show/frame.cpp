// SPDX-License-Identifier: MIT
#include "show/frame.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "kinds/ticks.h"
#include "show/transition.h"
#include "show/zone_state.h"

namespace xp::show {

namespace {

using Layers = std::vector<scene::Layer>;

bool covers(const scene::Layer& layer, Size size) {
  return scene::is_opaque(layer) && scene::visible_area(layer).contains(Rect::of({}, size));
}

/// Collects the zones of one frame.
class Composer {
 public:
  Composer(const Show& show, Instant t, Caches& caches) : show_(show), t_(t), caches_(caches) {
    frame_.scene.size = show.screen.size;
    frame_.valid_until = kNever;
  }

  void add(const ZoneShow& zone) {
    if (zone.filler)
      add_filler(zone);
    else if (const auto state = zone_state(show_, zone, t_))
      add_slides(zone, *state);
    else
      add_idle(zone);
  }

  /// `slide` alone, `elapsed` after its entrance.
  void add_slide(const ZoneShow& zone, std::size_t slide, Duration elapsed) {
    const Duration last = show_.playlist.slides[slide].duration - Duration{1};
    const kinds::Moment moment{elapsed, t_, std::min(last - elapsed, Duration{}),
                               show_.playlist.slides[slide].duration};
    const kinds::LaidPtr laid = lay_out(zone, slide);
    append(layers_of(*laid, moment, zone));
    change_at(laid->next_change(moment));
    const Instant start = t_ - elapsed;
    log(zone, slide, {slide, start, start + show_.playlist.slides[slide].duration});
  }

  void dim() {
    const auto& around = show_.around;
    const playlist::Brightness light =
        playlist::brightness_at(show_.screen.brightness, t_, around.utc_offset);
    frame_.white = light.white;
    change_at(light.until);
  }

  /// A change that is due already is due at the next tick: the loop always sleeps.
  void change_at(Instant when) {
    const kinds::TickGrid grid{show_.around.anchor, show_.around.refresh};
    if (when <= t_) when = grid.start_of(grid.tick_at(t_) + 1);
    frame_.valid_until = std::min(frame_.valid_until, when);
  }

  void slots_change_at(Instant when) { frame_.slots_until = std::min(frame_.slots_until, when); }

  Frame done() {
    Layers& layers = frame_.scene.layers;
    if (layers.empty() || !covers(layers.front(), show_.screen.size))
      layers.insert(layers.begin(), {Rect::of({}, show_.screen.size), {}, 255, show_.backdrop});
    return std::move(frame_);
  }

 private:
  /// Nothing is active: the campaign's title, until something is.
  void add_idle(const ZoneShow& zone) {
    const Instant until = std::min(midnight() + kDay, zone.timeline.changes_after(t_));
    change_at(until);
    slots_change_at(until);
    if (!show_.idle.content || zone.timeline.cycle().empty()) return;
    const kinds::Moment moment{kDay, t_, {}, kDay};
    const kinds::LaidPtr laid =
        caches_.laid(show_, {*show_.idle.kind, *show_.idle.content, show_.theme, zone.zone.rect.size()});
    append(layers_of(*laid, moment, zone));
  }

  void add_filler(const ZoneShow& zone) {
    const Filling filling = zone.filling_at(t_);
    if (!filling.content) return;
    change_at(filling.until);
    const kinds::Moment moment{t_ - show_.around.anchor, t_};
    const kinds::LaidPtr laid =
        caches_.laid(show_, {*zone.filler, *filling.content, show_.theme, zone.zone.rect.size()});
    append(layers_of(*laid, moment, zone));
    change_at(laid->next_change(moment));
    frame_.showing.push_back({zone.zone.name, std::string(zone.filler->name), midnight(), midnight() + kDay,
                              filling.content->hash()});
  }

  void add_slides(const ZoneShow& zone, const ZoneState& state) {
    const kinds::LaidPtr laid = lay_out(zone, state.shown.slide);
    Layers layers = layers_of(*laid, state.shown.moment, zone);
    change_at(laid->next_change(state.shown.moment));
    Instant until = state.until;
    const bool goes_on = state.outgoing && state.outgoing->slide == state.shown.slide && laid->loops();
    if (state.outgoing && !goes_on) {
      const Layers outgoing = layers_of(*lay_out(zone, state.outgoing->slide), state.outgoing->moment, zone);
      if (same_picture(outgoing, layers))
        until = state.transition_end;
      else
        layers = transition(show_.theme_of(show_.playlist.slides[state.shown.slide]).motion.transition,
                            {outgoing, layers, state.progress, zone.zone.rect}, caches_);
    }
    append(std::move(layers));
    change_at(until);
    slots_change_at(state.slot.end);
    log(zone, state.shown.slide, state.slot);
  }

  kinds::LaidPtr lay_out(const ZoneShow& zone, std::size_t slide) {
    const playlist::Slide& s = show_.playlist.slides[slide];
    kinds::LaidPtr laid =
        caches_.laid(show_, {*s.kind, *s.content, show_.theme_of(s), zone.zone.rect.size()});
    if (!laid->failure().empty()) frame_.failed.push_back({slide, std::string(laid->failure())});
    return laid;
  }

  /// In scene px, clipped to the zone.
  static Layers layers_of(const kinds::Laid& laid, const kinds::Moment& moment, const ZoneShow& zone) {
    const Rect& rect = zone.zone.rect;
    Layers layers;
    laid.append_layers(moment, layers);
    for (scene::Layer& layer : layers) {
      layer.clip = intersect(layer.clip.moved(rect.origin()), rect);
      layer.offset = layer.offset + rect.origin();
    }
    std::erase_if(layers, [](const scene::Layer& layer) { return layer.clip.empty() || layer.opacity == 0; });
    return layers;
  }

  void append(Layers layers) {
    frame_.scene.layers.insert(frame_.scene.layers.end(), std::make_move_iterator(layers.begin()),
                               std::make_move_iterator(layers.end()));
  }

  void log(const ZoneShow& zone, std::size_t slide, const playlist::Slot& slot) {
    const playlist::Slide& s = show_.playlist.slides[slide];
    frame_.showing.push_back({zone.zone.name, s.id, slot.start, slot.end, s.hash});
  }

  Instant midnight() const { return local_midnight(t_, show_.around.utc_offset); }

  const Show& show_;
  const Instant t_;
  Caches& caches_;
  Frame frame_;
};

Frame dark_frame(const Show& show, Instant until) {
  Frame frame;
  frame.scene = {show.screen.size, {{Rect::of({}, show.screen.size), {}, 255, show.darkness}}};
  frame.valid_until = frame.slots_until = until;
  frame.panel = playlist::PanelState::off;
  return frame;
}

/// The zone that would play the slide; any zone of slides where the screen lacks its own.
const ZoneShow* zone_of(const Show& show, const playlist::Slide& slide) {
  const ZoneShow* any = nullptr;
  for (const ZoneShow& zone : show.zones) {
    if (zone.filler) continue;
    if (zone.zone.name == slide.zone.value) return &zone;
    if (!any) any = &zone;
  }
  return any;
}

}  // namespace

Frame frame_at(const Show& show, Instant t, Caches& caches) {
  const playlist::PowerStretch power = show.power.at(t);
  if (power.state == playlist::PanelState::off) return dark_frame(show, power.until);
  Composer composer(show, t, caches);
  for (const ZoneShow& zone : show.zones) composer.add(zone);
  composer.change_at(power.until);
  composer.slots_change_at(power.until);
  composer.dim();
  return composer.done();
}

Frame frame_of_slide(const Show& show, std::size_t slide, Duration elapsed, Instant t, Caches& caches) {
  const ZoneShow* own = zone_of(show, show.playlist.slides[slide]);
  Composer composer(show, t, caches);
  for (const ZoneShow& zone : show.zones) {
    if (&zone == own)
      composer.add_slide(zone, slide, elapsed);
    else
      composer.add(zone);
  }
  return composer.done();
}

std::vector<Duration> rests_of_slide(const Show& show, std::size_t slide, Caches& caches) {
  const playlist::Slide& s = show.playlist.slides[slide];
  const ZoneShow* own = zone_of(show, s);
  if (!own) return {s.duration};
  const LayoutRequest request{*s.kind, *s.content, show.theme_of(s), own->zone.rect.size()};
  return caches.laid(show, request)->rests(s.duration);
}

}  // namespace xp::show
