// SPDX-License-Identifier: MIT
// The decoders of the videos on the screen and of those that come next. All others end: nothing is decoded
// that is not due.
#pragma once

#include <memory>
#include <vector>

#include "media/live_frames.h"
#include "scene/scene.h"

namespace xp::player {

class Videos {
 public:
  /// `frames`: null where frames are decoded as they are painted (offscreen).
  explicit Videos(std::shared_ptr<media::LiveFrames> frames) : frames_(std::move(frames)) {}

  /// What is on the screen now.
  void show(const scene::Scene& scene);
  /// What follows it: decoded from where it begins.
  void prepare(const std::vector<scene::VideoOp>& coming);
  /// Whether all of `videos` can be shown; those on the screen can.
  media::LiveFrames::State state(const std::vector<scene::VideoOp>& videos) const;

 private:
  bool is_shown(const media::VideoUse& use) const;
  std::shared_ptr<media::LiveFrames> frames_;
  std::vector<media::VideoUse> shown_;
};

}  // namespace xp::player
