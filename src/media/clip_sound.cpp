// SPDX-License-Identifier: MIT
#include "media/clip_sound.h"

#include <algorithm>
#include <utility>

namespace xp::media {
namespace {

constexpr Duration kBlockOfSilence = milliseconds(20);  ///< where a file has no sound

std::size_t count_in(Duration duration) { return static_cast<std::size_t>(pairs_in(duration)) * 2; }

}  // namespace

Duration duration_of(const Samples& samples) {
  return Duration{static_cast<std::int64_t>(samples.size() / 2) * 1'000'000'000 / kSoundRate};
}

std::int64_t pairs_in(Duration duration) {
  return duration.count() / 1'000'000'000 * kSoundRate +
         duration.count() % 1'000'000'000 * kSoundRate / 1'000'000'000;
}

ClipSound::ClipSound(ClipPtr clip, Duration time, Duration latency)
    : clip_(std::move(clip)),
      latency_(latency),
      head_(time + latency),
      jump_(time + latency),
      thread_([this] { run(); }) {}

ClipSound::~ClipSound() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

/// How late the sound is that is heard while the picture shows `time`; early is negative.
Duration ClipSound::error_at(Duration time) const {
  const Duration waiting{silence_ * 1'000'000'000 / kSoundRate};
  Duration error = (time - (head_ - latency_ - waiting)) % clip_->length;
  if (error > clip_->length / 2) error -= clip_->length;
  if (error < -clip_->length / 2) error += clip_->length;
  return error;
}

void ClipSound::follow(Duration time) {
  const std::lock_guard lock(mutex_);
  const Duration error = error_at(time);
  if (error > -kSoundTolerance && error < kSoundTolerance) return;
  if (error > kSoundAhead || error < -kSoundAhead) {
    ahead_.clear();
    silence_ = 0, skipped_ = 0;
    jump_ = head_ = time + latency_;
  } else if (error < Duration{}) {
    silence_ += pairs_in(-error);
  } else {
    leave_out(error);
  }
  changed_.notify_all();
}

void ClipSound::leave_out(Duration late) {
  const std::int64_t quiet = std::min(silence_, pairs_in(late));
  silence_ -= quiet;
  const std::size_t samples = count_in(late) - static_cast<std::size_t>(quiet) * 2;
  const std::size_t there = std::min(samples, ahead_.size());
  ahead_.erase(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(there));
  skipped_ += samples - there;
  head_ += Duration{static_cast<std::int64_t>(samples / 2) * 1'000'000'000 / kSoundRate};
}

void ClipSound::take(std::span<std::int16_t> out) {
  const std::lock_guard lock(mutex_);
  const auto silent = std::min(static_cast<std::size_t>(silence_) * 2, out.size());
  silence_ -= static_cast<std::int64_t>(silent / 2);
  std::fill_n(out.begin(), silent, std::int16_t{0});
  out = out.subspan(silent);
  const std::size_t count = std::min(out.size(), ahead_.size());
  std::copy_n(ahead_.begin(), count, out.begin());
  ahead_.erase(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(count));
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(count), out.end(), std::int16_t{0});
  head_ += Duration{static_cast<std::int64_t>(count / 2) * 1'000'000'000 / kSoundRate};
  changed_.notify_all();
}

void ClipSound::wait_for(Duration ahead) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !jump_ && ahead_.size() >= count_in(std::min(ahead, kSoundAhead)); });
}

/// The next block of the clip from `time` of `file` on: exactly as long as the picture, whatever the sound
/// is.
Samples ClipSound::decode(std::unique_ptr<SoundReader>& reader, std::size_t& file, Duration& time) {
  const Duration left = clip_->files[file].length - time;
  Samples samples = reader ? reader->next() : Samples{};
  if (samples.empty()) {
    reader.reset();
    samples.assign(count_in(std::min(kBlockOfSilence, left)), 0);
  }
  if (samples.size() > count_in(left)) samples.resize(count_in(left));
  time += duration_of(samples);
  if (left - duration_of(samples) < Duration{1'000'000'000 / kSoundRate + 1}) {
    file = (file + 1) % clip_->files.size();
    time = {};
    reader = open_sound(clip_->files[file].path);
    if (reader && !reader->seek({})) reader.reset();
  }
  return samples;
}

void ClipSound::run() {
  std::unique_ptr<SoundReader> reader;
  std::size_t file = 0;
  Duration time{};
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || jump_ || ahead_.size() < count_in(kSoundAhead); });
    if (ending_) return;
    const auto jump = std::exchange(jump_, std::nullopt);
    lock.unlock();
    if (jump) {
      const ClipPosition at = position_at(*clip_, *jump);
      file = at.file, time = at.time;
      reader = open_sound(clip_->files[file].path);
      if (reader && !reader->seek(time)) reader.reset();
    }
    const Samples samples = decode(reader, file, time);
    lock.lock();
    if (jump_) continue;  // meanwhile sent elsewhere
    const std::size_t skipped = std::min(skipped_, samples.size());
    skipped_ -= skipped;
    ahead_.insert(ahead_.end(), samples.begin() + static_cast<std::ptrdiff_t>(skipped), samples.end());
    changed_.notify_all();
  }
}

}  // namespace xp::media
