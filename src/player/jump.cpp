// SPDX-License-Identifier: MIT
#include "player/jump.h"

#include <algorithm>
#include <utility>

#include "show/transition.h"

namespace xp::player {

Duration transition_of(const show::Show& show) {
  return show.around.led ? Duration{} : show.theme.motion.transition_time();
}

void Jump::begin(std::vector<scene::Layer> shown, const show::Show& show, Duration now) {
  length_ = transition_of(show);
  if (length_ <= Duration{} || shown.empty()) return;
  shown_ = std::move(shown);
  begun_ = now;
  tick_ = Duration{seconds(1)} / std::max(show.around.refresh, 1);
  due_ = now;
}

void Jump::blend(scene::Scene& scene, Duration now, show::Caches& caches) {
  if (!due_) return;
  const Duration elapsed = now - begun_;
  if (elapsed >= length_ || show::same_picture(shown_, scene.layers)) {
    due_.reset();
    shown_.clear();
    return;
  }
  const auto opacity =
      static_cast<std::uint8_t>(std::clamp<std::int64_t>(elapsed.count() * 255 / length_.count(), 1, 254));
  scene.layers = show::cross_fade(shown_, scene.layers, opacity, caches);
  due_ = now + tick_;
}

}  // namespace xp::player
