// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "media/video_reader.h"

namespace xp::media {

/// A frame of a clip; `time` is counted from the clip's beginning.
struct ClipFrame {
  Duration time{};
  VideoFramePtr pixels;
};

/// Decodes a clip without end: file after file, and again from the beginning. What cannot be decoded is told
/// on the log once and left out. One thread.
class ClipReader {
 public:
  ClipReader(ClipPtr clip, VideoView view);

  /// Continues with the frame that is seen at `time`.
  void seek(Duration time);
  /// The time of the next frame, as far as is known.
  Duration position() const;
  /// The next frame; without pixels where `wanted` says no to its time. Nothing: no file can be decoded.
  std::optional<ClipFrame> next(const std::function<bool(Duration)>& wanted);
  /// How much of each file there is: less than its length where it breaks off.
  const std::vector<Duration>& lengths() const { return lengths_; }

 private:
  bool open();
  void break_off(const std::string& reason);
  void next_file();
  std::shared_ptr<VideoFrame> spare();

  ClipPtr clip_;
  VideoView view_;
  std::vector<Duration> lengths_;
  std::unique_ptr<VideoReader> reader_;  ///< of the present file; null: not opened yet
  std::size_t file_ = 0;
  Duration time_{};  ///< in the file, of the next frame
  bool must_seek_ = false;
  std::size_t barren_ = 0;  ///< files gone through without a frame
  std::vector<std::shared_ptr<VideoFrame>> pool_;
};

}  // namespace xp::media
