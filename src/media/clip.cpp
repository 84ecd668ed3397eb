// SPDX-License-Identifier: MIT
#include "media/clip.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/i18n.h"
#include "media/video_reader.h"

namespace xp::media {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

Error about(const std::string& path, const std::string& reason) {
  return {
      trf("cannot play the video “{path}”: {reason}", fmt::arg("path", path), fmt::arg("reason", reason))};
}

/// Videos are too long to be read whole whenever a playlist is: a change shows in the directory.
Hash identity_of(const std::string& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  const auto changed = std::filesystem::last_write_time(path, failed);
  return Hasher().add(path).add(size).add(changed.time_since_epoch().count()).done();
}

int scaled_side(int side, int by, int from) {
  return std::max(1, static_cast<int>((std::int64_t{side} * by + from / 2) / from));
}

}  // namespace

Result<ClipFile> clip_facts(const FileSystem& files, const std::string& path) {
  if (!files.is_file(path)) return about(path, tr("there is no such file"));
  const auto reader = open_video(path, Scaling::fast);
  if (!reader) return about(path, reader.error().message);
  ClipFile facts = (*reader)->facts();
  facts.path = path;
  facts.hash = identity_of(path);
  return facts;
}

ClipPtr make_clip(std::vector<ClipFile> files) {
  auto clip = std::make_shared<Clip>();
  Hasher hasher;
  for (const ClipFile& file : files) {
    clip->length += file.length;
    hasher.add(file.hash);
  }
  clip->hash = hasher.done();
  clip->files = std::move(files);
  return clip;
}

ClipPosition position_at(const Clip& clip, Duration time) {
  if (clip.length <= Duration::zero()) return {};
  time %= clip.length;
  if (time < Duration::zero()) time += clip.length;
  std::size_t file = 0;
  while (time >= clip.files[file].length) time -= clip.files[file++].length;
  return {file, time};
}

Duration start_of(const Clip& clip, std::size_t file) {
  Duration start{};
  for (std::size_t i = 0; i < file; ++i) start += clip.files[i].length;
  return start;
}

// Whole seconds of frames apart: nanoseconds times frames do not fit 64 bits.
Duration time_of_frame(FrameRate rate, std::int64_t index) {
  const std::int64_t cycles = index / rate.frames, rest = index % rate.frames;
  return Duration{cycles * rate.seconds * kSecond +
                  (rest * rate.seconds * kSecond + rate.frames - 1) / rate.frames};
}

std::int64_t frame_at(FrameRate rate, Duration time) {
  const std::int64_t cycle = rate.seconds * kSecond;
  return time.count() / cycle * rate.frames + time.count() % cycle * rate.frames / cycle;
}

Rect placed(Size size, Size box, Fit fit) {
  const bool wider = std::int64_t{size.w} * box.h > std::int64_t{size.h} * box.w;
  Size at = box;
  if (fit != Fit::stretch) {
    if (wider == (fit == Fit::letterbox)) {
      at.h = scaled_side(box.w, size.h, size.w);
    } else {
      at.w = scaled_side(box.h, size.w, size.h);
    }
  }
  return {(box.w - at.w) / 2, (box.h - at.h) / 2, at.w, at.h};
}

}  // namespace xp::media
