// SPDX-License-Identifier: MIT
#include "media/libav.h"

#include <cerrno>
#include <mutex>

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
    av_dict_set(&dictionary_, "protocol_whitelist", "file", 0);
    av_dict_set(&dictionary_, "format_whitelist", kFormats, 0);
    av_dict_set_int(&dictionary_, "probesize", kProbeBytes, 0);
    av_dict_set_int(&dictionary_, "formatprobesize", 1 << 20, 0);
    av_dict_set_int(&dictionary_, "analyzeduration", kAnalyseMicroseconds, 0);
    av_dict_set_int(&dictionary_, "max_streams", kMaxStreams, 0);
  }
  ~Options() { av_dict_free(&dictionary_); }
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;
  AVDictionary** get() { return &dictionary_; }

 private:
  AVDictionary* dictionary_ = nullptr;
};

/// The libraries would write to standard error by themselves.
void be_quiet() {
  static std::once_flag once;
  std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

}  // namespace

Result<InputFile> open_input(const std::string& path) {
  be_quiet();
  Options options;
  AVFormatContext* opened = nullptr;
  const int failed = avformat_open_input(&opened, ("file:" + path).c_str(), nullptr, options.get());
  if (failed == AVERROR(EACCES)) return Error{tr("it may not be read"), EACCES};
  if (failed < 0) return damaged();
  InputFile input(opened);
  if (avformat_find_stream_info(opened, nullptr) < 0) return damaged();
  return input;
}

Result<Libav<AVCodecContext>> open_decoder(const AVStream& stream) {
  const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
  if (!codec) {
    return Error{trf("there is no decoder for {codec}",
                     fmt::arg("codec", avcodec_get_name(stream.codecpar->codec_id)))};
  }
  Libav<AVCodecContext> decoder(avcodec_alloc_context3(codec));
  if (!decoder || avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0) return damaged();
  decoder->pkt_timebase = stream.time_base;
  decoder->max_pixels = kMaxVideoPixels;
  decoder->thread_count = kDecoderThreads;
  if (avcodec_open2(decoder.get(), codec, nullptr) < 0) return damaged();
  return decoder;
}

}  // namespace xp::media
