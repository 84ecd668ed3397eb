// SPDX-License-Identifier: MIT
// Frames of videos as pixels, and who gives them to a painter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>

#include "base/geometry.h"
#include "base/hash.h"
#include "base/time.h"
#include "media/clip.h"

namespace xp::media {

/// How a clip is to be seen.
struct VideoView {
  Size box;
  Fit fit = Fit::letterbox;
  bool operator==(const VideoView&) const = default;
};

/// Opaque premultiplied ARGB32 (0xFFRRGGBB), sRGB, scaled for one view. Immutable once shared.
class VideoFrame {
 public:
  explicit VideoFrame(Rect area);
  Rect area() const { return area_; }      ///< of the view's box; outside it are bars
  int stride() const { return stride_; }   ///< px
  static std::size_t bytes_of(Size size);  ///< of a frame's pixels
  const std::uint32_t* row(int y) const { return pixels_.get() + std::ptrdiff_t{y} * stride_; }
  std::uint32_t* row(int y) { return pixels_.get() + std::ptrdiff_t{y} * stride_; }

 private:
  struct Free {
    void operator()(std::uint32_t* pixels) const;
  };
  Rect area_;
  int stride_;
  std::unique_ptr<std::uint32_t[], Free> pixels_;
};
using VideoFramePtr = std::shared_ptr<const VideoFrame>;

/// Where a painter gets frames from.
class VideoFrames {
 public:
  virtual ~VideoFrames() = default;
  /// The frame at `time` of the clip; null where there is none (yet).
  virtual VideoFramePtr frame(const ClipPtr& clip, Duration time, const VideoView& view) = 0;
};

/// Decodes exactly the frame that is asked for, however long that takes. What cannot be decoded leaves the
/// frame before it. One thread.
std::unique_ptr<VideoFrames> exact_frames();

}  // namespace xp::media
