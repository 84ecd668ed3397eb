// SPDX-License-Identifier: MIT
#include "present/video_textures.h"

#include <algorithm>

namespace xp::present {

void VideoTextures::begin_pass() {
  std::erase_if(entries_, [this](const Entry& entry) { return entry.pass != pass_; });
  ++pass_;
}

VideoTextures::Entry& VideoTextures::entry_of(const Hash& clip, const media::VideoView& view) {
  const auto found = std::ranges::find_if(
      entries_, [&](const Entry& entry) { return entry.clip == clip && entry.view == view; });
  if (found != entries_.end()) return *found;
  entries_.push_back({clip, view, nullptr, nullptr, pass_});
  return entries_.back();
}

SDL_Texture* VideoTextures::texture_of(const Hash& clip, const media::VideoView& view,
                                       const media::VideoFramePtr& frame) {
  Entry& entry = entry_of(clip, view);
  entry.pass = pass_;
  if (entry.shown == frame) return entry.texture.get();
  const Size size = frame->area().size();
  if (!entry.texture || entry.shown->area().size() != size) entry.texture = device_.texture(size);
  if (entry.texture) device_.upload(*entry.texture, {}, {size, frame->row(0), frame->stride()});
  entry.shown = frame;
  return entry.texture.get();
}

}  // namespace xp::present
