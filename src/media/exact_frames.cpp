// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <utility>

#include "media/video_reader.h"

namespace xp::media {
namespace {

constexpr Duration kReadOn = seconds(2);  ///< ahead; what is further is sought

class ExactFrames final : public VideoFrames {
 public:
  VideoFramePtr frame(const ClipPtr& clip, Duration time, const VideoView& view) override {
    if (clip->files.empty()) return nullptr;
    const ClipPosition position = position_at(*clip, time);
    if (!open(clip->files[position.file])) return nullptr;
    wind(position.time + time_of_frame(clip->files[position.file].rate, 1) / 2);
    return reader_->picture(view, nullptr);
  }

 private:
  bool open(const ClipFile& file) {
    if (reader_ && file_ == file.hash) return true;
    reader_.reset();
    auto opened = open_video(file.path, Scaling::exact);
    if (!opened) return false;
    reader_ = *std::move(opened);
    file_ = file.hash;
    shown_ = {};
    return true;
  }

  /// Until the frame that is seen at `time` has been decoded.
  void wind(Duration time) {
    const bool near = time >= shown_.start && time < shown_.end + kReadOn;
    if (!near && !reader_->seek(std::max(time - half(), Duration{}))) return;
    if (!near) shown_ = {};
    while (time >= shown_.end) {
      const auto next = reader_->next();
      if (!next || !*next) return;
      shown_ = **next;
    }
  }
  Duration half() const { return time_of_frame(reader_->facts().rate, 1) / 2; }

  std::unique_ptr<VideoReader> reader_;
  Hash file_;
  FrameTime shown_;
};

}  // namespace

std::unique_ptr<VideoFrames> exact_frames() { return std::make_unique<ExactFrames>(); }

}  // namespace xp::media
