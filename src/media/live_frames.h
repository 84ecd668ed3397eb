// SPDX-License-Identifier: MIT
// Videos that play: each clip is decoded ahead by a thread of its own, nobody who paints ever waits.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "base/memory_use.h"
#include "media/video_frame.h"

namespace xp::media {

inline constexpr std::size_t kFramesAhead = 3;  ///< decoded before they are due; times 8 MB in 1080p

class ClipPlayer;

/// A clip as it is seen somewhere: what has a decoder.
struct VideoUse {
  ClipPtr clip;
  VideoView view;
  bool operator==(const VideoUse& o) const { return clip->hash == o.clip->hash && view == o.view; }
};

/// Any thread.
class LiveFrames final : public VideoFrames {
 public:
  LiveFrames();
  ~LiveFrames() override;

  /// The newest decoded frame not later than `time`. Tells the decoder where the show is; null before the
  /// first.
  VideoFramePtr frame(const ClipPtr& clip, Duration time, const VideoView& view) override;
  /// Has a clip that is not shown decoded from `time` on: the first frames wait until they are due.
  void prepare(const VideoUse& use, Duration time);
  /// Whether the frame of `time` is decoded.
  enum class State : std::uint8_t { waiting, ready, failed };
  State state(const VideoUse& use, Duration time) const;
  /// Waits for the frame of that time. False where nothing of the clip can be decoded.
  bool wait_for(const VideoUse& use, Duration time);
  /// Ends the decoders of all others.
  void keep(const std::vector<VideoUse>& uses);
  /// Decoders at work or at rest.
  std::size_t count() const;
  /// Frames: as many as are decoded ahead, and the shown one, of every clip that is played or comes next.
  MemoryUse memory() const;

 private:
  struct Entry {
    VideoUse use;
    std::shared_ptr<ClipPlayer> player;
  };
  std::shared_ptr<ClipPlayer> player_of(const VideoUse& use, Duration time);

  mutable std::mutex mutex_;
  std::vector<Entry> entries_;
  std::vector<std::shared_ptr<ClipPlayer>> ending_;  ///< told to end, perhaps in the middle of a frame
};

}  // namespace xp::media
