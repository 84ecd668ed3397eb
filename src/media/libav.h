// SPDX-License-Identifier: MIT
// Handles of FFmpeg's libraries that free themselves.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <memory>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace xp::media {

struct LibavFree {
  void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
  void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
  void operator()(AVFrame* p) const { av_frame_free(&p); }
  void operator()(AVPacket* p) const { av_packet_free(&p); }
  void operator()(SwsContext* p) const { sws_freeContext(p); }
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
  return Duration{av_rescale_q(value, base, {1, 1'000'000'000})};
}

}  // namespace xp::media
