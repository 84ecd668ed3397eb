// SPDX-License-Identifier: MIT
// Test clips: a dark ground with a bright bar that moves to the right, and each frame's number in sixteen
// squares along the top, so that a test can tell from pixels which frame it sees.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/geometry.h"

namespace xp::test {

struct ClipSpec {
  Size size{320, 180};
  int frames = 50;
  int rate = 25;
  int first_number = 0;   ///< that the first frame shows
  int key_every = 12;     ///< frames from one that can be sought to the next
  int turns = 0;          ///< quarter turns clockwise that the player is told to make
  int pixel_width = 1;    ///< of a pixel one high
  double tone = 0;        ///< Hz; 0: no sound
  double sound_from = 0;  ///< s; silence before it
};

/// Writes a clip in the container that the path's extension names (.mp4, .mkv, .avi), MPEG-4 pictures and
/// AAC sound, the same bytes every time. False where a library refuses.
bool write_clip(const std::string& path, const ClipSpec& spec);

/// The number of a frame whose picture fills `area`; −1 where there is none.
int number_in(const Rect& area, const std::function<std::uint32_t(Point)>& pixel);

}  // namespace xp::test
