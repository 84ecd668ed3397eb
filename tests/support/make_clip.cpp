// SPDX-License-Identifier: MIT
// usage: make_clip FIRST.mp4 SECOND.mp4: the clips of slides/examples/video.
#include "support/clip.h"

int main(int count, char** paths) {
  if (count != 3) return 2;
  xp::test::ClipSpec wide, narrow;
  wide.size = {1280, 720};
  wide.frames = narrow.frames = 4 * wide.rate;
  narrow.size = {768, 576};
  narrow.first_number = 1000;
  wide.tone = 440;
  return xp::test::write_clip(paths[1], wide) && xp::test::write_clip(paths[2], narrow) ? 0 : 1;
}
