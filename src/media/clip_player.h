// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "media/clip_reader.h"

namespace xp::media {

/// One clip being decoded ahead of its show by a thread of its own. All functions: any thread.
class ClipPlayer {
 public:
  ClipPlayer(ClipPtr clip, VideoView view, Duration from);
  ~ClipPlayer();

  /// The newest decoded frame not later than `time`; moves the decoder along, never waits.
  VideoFramePtr show(Duration time);
  /// Decodes from `time` on, while nothing is shown.
  void rewind(Duration time);
  bool has_frame(Duration time) const;
  /// No file can be decoded.
  bool failed() const;
  /// Waits for the frame of `time`; false where no file can be decoded.
  bool wait_for(Duration time);
  /// Tells the thread to end; ended() when it has.
  void end();
  bool ended() const;
  std::size_t bytes() const;  ///< of the frames that it holds

 private:
  void run(ClipReader reader);
  bool must_wait() const;
  bool has(Duration time) const;
  Duration lag(Duration time, Duration frame) const;
  Duration known(Duration time) const;
  bool near(Duration lag) const;
  void aim(Duration time);
  bool may_drop(Duration frame);

  const ClipPtr clip_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<ClipFrame> shown_;
  std::deque<ClipFrame> ahead_;
  std::vector<Duration> lengths_;  ///< of what there is
  Duration wanted_{};              ///< that was asked for last
  Duration next_{};                ///< that the decoder is at
  std::optional<Duration> jump_;   ///< where it is to go
  int patience_ = 0;               ///< requests until the decoder may be sent elsewhere again
  int dropped_ = 0;                ///< frames in a row that came too late
  bool failed_ = false, ending_ = false, ended_ = false;
  std::thread thread_;  ///< last: it uses everything above
};

}  // namespace xp::media
