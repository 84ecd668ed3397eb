// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "base/hash.h"
#include "media/video_frame.h"
#include "present/render_device.h"

namespace xp::present {

/// The frames of the videos that are shown: a texture each, filled anew with each frame.
class VideoTextures {
 public:
  explicit VideoTextures(RenderDevice& device) : device_(device) {}
  /// A frame begins: videos that the last one did not show are dropped.
  void begin_pass();
  /// The frame's texture; `clip` and `view` say of which video it is. Null after a failure.
  SDL_Texture* texture_of(const Hash& clip, const media::VideoView& view, const media::VideoFramePtr& frame);

 private:
  struct Entry {
    Hash clip;
    media::VideoView view;
    Texture texture;
    media::VideoFramePtr shown;  ///< in the texture
    std::uint64_t pass = 0;
  };
  Entry& entry_of(const Hash& clip, const media::VideoView& view);

  RenderDevice& device_;
  std::uint64_t pass_ = 0;
  std::vector<Entry> entries_;
};

}  // namespace xp::present
