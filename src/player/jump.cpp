// SPDX-License-Identifier: MIT
#include "player/jump.h"

#include <algorithm>
#include <utility>

#include "show/frame.h"
#include "show/preparation.h"
#include "show/transition.h"

namespace xp::player {

Duration transition_of(const show::Show& show) {
  return show.around.led ? Duration{} : show.theme.motion.transition_time();
}

void Jump::begin(show::ShowPtr before, std::vector<scene::Layer> shown, const show::Show& show,
                 Duration now) {
  length_ = transition_of(show);
  if (length_ <= Duration{} || shown.empty()) return;
  before_ = active() ? nullptr : std::move(before);  // a picture between two shows is neither's
  shown_ = std::move(shown);
  begun_ = now;
  tick_ = Duration{seconds(1)} / std::max(show.around.refresh, 1);
  due_ = now;
}

/// The zones that both shows have alike go on in both, a ticker's line runs on; a slide that would have come
/// is not laid out any more.
const std::vector<scene::Layer>& Jump::outgoing(Instant t, show::Caches& caches) {
  if (before_ && show::is_prepared(*before_, t, caches)) {
    shown_ = show::frame_at(*before_, t, caches).scene.layers;
  } else {
    before_.reset();
  }
  return shown_;
}

void Jump::blend(scene::Scene& scene, Now now, show::Caches& caches) {
  if (!due_) return;
  const Duration elapsed = now.real - begun_;
  if (elapsed >= length_ || show::same_picture(outgoing(now.show, caches), scene.layers)) {
    due_.reset();
    shown_.clear();
    before_.reset();
    return;
  }
  const auto opacity =
      static_cast<std::uint8_t>(std::clamp<std::int64_t>(elapsed.count() * 255 / length_.count(), 1, 254));
  scene.layers = show::cross_fade(shown_, scene.layers, opacity, caches);
  due_ = now.real + tick_;
}

}  // namespace xp::player
