// SPDX-License-Identifier: MIT
// In place of video_reader.cpp and sound_reader.cpp where XUANPING_VIDEO is off.
#include "base/i18n.h"
#include "media/sound_reader.h"
#include "media/video_reader.h"

namespace xp::media {

Result<std::unique_ptr<VideoReader>> open_video(const std::string&, Scaling) {
  return Error{tr("this build of Xuanping has no video (XUANPING_VIDEO is off)")};
}

std::unique_ptr<SoundReader> open_sound(const std::string&) { return nullptr; }

}  // namespace xp::media
