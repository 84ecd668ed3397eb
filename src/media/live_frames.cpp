// SPDX-License-Identifier: MIT
#include "media/live_frames.h"

#include <algorithm>
#include <utility>

#include "media/clip_player.h"

namespace xp::media {

LiveFrames::LiveFrames() = default;
LiveFrames::~LiveFrames() = default;

std::shared_ptr<ClipPlayer> LiveFrames::player_of(const VideoUse& use, Duration time) {
  const std::lock_guard lock(mutex_);
  const auto known = std::ranges::find(entries_, use, &Entry::use);
  if (known != entries_.end()) return known->player;
  entries_.push_back({use, std::make_shared<ClipPlayer>(use.clip, use.view, time)});
  return entries_.back().player;
}

VideoFramePtr LiveFrames::frame(const ClipPtr& clip, Duration time, const VideoView& view) {
  if (clip->files.empty()) return nullptr;
  return player_of({clip, view}, time)->show(time);
}

void LiveFrames::prepare(const VideoUse& use, Duration time) {
  if (!use.clip->files.empty()) player_of(use, time)->rewind(time);
}

LiveFrames::State LiveFrames::state(const VideoUse& use, Duration time) const {
  const std::lock_guard lock(mutex_);
  const auto known = std::ranges::find(entries_, use, &Entry::use);
  if (known == entries_.end()) return State::waiting;
  if (known->player->failed()) return State::failed;
  return known->player->has_frame(time) ? State::ready : State::waiting;
}

bool LiveFrames::wait_for(const VideoUse& use, Duration time) {
  return !use.clip->files.empty() && player_of(use, time)->wait_for(time);
}

void LiveFrames::keep(const std::vector<VideoUse>& uses) {
  const std::lock_guard lock(mutex_);
  std::erase_if(ending_, [](const auto& player) { return player->ended(); });
  std::erase_if(entries_, [&](Entry& entry) {
    if (std::ranges::find(uses, entry.use) != uses.end()) return false;
    entry.player->end();
    ending_.push_back(std::move(entry.player));
    return true;
  });
}

MemoryUse LiveFrames::memory() const {
  const std::lock_guard lock(mutex_);
  MemoryUse use{"videos", 0, 0};
  for (const Entry& entry : entries_) {
    use.bytes += entry.player->bytes();
    use.limit += (kFramesAhead + 1) * VideoFrame::bytes_of(entry.use.view.box);
  }
  return use;
}

std::size_t LiveFrames::count() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

}  // namespace xp::media
