// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "base/time.h"
#include "scene/scene.h"
#include "show/caches.h"
#include "show/show.h"

namespace xp::player {

/// The transition the timeline knows nothing of: from what is on the screen to what a reload or a preview key
/// puts there. In real time, at the ticks of the screen.
class Jump {
 public:
  /// From what `before` shows, which goes on meanwhile, or where there is none from `shown`; nothing moves
  /// where the theme or the screen cuts.
  void begin(show::ShowPtr before, std::vector<scene::Layer> shown, const show::Show& show, Duration now);
  bool active() const { return due_.has_value(); }
  /// When the next picture of it is due.
  std::optional<Duration> due() const { return due_; }
  struct Now {
    Instant show;
    Duration real{};
  };
  /// The scene with as much of the old picture as is left; ends when nothing is.
  void blend(scene::Scene& scene, Now now, show::Caches& caches);

 private:
  const std::vector<scene::Layer>& outgoing(Instant t, show::Caches& caches);

  show::ShowPtr before_;
  std::vector<scene::Layer> shown_;
  Duration begun_{}, length_{}, tick_{};
  std::optional<Duration> due_;
};

/// How long the show's transitions last: nothing on LED strips.
Duration transition_of(const show::Show& show);

}  // namespace xp::player
