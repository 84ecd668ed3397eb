// SPDX-License-Identifier: MIT
// Clips in scratch folders, and which of their frames a picture is.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "media/video_frame.h"
#include "support/clip.h"
#include "support/golden.h"

namespace xp::media {

using test::ClipSpec;

inline constexpr Duration kFrame = milliseconds(40);
inline constexpr VideoView kView{{320, 180}, Fit::letterbox};

inline std::string made(const ClipSpec& spec, const std::string& name = "clip.mp4") {
  std::string path = test::scratch_directory() + "/" + name;
  EXPECT_TRUE(test::write_clip(path, spec));
  return path;
}

inline ClipFile facts_of(const std::string& path) {
  auto facts = clip_facts(real_files(), path);
  EXPECT_TRUE(facts) << facts.error().message;
  return facts ? *facts : ClipFile{};
}

inline ClipPtr clip_of(const std::vector<std::string>& paths) {
  std::vector<ClipFile> files;
  for (const std::string& path : paths) files.push_back(facts_of(path));
  return make_clip(std::move(files));
}

/// −2 without a frame, −1 where it shows no number.
inline int number_of(const VideoFramePtr& frame) {
  if (!frame) return -2;
  const Rect area = frame->area();
  return test::number_in(area, [&](Point p) { return frame->row(p.y - area.y)[p.x - area.x]; });
}

}  // namespace xp::media
