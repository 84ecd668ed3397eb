// SPDX-License-Identifier: MIT
#include "support/clip.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
}

#include <cmath>
#include <cstring>
#include <memory>
#include <numbers>

namespace xp::test {
namespace {

constexpr int kBits = 16;
constexpr int kHeightOfBits = 8;  // to the eighth part of the height
constexpr int kSampleRate = 48000;

struct Free {
  void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
  void operator()(AVFrame* p) const { av_frame_free(&p); }
  void operator()(AVPacket* p) const { av_packet_free(&p); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// One coded stream of the file being written.
struct Track {
  Owned<AVCodecContext> encoder;
  AVStream* stream = nullptr;
};

class Writer {
 public:
  Writer(const std::string& path, const ClipSpec& spec) : path_(path), spec_(spec) {
    avformat_alloc_output_context2(&output_, nullptr, nullptr, path.c_str());
  }
  ~Writer() {
    if (output_ && output_->pb) avio_closep(&output_->pb);
    avformat_free_context(output_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  bool write() {
    if (!output_ || !open_picture() || (spec_.tone > 0 && !open_sound())) return false;
    output_->flags |= AVFMT_FLAG_BITEXACT;
    if (avio_open(&output_->pb, path_.c_str(), AVIO_FLAG_WRITE) < 0) return false;
    if (avformat_write_header(output_, nullptr) < 0) return false;
    for (int i = 0; i < spec_.frames; ++i)
      if (!write_picture(i) || (sound_.encoder && !write_sound_until(i + 1))) return false;
    if (!encode(picture_, nullptr) || (sound_.encoder && !encode(sound_, nullptr))) return false;
    return av_write_trailer(output_) >= 0;
  }

 private:
  bool open(Track& track) {
    if (output_->oformat->flags & AVFMT_GLOBALHEADER) track.encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    track.encoder->flags |= AV_CODEC_FLAG_BITEXACT;
    track.encoder->thread_count = 1;
    if (avcodec_open2(track.encoder.get(), track.encoder->codec, nullptr) < 0) return false;
    track.stream = avformat_new_stream(output_, nullptr);
    track.stream->time_base = track.encoder->time_base;
    return avcodec_parameters_from_context(track.stream->codecpar, track.encoder.get()) >= 0;
  }

  bool open_picture() {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
    if (!codec) return false;
    picture_.encoder.reset(avcodec_alloc_context3(codec));
    AVCodecContext& encoder = *picture_.encoder;
    encoder.width = spec_.size.w;
    encoder.height = spec_.size.h;
    encoder.time_base = {1, spec_.rate};
    encoder.framerate = {spec_.rate, 1};
    encoder.sample_aspect_ratio = {spec_.pixel_width, 1};
    encoder.pix_fmt = AV_PIX_FMT_YUV420P;
    encoder.gop_size = spec_.key_every;
    encoder.max_b_frames = 2;
    encoder.flags |= AV_CODEC_FLAG_QSCALE;
    encoder.global_quality = 3 * FF_QP2LAMBDA;
    if (!open(picture_)) return false;
    picture_.stream->avg_frame_rate = encoder.framerate;
    picture_.stream->sample_aspect_ratio = encoder.sample_aspect_ratio;
    if (spec_.turns != 0) {
      auto* matrix = reinterpret_cast<std::int32_t*>(
          av_stream_new_side_data(picture_.stream, AV_PKT_DATA_DISPLAYMATRIX, 9 * sizeof(std::int32_t)));
      av_display_rotation_set(matrix, spec_.turns * 90.0);
    }
    return true;
  }

  bool open_sound() {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    if (!codec) return false;
    sound_.encoder.reset(avcodec_alloc_context3(codec));
    AVCodecContext& encoder = *sound_.encoder;
    encoder.sample_fmt = AV_SAMPLE_FMT_FLTP;
    encoder.sample_rate = kSampleRate;
    av_channel_layout_default(&encoder.ch_layout, 1);
    encoder.bit_rate = 64000;
    encoder.time_base = {1, kSampleRate};
    return open(sound_);
  }

  bool write_picture(int index) {
    const Owned<AVFrame> frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = spec_.size.w;
    frame->height = spec_.size.h;
    frame->pts = index;
    frame->quality = picture_.encoder->global_quality;
    if (av_frame_get_buffer(frame.get(), 0) < 0) return false;
    draw(*frame, index);
    return encode(picture_, frame.get());
  }

  void draw(AVFrame& frame, int index) const {
    const int w = spec_.size.w, h = spec_.size.h, number = spec_.first_number + index;
    const int bar = (index * w / 50) % w;
    for (int y = 0; y < h; ++y) {
      std::uint8_t* row = frame.data[0] + y * frame.linesize[0];
      for (int x = 0; x < w; ++x) {
        const bool bit = (number >> (kBits - 1 - x * kBits / w) & 1) != 0;
        const int from_bar = (x - bar + w) % w;
        const int ground = 60 + 40 * y / h;
        const int bright = std::max(0, 110 - from_bar * 700 / w);
        row[x] = static_cast<std::uint8_t>(y < h / kHeightOfBits ? (bit ? 225 : 30) : ground + bright);
      }
    }
    for (int plane = 1; plane <= 2; ++plane) {
      for (int y = 0; y < h / 2; ++y) {
        const bool grey = y < h / 2 / kHeightOfBits;
        std::memset(frame.data[plane] + y * frame.linesize[plane],
                    grey         ? 128
                    : plane == 1 ? 152
                                 : 112,
                    static_cast<std::size_t>(w / 2));
      }
    }
  }

  bool write_sound_until(int pictures) {
    const std::int64_t end = std::int64_t{pictures} * kSampleRate / spec_.rate;
    for (; samples_ < end; samples_ += sound_.encoder->frame_size) {
      const Owned<AVFrame> frame(av_frame_alloc());
      frame->format = AV_SAMPLE_FMT_FLTP;
      frame->nb_samples = sound_.encoder->frame_size;
      frame->sample_rate = kSampleRate;
      frame->pts = samples_;
      av_channel_layout_copy(&frame->ch_layout, &sound_.encoder->ch_layout);
      if (av_frame_get_buffer(frame.get(), 0) < 0) return false;
      auto* out = reinterpret_cast<float*>(frame->data[0]);
      for (int i = 0; i < frame->nb_samples; ++i) {
        const double t = static_cast<double>(samples_ + i) / kSampleRate;
        out[i] = static_cast<float>(
            t < spec_.sound_from ? 0 : 0.5 * std::sin(2 * std::numbers::pi * spec_.tone * t));
      }
      if (!encode(sound_, frame.get())) return false;
    }
    return true;
  }

  bool encode(Track& track, const AVFrame* frame) {
    if (avcodec_send_frame(track.encoder.get(), frame) < 0) return false;
    const Owned<AVPacket> packet(av_packet_alloc());
    while (avcodec_receive_packet(track.encoder.get(), packet.get()) >= 0) {
      av_packet_rescale_ts(packet.get(), track.encoder->time_base, track.stream->time_base);
      packet->stream_index = track.stream->index;
      if (av_interleaved_write_frame(output_, packet.get()) < 0) return false;
    }
    return true;
  }

  std::string path_;
  ClipSpec spec_;
  AVFormatContext* output_ = nullptr;
  Track picture_, sound_;
  std::int64_t samples_ = 0;
};

}  // namespace

bool write_clip(const std::string& path, const ClipSpec& spec) {
  av_log_set_level(AV_LOG_ERROR);  // encoders praise themselves
  return Writer(path, spec).write();
}

int number_in(const Rect& area, const std::function<std::uint32_t(Point)>& pixel) {
  int number = 0;
  for (int bit = 0; bit < kBits; ++bit) {
    const Point at{area.x + (2 * bit + 1) * area.w / (2 * kBits), area.y + area.h / (2 * kHeightOfBits)};
    const std::uint32_t green = pixel(at) >> 8 & 255;
    if (green > 70 && green < 185) return -1;
    number = number * 2 + (green >= 185 ? 1 : 0);
  }
  return number;
}

}  // namespace xp::test
