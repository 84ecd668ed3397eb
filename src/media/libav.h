// SPDX-License-Identifier: MIT
// Handles of FFmpeg's libraries that free themselves.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "media/libav_functions.h"

namespace xp::media {

struct LibavFree {
  void operator()(AVFormatContext* p) const { libav().avformat_close_input(&p); }
  void operator()(AVCodecContext* p) const { libav().avcodec_free_context(&p); }
  void operator()(AVFrame* p) const { libav().av_frame_free(&p); }
  void operator()(AVPacket* p) const { libav().av_packet_free(&p); }
  void operator()(SwsContext* p) const { libav().sws_freeContext(p); }
};
template <class T>
using Libav = std::unique_ptr<T, LibavFree>;

using InputFile = Libav<AVFormatContext>;

/// A file of one of the video formats, its streams examined within limits. Nothing but that file is opened.
Result<InputFile> open_input(const std::string& path);
/// A decoder for a stream of the file, within limits.
Result<Libav<AVCodecContext>> open_decoder(const AVStream& stream);

/// A time of a stream in ns.
inline Duration to_duration(std::int64_t value, AVRational base) {
  return Duration{libav().av_rescale_q(value, base, {1, 1'000'000'000})};
}

}  // namespace xp::media
