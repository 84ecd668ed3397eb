// SPDX-License-Identifier: MIT
#include "kinds/canvas.h"

#include <utility>

#include "kinds/intern.h"

namespace xp::kinds {

TickGrid grid_of(const Surroundings& around) { return {around.anchor, around.refresh}; }

Canvas::Canvas(const LayoutContext& context) : context_(context), metrics_{context.box}, type_(context) {}

void Canvas::close() {
  if (!builder_.empty()) close({}, box());
}

void Canvas::close(Entrance entrance, Rect clip) {
  if (builder_.empty()) return;
  parts_.push_back(
      {scene::layer(intern(builder_.done()), {0, 0}, intersect(clip, box())), std::move(entrance)});
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
  const bool moves = std::any_of(parts_.begin(), parts_.end(),
                                 [](const Part& part) { return part.entrance.kind != Entrance::Kind::none; });
  return {std::exchange(parts_, {}), grid_of(context_.around), moves ? entrance_ticks() : 0, false, {}, {}};
}

LaidPtr Canvas::take_page() { return std::make_shared<LaidSlide>(take_state()); }

LaidPtr Canvas::finish() {
  LaidSlide::State state = take_state();
  state.overflow = type_.overflow();
  state.missing = type_.take_missing();
  state.failure = std::move(failure_);
  return std::make_shared<LaidSlide>(std::move(state));
}

}  // namespace xp::kinds
