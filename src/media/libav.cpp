// SPDX-License-Identifier: MIT
#include "media/libav.h"

#include <cerrno>

#include "base/i18n.h"
#include "media/clip.h"

namespace xp::media {
namespace {

constexpr int kProbeBytes = 5'000'000;
constexpr int kAnalyseMicroseconds = 5'000'000;
constexpr int kMaxStreams = 32;
constexpr int kDecoderThreads = 2;

/// What cameras, editors and websites make. Not the formats that name further files or addresses.
constexpr const char* kFormats =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,asf,ogg,m4v,h264,hevc";

Error damaged() { return {tr("it is damaged, or no video")}; }

class Options {
 public:
  Options() {
    libav().av_dict_set(&dictionary_, "protocol_whitelist", "file", 0);
    libav().av_dict_set(&dictionary_, "format_whitelist", kFormats, 0);
    libav().av_dict_set_int(&dictionary_, "probesize", kProbeBytes, 0);
    libav().av_dict_set_int(&dictionary_, "formatprobesize", 1 << 20, 0);
    libav().av_dict_set_int(&dictionary_, "analyzeduration", kAnalyseMicroseconds, 0);
    libav().av_dict_set_int(&dictionary_, "max_streams", kMaxStreams, 0);
  }
  ~Options() { libav().av_dict_free(&dictionary_); }
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;
  AVDictionary** get() { return &dictionary_; }

 private:
  AVDictionary* dictionary_ = nullptr;
};

}  // namespace

Result<InputFile> open_input(const std::string& path) {
  if (Status loaded = load_libav(); !loaded) return loaded.error();
  Options options;
  AVFormatContext* opened = nullptr;
  const int failed = libav().avformat_open_input(&opened, ("file:" + path).c_str(), nullptr, options.get());
  if (failed == AVERROR(EACCES)) return Error{tr("it may not be read"), EACCES};
  if (failed < 0) return damaged();
  InputFile input(opened);
  if (libav().avformat_find_stream_info(opened, nullptr) < 0) return damaged();
  return input;
}

Result<Libav<AVCodecContext>> open_decoder(const AVStream& stream) {
  const AVCodec* codec = libav().avcodec_find_decoder(stream.codecpar->codec_id);
  if (!codec) {
    return Error{trf("there is no decoder for {codec}",
                     fmt::arg("codec", libav().avcodec_get_name(stream.codecpar->codec_id)))};
  }
  Libav<AVCodecContext> decoder(libav().avcodec_alloc_context3(codec));
  if (!decoder || libav().avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0) return damaged();
  decoder->pkt_timebase = stream.time_base;
  decoder->max_pixels = kMaxVideoPixels;
  decoder->thread_count = kDecoderThreads;
  if (libav().avcodec_open2(decoder.get(), codec, nullptr) < 0) return damaged();
  return decoder;
}

}  // namespace xp::media
