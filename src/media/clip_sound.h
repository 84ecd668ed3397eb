// SPDX-License-Identifier: MIT
// The sound of a clip that plays, decoded ahead by a thread of its own and kept in step with its picture.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

#include "media/clip.h"
#include "media/sound_reader.h"

namespace xp::media {

inline constexpr Duration kSoundTolerance = milliseconds(40);  ///< between picture and sound
inline constexpr Duration kSoundAhead = milliseconds(500);     ///< decoded before it is due

/// All functions: any thread.
class ClipSound {
 public:
  /// `latency`: from take() to the ear.
  ClipSound(ClipPtr clip, Duration time, Duration latency);
  ~ClipSound();

  /// The picture shows `time`: sound that is late is left out, sound that is early waits in silence.
  void follow(Duration time);
  /// The next sample pairs; silence where there are none. Never waits for a decoder.
  void take(std::span<std::int16_t> out);
  /// Waits until so much is decoded.
  void wait_for(Duration ahead);
  const ClipPtr& clip() const { return clip_; }

 private:
  void run();
  Samples decode(std::unique_ptr<SoundReader>& reader, std::size_t& file, Duration& time);
  void leave_out(Duration late);
  Duration error_at(Duration time) const;

  const ClipPtr clip_;
  const Duration latency_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::int16_t> ahead_;
  Duration head_;             ///< the clip's time of the first sample of `ahead_`
  std::int64_t silence_ = 0;  ///< pairs to come before it
  std::size_t skipped_ = 0;   ///< samples that are late before they are decoded
  std::optional<Duration> jump_;
  bool ending_ = false;
  std::thread thread_;  ///< last: it uses everything above
};

}  // namespace xp::media
