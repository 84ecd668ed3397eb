// SPDX-License-Identifier: MIT
#include "kinds/laid_slide.h"

#include <algorithm>
#include <cmath>

namespace xp::kinds {
namespace {

Point displacement(Point from, double progress) {
  const double rest = 1 - progress;
  return {static_cast<int>(std::lround(from.x * rest)), static_cast<int>(std::lround(from.y * rest))};
}

scene::Layer entering(scene::Layer layer, const Entrance& entrance, std::int64_t tick) {
  const double progress = ease_out(tick, entrance.ticks);
  switch (entrance.kind) {
    case Entrance::Kind::none:
      break;
    case Entrance::Kind::arrive:
      layer.offset = layer.offset + displacement(entrance.from, progress);
      break;
    case Entrance::Kind::frames:
      layer.ops = entrance.frames[static_cast<std::size_t>(tick)];
      break;
    case Entrance::Kind::appear:
      layer.offset = layer.offset + displacement(entrance.from, progress);
      layer.opacity = static_cast<std::uint8_t>(layer.opacity * progress + 0.5);
      break;
  }
  return layer;
}

void append_part(const Part& part, std::int64_t tick, std::vector<scene::Layer>& out) {
  const Entrance& entrance = part.entrance;
  const bool moves = tick < entrance.end();
  scene::Layer layer =
      moves ? entering(part.layer, entrance, std::max<std::int64_t>(0, tick - entrance.start)) : part.layer;
  if (layer.opacity > 0 && !scene::visible_area(layer).empty()) out.push_back(std::move(layer));
}

}  // namespace

double ease_out(std::int64_t tick, std::int64_t ticks) {
  if (tick >= ticks) return 1;
  const double rest = 1 - static_cast<double>(tick) / static_cast<double>(ticks);
  return 1 - rest * rest * rest;
}

std::int64_t LaidSlide::tick(const Moment& moment) const {
  const std::int64_t now = state_.grid.tick_at(moment.now);
  const std::int64_t start = state_.grid.tick_at(moment.now - moment.elapsed);
  return std::min(now - start, state_.ticks);
}

void LaidSlide::append_layers(const Moment& moment, std::vector<scene::Layer>& out) const {
  const std::int64_t at = tick(moment);
  for (const Part& part : state_.parts) append_part(part, at, out);
}

Instant LaidSlide::next_change(const Moment& moment) const {
  if (tick(moment) >= state_.ticks) return kNever;
  return state_.grid.start_of(state_.grid.tick_at(moment.now) + 1);
}

}  // namespace xp::kinds
