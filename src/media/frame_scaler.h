// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "media/libav.h"
#include "media/video_frame.h"
#include "media/video_reader.h"

namespace xp::media {

/// The picture that frames of one file make.
struct Upright {
  Size size;      ///< turned, pixels square
  int turns = 0;  ///< quarter turns clockwise from the frame to it
};

/// Decoded frames → upright pixels of a view, in one go: colours, size, cut, turn. One thread.
class FrameScaler {
 public:
  explicit FrameScaler(Scaling scaling) : scaling_(scaling) {}
  /// null where the frame's format is unknown.
  std::shared_ptr<VideoFrame> picture(const AVFrame& frame, const Upright& upright, const VideoView& view,
                                      std::shared_ptr<VideoFrame> spare);

 private:
  bool scale(const AVFrame& frame, VideoFrame& out);
  Scaling scaling_;
  Libav<SwsContext> context_;
  std::shared_ptr<VideoFrame> lying_;  ///< before it is turned
};

}  // namespace xp::media
