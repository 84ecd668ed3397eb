// SPDX-License-Identifier: MIT
// What is known of videos without showing them: facts of a file, files one after the other, where a frame
// falls in a box.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/geometry.h"
#include "base/hash.h"
#include "base/result.h"
#include "base/time.h"

namespace xp::media {

inline constexpr int kMaxVideoSide = 4096;                      ///< px
inline constexpr std::int64_t kMaxVideoPixels = 3840LL * 2160;  ///< of a frame
inline constexpr int kMaxFrameRate = 120;                       ///< frames a second
inline constexpr std::size_t kMaxClipFiles = 20;

/// Frames a second, exactly: 30000/1001.
struct FrameRate {
  int frames = 25, seconds = 1;
  bool operator==(const FrameRate&) const = default;
};

/// One video file.
struct ClipFile {
  std::string path;
  Duration length{};  ///< a whole number of frames
  Size size;          ///< as it is to be seen: turned upright, pixels square
  FrameRate rate;
  bool has_audio = false;
  Hash hash;  ///< of path, size on disk and time of its last change
};

/// Opens the file and decodes its first frame. The error says in a sentence why it cannot be played. Any
/// thread.
Result<ClipFile> clip_facts(const FileSystem& files, const std::string& path);

/// Videos shown one after the other, and again from the beginning.
struct Clip {
  std::vector<ClipFile> files;
  Duration length{};  ///< of all
  Hash hash;
};
using ClipPtr = std::shared_ptr<const Clip>;
ClipPtr make_clip(std::vector<ClipFile> files);

/// A place in a clip: a file, and the time in it.
struct ClipPosition {
  std::size_t file = 0;
  Duration time{};
};
/// `time` counts from the clip's beginning; after the end it begins anew.
ClipPosition position_at(const Clip& clip, Duration time);
/// When a file of the clip begins.
Duration start_of(const Clip& clip, std::size_t file);

/// Frame number `index` begins after so much time; which frame is shown at a time.
Duration time_of_frame(FrameRate rate, std::int64_t index);
std::int64_t frame_at(FrameRate rate, Duration time);

/// How pictures of other proportions fill a box.
enum class Fit : std::uint8_t {
  letterbox,  ///< the whole picture, bars at two sides
  fill,       ///< the whole box, two sides of the picture cut off
  stretch,    ///< both, distorted
};
/// Where a picture of `size` falls in a box: all of it or, filled, more than the box.
Rect placed(Size size, Size box, Fit fit);

}  // namespace xp::media
