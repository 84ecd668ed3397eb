// SPDX-License-Identifier: MIT
// In place of video_reader.cpp where XUANPING_VIDEO is off.
#include "base/i18n.h"
#include "media/video_reader.h"

namespace xp::media {

Result<std::unique_ptr<VideoReader>> open_video(const std::string&, Scaling) {
  return Error{tr("this build of Xuanping has no video (XUANPING_VIDEO is off)")};
}

}  // namespace xp::media
