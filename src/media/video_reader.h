// SPDX-License-Identifier: MIT
// One video file, decoded frame by frame. All that is known of FFmpeg's libraries is behind this header; a
// build without video has another open_video().
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "media/clip.h"
#include "media/video_frame.h"

namespace xp::media {

/// When a frame is to be seen, counted from the file's first.
struct FrameTime {
  Duration start{}, end{};
};

/// One thread.
class VideoReader {
 public:
  virtual ~VideoReader() = default;
  /// All but path and hash.
  virtual const ClipFile& facts() const = 0;
  /// Decodes the next frame; nothing at the end. What is damaged is passed over; an error: too much is.
  virtual Result<std::optional<FrameTime>> next() = 0;
  /// Next comes the frame that is seen at `time`, or what follows it.
  virtual Status seek(Duration time) = 0;
  /// The pixels of the frame that next() gave last; it stays after the end. null without a frame. `spare`: a
  /// frame nobody else has, to be written to again.
  virtual std::shared_ptr<VideoFrame> picture(const VideoView& view, std::shared_ptr<VideoFrame> spare) = 0;
};

enum class Scaling : std::uint8_t {
  fast,
  exact,  ///< the same bytes on every machine, at half the speed: offline
};

/// Decodes the first frame: an unplayable file is told at once. The reason is half a sentence. Any thread.
Result<std::unique_ptr<VideoReader>> open_video(const std::string& path, Scaling scaling);

}  // namespace xp::media
