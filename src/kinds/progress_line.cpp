// SPDX-License-Identifier: MIT
#include "kinds/progress_line.h"

#include <algorithm>

#include "scene/builder.h"

namespace xp::kinds {

ProgressLine::ProgressLine(State state)
    : state_(std::move(state)), line_(scene::Builder().fill(state_.track, state_.color).done()) {}

std::int64_t ProgressLine::steps_of(std::int64_t ticks) const {
  const std::int64_t most = state_.by_seconds ? ticks / state_.grid.refresh : ticks;
  return std::max<std::int64_t>(1, std::min<std::int64_t>(most, state_.track.w));
}

std::int64_t ProgressLine::tick_of(const Moment& moment) const {
  const std::int64_t passed =
      state_.grid.tick_at(moment.now) - state_.grid.tick_at(moment.now - moment.elapsed);
  return std::min(passed, state_.grid.ticks_in(moment.stay));
}

void ProgressLine::append_layers(const Moment& moment, std::vector<scene::Layer>& out) const {
  state_.page->append_layers(moment, out);
  const std::int64_t ticks = state_.grid.ticks_in(moment.stay);
  if (ticks == 0) return;
  const std::int64_t steps = steps_of(ticks), step = tick_of(moment) * steps / ticks;
  const int grown = static_cast<int>(step * state_.track.w / steps);
  if (grown > 0) out.push_back(scene::layer(line_, {grown - state_.track.w, 0}, state_.track));
}

Instant ProgressLine::next_change(const Moment& moment) const {
  const Instant inside = state_.page->next_change(moment);
  const std::int64_t ticks = state_.grid.ticks_in(moment.stay), tick = tick_of(moment);
  if (tick >= ticks) return inside;
  const std::int64_t steps = steps_of(ticks), next = tick * steps / ticks + 1;
  const std::int64_t wait = (next * ticks + steps - 1) / steps - tick;
  return std::min(inside, state_.grid.start_of(state_.grid.tick_at(moment.now) + wait));
}

}  // namespace xp::kinds
