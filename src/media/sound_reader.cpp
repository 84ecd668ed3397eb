// SPDX-License-Identifier: MIT
#include "media/sound_reader.h"

#include <algorithm>
#include <utility>

#include "media/libav.h"

namespace xp::media {
namespace {

constexpr int kMostDamaged = 500;  ///< packets in a row

struct FreeResampler {
  void operator()(SwrContext* context) const { libav().swr_free(&context); }
};
using Resampler = std::unique_ptr<SwrContext, FreeResampler>;

class LibavSound final : public SoundReader {
 public:
  LibavSound(InputFile input, int stream, Libav<AVCodecContext> decoder)
      : input_(std::move(input)),
        stream_(input_->streams[stream]),
        decoder_(std::move(decoder)),
        packet_(libav().av_packet_alloc()),
        frame_(libav().av_frame_alloc()) {
    for (unsigned i = 0; i < input_->nb_streams; ++i) {
      const AVMediaType type = input_->streams[i]->codecpar->codec_type;
      if (static_cast<int>(i) != stream) input_->streams[i]->discard = AVDISCARD_ALL;
      if (type == AVMEDIA_TYPE_VIDEO && beginning_ == Duration{})
        beginning_ = to_duration(std::max<std::int64_t>(input_->streams[i]->start_time, 0),
                                 input_->streams[i]->time_base);
    }
  }

  bool seek(Duration time) override {
    const std::int64_t at =
        libav().av_rescale_q((time + beginning_).count(), {1, 1'000'000'000}, stream_->time_base);
    if (libav().av_seek_frame(input_.get(), stream_->index, at, AVSEEK_FLAG_BACKWARD) < 0) return false;
    libav().avcodec_flush_buffers(decoder_.get());
    resampler_.reset();
    drained_ = false;
    damaged_ = 0;
    wanted_ = time;
    return true;
  }

  Samples next() override {
    while (decode()) {
      Samples samples = resampled();
      const Duration start =
          frame_->best_effort_timestamp == AV_NOPTS_VALUE
              ? wanted_
              : to_duration(frame_->best_effort_timestamp, stream_->time_base) - beginning_;
      cut_before_wanted(samples, start);
      if (!samples.empty()) return samples;
    }
    return {};
  }

 private:
  bool decode() {
    for (;;) {
      const int got = libav().avcodec_receive_frame(decoder_.get(), frame_.get());
      if (got == 0) return true;
      if (got != AVERROR(EAGAIN) || drained_) return false;
      if (!feed() && ++damaged_ > kMostDamaged) return false;
    }
  }

  bool feed() {
    for (;;) {
      libav().av_packet_unref(packet_.get());
      if (libav().av_read_frame(input_.get(), packet_.get()) < 0) {
        drained_ = true;
        return libav().avcodec_send_packet(decoder_.get(), nullptr) >= 0;
      }
      if (packet_->stream_index != stream_->index) continue;
      const bool sent = libav().avcodec_send_packet(decoder_.get(), packet_.get()) >= 0;
      if (sent) damaged_ = 0;
      return sent;
    }
  }

  bool open_resampler() {
    AVChannelLayout stereo;
    libav().av_channel_layout_default(&stereo, 2);
    SwrContext* made = nullptr;
    const int failed = libav().swr_alloc_set_opts2(
        &made, &stereo, AV_SAMPLE_FMT_S16, kSoundRate, &frame_->ch_layout,
        static_cast<AVSampleFormat>(frame_->format), frame_->sample_rate, 0, nullptr);
    resampler_.reset(made);
    return failed >= 0 && libav().swr_init(made) >= 0;
  }

  Samples resampled() {
    if (!resampler_ && !open_resampler()) return {};
    const int room = libav().swr_get_out_samples(resampler_.get(), frame_->nb_samples);
    if (room <= 0) return {};
    Samples samples(static_cast<std::size_t>(room) * 2);
    auto* out = reinterpret_cast<std::uint8_t*>(samples.data());
    const int pairs =
        libav().swr_convert(resampler_.get(), &out, room,
                            const_cast<const std::uint8_t**>(frame_->extended_data), frame_->nb_samples);
    samples.resize(static_cast<std::size_t>(std::max(pairs, 0)) * 2);
    return samples;
  }

  /// Of a block that begins at `start`.
  void cut_before_wanted(Samples& samples, Duration start) const {
    const std::int64_t early = pairs_in(wanted_ - start);
    if (early <= 0) return;
    const auto count = std::min(static_cast<std::size_t>(early) * 2, samples.size());
    samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(count));
  }

  InputFile input_;
  AVStream* stream_;
  Libav<AVCodecContext> decoder_;
  Libav<AVPacket> packet_;
  Libav<AVFrame> frame_;
  Resampler resampler_;
  Duration beginning_{};  ///< the picture's in the container: times count from it
  Duration wanted_{};
  int damaged_ = 0;
  bool drained_ = false;
};

}  // namespace

std::unique_ptr<SoundReader> open_sound(const std::string& path) {
  auto input = open_input(path);
  if (!input) return nullptr;
  const int stream = libav().av_find_best_stream(input->get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
  if (stream < 0) return nullptr;
  auto decoder = open_decoder(*(*input)->streams[stream]);
  if (!decoder) return nullptr;
  return std::make_unique<LibavSound>(*std::move(input), stream, *std::move(decoder));
}

}  // namespace xp::media
