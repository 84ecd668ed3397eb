// SPDX-License-Identifier: MIT
#include "media/video_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/i18n.h"
#include "media/frame_scaler.h"
#include "media/libav.h"

namespace xp::media {
namespace {

constexpr int kMostDamaged = 250;  ///< packets in a row that cannot be decoded: ten seconds
constexpr Duration kLongest = std::chrono::hours(24);

bool plausible(AVRational rate) {
  return rate.num > 0 && rate.den > 0 && av_q2d(rate) >= 1.0 / 60 && av_q2d(rate) <= kMaxFrameRate;
}

FrameRate rate_of(const AVStream& stream) {
  for (AVRational rate : {stream.avg_frame_rate, stream.r_frame_rate}) {
    if (!plausible(rate)) continue;
    libav().av_reduce(&rate.num, &rate.den, rate.num, rate.den, 1'000'000);
    return {rate.num, rate.den};
  }
  return {};
}

/// Quarter turns clockwise that make the picture upright.
int turns_of(const AVStream& stream) {
  const std::uint8_t* matrix = libav().av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
  if (!matrix) return 0;
  const double degrees = -libav().av_display_rotation_get(reinterpret_cast<const std::int32_t*>(matrix));
  return std::isnan(degrees) ? 0 : static_cast<int>(std::lround(degrees / 90)) & 3;
}

Size upright_size(AVFormatContext* input, AVStream* stream, int turns) {
  Size size{stream->codecpar->width, stream->codecpar->height};
  const AVRational pixel = libav().av_guess_sample_aspect_ratio(input, stream, nullptr);
  if (pixel.num > 0 && pixel.den > 0) {
    const double ratio = std::clamp(av_q2d(pixel), 0.1, 10.0);
    size.w = std::max(1, static_cast<int>(std::lround(size.w * ratio)));
  }
  if (turns % 2 == 1) std::swap(size.w, size.h);
  return size;
}

/// The pictures' length rather than the container's: sound is often a little longer, and would leave a gap
/// where the clip begins anew.
Duration length_of(const AVFormatContext& input, const AVStream& stream, FrameRate rate) {
  Duration length{};
  if (stream.duration > 0) {
    length = to_duration(stream.duration, stream.time_base);
  } else if (input.duration > 0) {
    length = to_duration(input.duration, {1, AV_TIME_BASE});
  }
  if (length <= Duration::zero() || length > kLongest) return Duration::zero();
  const std::int64_t frames = frame_at(rate, length + time_of_frame(rate, 1) / 2);
  return time_of_frame(rate, std::max<std::int64_t>(frames, 1));
}

class LibavReader final : public VideoReader {
 public:
  LibavReader(InputFile input, int stream, Libav<AVCodecContext> decoder, Scaling scaling)
      : input_(std::move(input)),
        stream_(input_->streams[stream]),
        decoder_(std::move(decoder)),
        scaler_(scaling),
        packet_(libav().av_packet_alloc()),
        shown_(libav().av_frame_alloc()),
        coming_(libav().av_frame_alloc()) {
    for (unsigned i = 0; i < input_->nb_streams; ++i) {
      input_->streams[i]->discard = static_cast<int>(i) == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    turns_ = turns_of(*stream_);
    facts_.rate = rate_of(*stream_);
    facts_.size = upright_size(input_.get(), stream_, turns_);
    facts_.length = length_of(*input_, *stream_, facts_.rate);
    facts_.has_audio = libav().av_find_best_stream(input_.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0) >= 0;
  }

  const ClipFile& facts() const override { return facts_; }

  /// Decodes the first frame: times count from it. Containers are not to be trusted with that: AVI knows
  /// nothing of frames that are decoded before they are shown.
  Status begin() {
    auto first = decode();
    if (!first) return first.error();
    if (!*first) return Error{tr("it has no picture")};
    first_ = **first;
    beginning_ = first_->start;
    *first_ = {Duration{}, first_->end - first_->start};
    next_start_ = first_->end;
    return Done{};
  }

  Result<std::optional<FrameTime>> next() override {
    if (first_) return std::exchange(first_, std::nullopt);
    for (;;) {
      const auto time = decode();
      if (!time || !*time) return time;
      if ((*time)->end > wanted_) return time;
    }
  }

  /// Some containers find the key frame by the time of decoding, and so one that is seen too late: then an
  /// earlier one is looked for.
  Status seek(Duration time) override {
    // Times are rounded to the container's grid: half a frame is the middle between two.
    wanted_ = time + time_of_frame(facts_.rate, 1) / 2;
    for (Duration back{};; back = 2 * back + seconds(1)) {
      if (!jump(std::max(time - back, Duration{}))) return Error{tr("it cannot be wound back")};
      const auto found = decode();
      if (!found) return found.error();
      if (*found && (*found)->start > wanted_ && back < time) continue;
      if (*found && (*found)->end > wanted_) first_ = **found;
      return Done{};
    }
  }

  std::shared_ptr<VideoFrame> picture(const VideoView& view, std::shared_ptr<VideoFrame> spare) override {
    if (!has_picture_) return nullptr;
    return scaler_.picture(*shown_, {facts_.size, turns_}, view, std::move(spare));
  }

 private:
  bool jump(Duration time) {
    first_.reset();
    next_start_ = time;
    drained_ = false;
    damaged_ = 0;
    const std::int64_t at =
        libav().av_rescale_q((time + beginning_).count(), {1, 1'000'000'000}, stream_->time_base);
    const int found = libav().av_seek_frame(input_.get(), stream_->index, at, AVSEEK_FLAG_BACKWARD);
    if (found < 0 && libav().av_seek_frame(input_.get(), stream_->index, at, AVSEEK_FLAG_ANY) < 0)
      return false;
    libav().avcodec_flush_buffers(decoder_.get());
    return true;
  }

  /// The decoder's next frame, whatever its time.
  Result<std::optional<FrameTime>> decode() {
    for (;;) {
      const int got = libav().avcodec_receive_frame(decoder_.get(), coming_.get());
      if (got == 0) return take();
      if (got == AVERROR_EOF) return std::optional<FrameTime>();
      if (got == AVERROR(EAGAIN) && feed()) continue;
      if (++damaged_ > kMostDamaged || drained_) return Error{tr("it is damaged, or no video")};
    }
  }

  /// Gives the decoder a packet, at the end the sign that none follows. False where it refuses.
  bool feed() {
    while (!drained_) {
      libav().av_packet_unref(packet_.get());
      if (libav().av_read_frame(input_.get(), packet_.get()) < 0) break;
      if (packet_->stream_index == stream_->index) {
        const int sent = libav().avcodec_send_packet(decoder_.get(), packet_.get());
        if (sent >= 0) damaged_ = 0;
        return sent >= 0;
      }
    }
    if (drained_) return false;
    drained_ = true;
    return libav().avcodec_send_packet(decoder_.get(), nullptr) >= 0;
  }

  std::optional<FrameTime> take() {
    std::swap(shown_, coming_);
    libav().av_frame_unref(coming_.get());
    has_picture_ = true;
    const Duration least = time_of_frame(facts_.rate, 1);
    FrameTime time;
    time.start = shown_->best_effort_timestamp == AV_NOPTS_VALUE
                     ? next_start_
                     : to_duration(shown_->best_effort_timestamp, stream_->time_base) - beginning_;
    const Duration lasts = to_duration(std::max<std::int64_t>(shown_->pkt_duration, 0), stream_->time_base);
    time.end = time.start + std::max(least, lasts);
    next_start_ = time.end;
    return time;
  }

  InputFile input_;
  AVStream* stream_;
  Libav<AVCodecContext> decoder_;
  FrameScaler scaler_;
  Libav<AVPacket> packet_;
  Libav<AVFrame> shown_, coming_;
  ClipFile facts_;
  int turns_ = 0;
  int damaged_ = 0;  ///< packets in a row
  bool drained_ = false, has_picture_ = false;
  std::optional<FrameTime> first_;  ///< decoded already: of the file, or after a jump
  Duration beginning_{};            ///< the first frame's time in the container
  Duration wanted_{INT64_MIN};
  Duration next_start_{};  ///< of a frame that does not say its time
};

std::optional<Error> objection_to(const ClipFile& facts, const AVStream& stream) {
  const int w = stream.codecpar->width, h = stream.codecpar->height;
  if (w <= 0 || h <= 0) return Error{tr("it has no picture")};
  const bool large = std::max({w, h, facts.size.w, facts.size.h}) > kMaxVideoSide;
  if (large || std::int64_t{w} * h > kMaxVideoPixels)
    return Error{trf("its pictures have {w} × {h} px; at most 3840 × 2160 are played", fmt::arg("w", w),
                     fmt::arg("h", h))};
  if (facts.length == Duration::zero()) return Error{tr("its length is unknown")};
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<VideoReader>> open_video(const std::string& path, Scaling scaling) {
  auto input = open_input(path);
  if (!input) return input.error();
  const int stream = libav().av_find_best_stream(input->get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (stream < 0) return Error{tr("it has no picture")};
  AVStream* video = (*input)->streams[stream];
  if (video->codecpar->width > kMaxVideoSide || video->codecpar->height > kMaxVideoSide)
    return *objection_to({}, *video);
  auto decoder = open_decoder(*video);
  if (!decoder) return decoder.error();
  auto reader = std::make_unique<LibavReader>(*std::move(input), stream, *std::move(decoder), scaling);
  if (auto objection = objection_to(reader->facts(), *video)) return *std::move(objection);
  if (Status begun = reader->begin(); !begun) return begun.error();
  return std::unique_ptr<VideoReader>(std::move(reader));
}

}  // namespace xp::media
