// SPDX-License-Identifier: MIT
#include "media/clip_reader.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"

namespace xp::media {
namespace {

constexpr Duration kWorthTelling = milliseconds(500);  ///< containers round and guess

}  // namespace

ClipReader::ClipReader(ClipPtr clip, VideoView view) : clip_(std::move(clip)), view_(view) {
  for (const ClipFile& file : clip_->files) lengths_.push_back(file.length);
}

void ClipReader::seek(Duration time) {
  const ClipPosition position = position_at(*clip_, time);
  if (position.file != file_) reader_.reset();
  file_ = position.file;
  time_ = position.time;
  must_seek_ = true;
}

Duration ClipReader::position() const { return start_of(*clip_, file_) + time_; }

bool ClipReader::open() {
  if (!reader_) {
    auto opened = open_video(clip_->files[file_].path, Scaling::fast);
    if (!opened) {
      time_ = {};
      break_off(opened.error().message);
      return false;
    }
    reader_ = *std::move(opened);
    must_seek_ = time_ > Duration::zero();
  }
  if (!std::exchange(must_seek_, false)) return true;
  const Status found = reader_->seek(time_);
  if (!found) break_off(found.error().message);
  return static_cast<bool>(found);
}

std::optional<ClipFrame> ClipReader::next(const std::function<bool(Duration)>& wanted) {
  const auto is_left = [](Duration length) { return length > Duration::zero(); };
  barren_ = 0;
  while (barren_ <= 2 * lengths_.size() && std::ranges::any_of(lengths_, is_left)) {
    if (time_ >= lengths_[file_] || !open()) {
      next_file();
      continue;
    }
    const auto decoded = reader_->next();
    const Duration half = time_of_frame(clip_->files[file_].rate, 1) / 2;
    if (!decoded || !*decoded) {
      if (time_ + half < lengths_[file_])
        break_off(decoded ? tr("it ends too early") : decoded.error().message);
      next_file();
      continue;
    }
    const FrameTime time = **decoded;
    time_ = time.end;
    if (time.start + half >= lengths_[file_]) continue;
    ClipFrame frame{start_of(*clip_, file_) + std::max(time.start, Duration{}), nullptr};
    if (!wanted(frame.time)) return frame;
    const auto pixels = reader_->picture(view_, spare());
    if (std::ranges::find(pool_, pixels) == pool_.end()) pool_.push_back(pixels);
    frame.pixels = pixels;
    return frame;
  }
  return std::nullopt;
}

void ClipReader::break_off(const std::string& reason) {
  const Duration missing = std::exchange(lengths_[file_], time_) - time_;
  if (missing < kWorthTelling) return;
  log(LogLevel::warning, "media",
      trf("the video “{path}” breaks off at {time}: {reason}", fmt::arg("path", clip_->files[file_].path),
          fmt::arg("time", format_duration(time_)), fmt::arg("reason", reason)));
}

void ClipReader::next_file() {
  const std::size_t count = clip_->files.size();
  ++barren_;
  if (count > 1) reader_.reset();
  file_ = (file_ + 1) % count;
  time_ = {};
  must_seek_ = true;
}

/// Pixels that nobody shows any more.
std::shared_ptr<VideoFrame> ClipReader::spare() {
  const auto free = std::ranges::find_if(pool_, [](const auto& frame) { return frame.use_count() == 1; });
  if (free == pool_.end()) return nullptr;
  std::atomic_thread_fence(std::memory_order_acquire);  // after whoever read them last
  std::shared_ptr<VideoFrame> frame = std::move(*free);
  pool_.erase(free);
  return frame;
}

}  // namespace xp::media
