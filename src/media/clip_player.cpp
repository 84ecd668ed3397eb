// SPDX-License-Identifier: MIT
#include "media/clip_player.h"

#include <algorithm>
#include <utility>

#include "media/live_frames.h"

namespace xp::media {
namespace {

constexpr int kMostDropped = 3;          ///< frames in a row
constexpr int kPatience = 25;            ///< requests: a damaged file may have no frame of that time
constexpr Duration kReach = seconds(1);  ///< what the decoder makes up for by itself; beyond it jumps

}  // namespace

ClipPlayer::ClipPlayer(ClipPtr clip, VideoView view, Duration from)
    : clip_(std::move(clip)), wanted_(from), next_(from) {
  ClipReader reader(clip_, view);
  reader.seek(from);
  lengths_ = reader.lengths();
  thread_ = std::thread([this, reader = std::move(reader)]() mutable { run(std::move(reader)); });
}

ClipPlayer::~ClipPlayer() {
  end();
  thread_.join();
}

void ClipPlayer::end() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
}

bool ClipPlayer::ended() const {
  const std::lock_guard lock(mutex_);
  return ended_;
}

std::size_t ClipPlayer::bytes() const {
  const std::lock_guard lock(mutex_);
  const auto bytes_of = [](const ClipFrame& frame) {
    return frame.pixels ? VideoFrame::bytes_of(frame.pixels->area().size()) : 0;
  };
  std::size_t sum = shown_ ? bytes_of(*shown_) : 0;
  for (const ClipFrame& frame : ahead_) sum += bytes_of(frame);
  return sum;
}

/// How much later than a frame's beginning `time` is, around the loop. Nearly a loop: the frame is not due.
Duration ClipPlayer::lag(Duration time, Duration frame) const {
  const Duration half = time_of_frame(clip_->files[position_at(*clip_, time).file].rate, 1) / 2;
  const Duration late = (time + half - frame) % clip_->length;
  return late < Duration::zero() ? late + clip_->length : late;
}

/// The last moment before `time` of which there is a frame: files may break off.
Duration ClipPlayer::known(Duration time) const {
  ClipPosition position = position_at(*clip_, time);
  for (std::size_t tries = 0; tries <= lengths_.size(); ++tries) {
    if (position.time < lengths_[position.file]) break;
    if (lengths_[position.file] > Duration::zero()) {
      position.time = lengths_[position.file] - Duration{1};
    } else {
      position.file = (position.file + lengths_.size() - 1) % lengths_.size();
      position.time = clip_->files[position.file].length;
    }
  }
  const FrameRate rate = clip_->files[position.file].rate;
  return start_of(*clip_, position.file) + time_of_frame(rate, frame_at(rate, position.time));
}

/// The decoder comes there by itself: less than kReach late, or early by what is decoded ahead. In a short
/// clip late and early are soon the same.
bool ClipPlayer::near(Duration lag) const {
  const Duration ahead = time_of_frame(clip_->files[0].rate, kFramesAhead + 1);
  return lag <= std::min(kReach, std::max(clip_->length / 4, ahead)) || clip_->length - lag <= ahead;
}

/// Sends the decoder to `time` where it would not come by itself.
void ClipPlayer::aim(Duration time) {
  wanted_ = time;
  const Duration behind = lag(time, jump_.value_or(next_));
  const Duration nearest = shown_ ? lag(time, shown_->time) : clip_->length;
  if (near(behind) || near(nearest)) patience_ = 0;
  if (near(behind) || near(nearest) || failed_ || patience_-- > 0) return;
  patience_ = kPatience;
  ahead_.clear();
  jump_ = time;
  changed_.notify_all();
}

VideoFramePtr ClipPlayer::show(Duration time) {
  const std::lock_guard lock(mutex_);
  time = known(time);
  auto best = ahead_.end();
  Duration least = shown_ ? lag(time, shown_->time) : clip_->length;
  const bool shown_is_early = least > clip_->length / 2;
  for (auto frame = ahead_.begin(); frame != ahead_.end(); ++frame) {
    const Duration late = lag(time, frame->time);
    if (late > clip_->length / 2 && clip_->length > kReach / 4) continue;  // not due
    if (late < least || (shown_is_early && best == ahead_.end())) best = frame, least = late;
  }
  if (best != ahead_.end()) {
    shown_ = *best;
    ahead_.erase(ahead_.begin(), best + 1);
    changed_.notify_all();
  }
  aim(time);
  return shown_ ? shown_->pixels : nullptr;
}

void ClipPlayer::rewind(Duration time) {
  const std::lock_guard lock(mutex_);
  const Duration first = ahead_.empty() ? next_ : ahead_.front().time;
  const Duration there = jump_.value_or(first);
  if (lag(time, there) <= time_of_frame(clip_->files[0].rate, 1)) return;
  ahead_.clear();
  jump_ = wanted_ = time;
  changed_.notify_all();
}

bool ClipPlayer::has(Duration time) const {
  const Duration one = time_of_frame(clip_->files[position_at(*clip_, time).file].rate, 1);
  const auto is_there = [&](const ClipFrame& frame) { return lag(time, frame.time) < one; };
  return (shown_ && is_there(*shown_)) || std::ranges::any_of(ahead_, is_there);
}

bool ClipPlayer::has_frame(Duration time) const {
  const std::lock_guard lock(mutex_);
  return has(known(time));
}

bool ClipPlayer::failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

bool ClipPlayer::wait_for(Duration time) {
  std::unique_lock lock(mutex_);
  for (;;) {
    const Duration goal = known(time);  // less than a moment ago where the file has broken off meanwhile
    if (failed_ || has(goal)) return !failed_ || shown_ || !ahead_.empty();
    aim(goal);
    if (jump_ || ahead_.size() < kFramesAhead) {
      changed_.wait(lock);
    } else if (lag(goal, ahead_.front().time) < clip_->length / 2) {
      ahead_.pop_front();  // nobody has shown it, and nobody will
      changed_.notify_all();
    } else {
      return true;
    }
  }
}

bool ClipPlayer::must_wait() const {
  return !ending_ && !jump_ && (failed_ || ahead_.size() >= kFramesAhead);
}

/// Over before it would be shown: scaling it would cost time that the next one lacks. On a machine too slow
/// for the clip some are shown all the same.
bool ClipPlayer::may_drop(Duration frame) {
  const FrameRate rate = clip_->files[position_at(*clip_, frame).file].rate;
  const Duration late = lag(wanted_, frame);
  const bool drop = late > 2 * time_of_frame(rate, 1) && late < clip_->length / 2 && dropped_ < kMostDropped;
  dropped_ = drop ? dropped_ + 1 : 0;
  return drop;
}

void ClipPlayer::run(ClipReader reader) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return !must_wait(); });
    if (ending_) break;
    const std::optional<Duration> jump = std::exchange(jump_, std::nullopt);
    if (jump) next_ = *jump;
    lock.unlock();
    if (jump) reader.seek(*jump);
    std::optional<ClipFrame> frame = reader.next([this](Duration time) {
      const std::lock_guard inner(mutex_);
      return !may_drop(time);
    });
    lock.lock();
    lengths_ = reader.lengths();
    failed_ = !frame;
    if (jump_) continue;  // meanwhile sent elsewhere
    next_ = reader.position();
    if (frame && frame->pixels) ahead_.push_back(*std::move(frame));
    changed_.notify_all();
  }
  ended_ = true;
}

}  // namespace xp::media
