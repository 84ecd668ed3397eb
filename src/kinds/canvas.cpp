// SPDX-License-Identifier: MIT
#include "kinds/canvas.h"

#include <algorithm>
#include <utility>

#include "kinds/intern.h"

namespace xp::kinds {
namespace {

/// The second of two blocks stands still after 550 ms: the eye follows it, nobody waits for it.
constexpr Duration kEnter = milliseconds(400), kEnterDelay = milliseconds(150);
constexpr double kRise = 2.5;  // vmin

}  // namespace

TickGrid grid_of(const Surroundings& around) { return {around.anchor, around.refresh}; }

Canvas::Canvas(const LayoutContext& context) : context_(context), metrics_{context.box}, type_(context) {}

void Canvas::close() {
  if (!builder_.empty()) close({}, box());
}

void Canvas::close(Entrance entrance, Rect clip) {
  if (builder_.empty()) return;
  if (entrance.ticks == 0) entrance.ticks = entrance_ticks();
  parts_.push_back(
      {scene::layer(intern(builder_.done()), {0, 0}, intersect(clip, box())), std::move(entrance)});
}

void Canvas::close_entering(int place) {
  const Enter enter = theme().motion.enter;
  if (enter == Enter::none || context_.around.led || metrics_.strip()) return close();
  const TickGrid grid = grid_of(context_.around);
  Entrance entrance{
      Entrance::Kind::appear, {}, {}, place * grid.ticks_in(kEnterDelay), grid.ticks_in(kEnter)};
  if (enter == Enter::rise) entrance.from = {0, px(kRise)};
  close(std::move(entrance), box());
}

std::int64_t Canvas::entrance_ticks() const {
  if (context_.around.led) return 0;
  return grid_of(context_.around).ticks_in(theme().motion.count_up);
}

std::vector<scene::Layer> Canvas::take_layers() {
  close();
  std::vector<scene::Layer> layers;
  for (Part& part : parts_) layers.push_back(std::move(part.layer));
  parts_.clear();
  return layers;
}

LaidSlide::State Canvas::take_state() {
  close();
  std::int64_t ticks = 0;
  for (const Part& part : parts_) ticks = std::max(ticks, part.entrance.end());
  return {std::exchange(parts_, {}), grid_of(context_.around), ticks, {}, {}};
}

LaidPtr Canvas::take_page() { return std::make_shared<LaidSlide>(take_state()); }

LaidPtr Canvas::finish() {
  LaidSlide::State state = take_state();
  state.faults = type_.take_faults();
  state.failure = std::move(failure_);
  return std::make_shared<LaidSlide>(std::move(state));
}

}  // namespace xp::kinds
