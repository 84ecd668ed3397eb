// SPDX-License-Identifier: MIT
#include "player/videos.h"

#include <algorithm>

#include "scene/videos.h"

namespace xp::player {
namespace {

media::VideoUse use_of(const scene::VideoOp& video) { return {video.clip, {video.rect.size(), video.fit}}; }

}  // namespace

void Videos::show(const scene::Scene& scene) {
  if (!frames_) return;
  shown_.clear();
  for (const scene::VideoOp& video : scene::videos_in(scene.layers)) shown_.push_back(use_of(video));
}

void Videos::prepare(const std::vector<scene::VideoOp>& coming) {
  if (!frames_) return;
  std::vector<media::VideoUse> kept = shown_;
  for (const scene::VideoOp& video : coming) {
    const media::VideoUse use = use_of(video);
    if (!is_shown(use)) frames_->prepare(use, video.media_time);
    kept.push_back(use);
  }
  frames_->keep(kept);
}

media::LiveFrames::State Videos::state(const std::vector<scene::VideoOp>& videos) const {
  using State = media::LiveFrames::State;
  if (!frames_) return State::ready;
  for (const scene::VideoOp& video : videos) {
    if (is_shown(use_of(video))) continue;
    const State state = frames_->state(use_of(video), video.media_time);
    if (state != State::ready) return state;
  }
  return State::ready;
}

bool Videos::is_shown(const media::VideoUse& use) const {
  return std::ranges::find(shown_, use) != shown_.end();
}

}  // namespace xp::player
