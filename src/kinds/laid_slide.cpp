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

void append_part(const Part& part, std::int64_t tick, std::int64_t ticks, std::vector<scene::Layer>& out) {
  scene::Layer layer = part.layer;
  if (tick < ticks) {
    const Point by = displacement(part.entrance.from, ease_out(tick, ticks));
    switch (part.entrance.kind) {
      case Entrance::Kind::none:
        break;
      case Entrance::Kind::arrive:
        layer.offset = layer.offset + by;
        break;
      case Entrance::Kind::frames:
        layer.ops = part.entrance.frames[static_cast<std::size_t>(tick)];
        break;
    }
  }
  if (!scene::visible_area(layer).empty()) out.push_back(std::move(layer));
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
  for (const Part& part : state_.parts) append_part(part, at, state_.ticks, out);
}

Instant LaidSlide::next_change(const Moment& moment) const {
  if (tick(moment) >= state_.ticks) return kNever;
  return state_.grid.start_of(state_.grid.tick_at(moment.now) + 1);
}

}  // namespace xp::kinds
