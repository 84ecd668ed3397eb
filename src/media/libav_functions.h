// SPDX-License-Identifier: MIT
// FFmpeg's libraries, loaded when the first video is opened: they bring 130 others with them, and a campaign
// without videos does not wait for those.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include "base/result.h"

namespace xp::media {

/// The library that has a function, and the function: a row for each that is called.
#define XP_LIBAV_FUNCTIONS(ROW)               \
  ROW(avutil, av_channel_layout_default)      \
  ROW(avutil, av_dict_free)                   \
  ROW(avutil, av_dict_set)                    \
  ROW(avutil, av_dict_set_int)                \
  ROW(avutil, av_display_rotation_get)        \
  ROW(avutil, av_frame_alloc)                 \
  ROW(avutil, av_frame_apply_cropping)        \
  ROW(avutil, av_frame_clone)                 \
  ROW(avutil, av_frame_free)                  \
  ROW(avutil, av_frame_unref)                 \
  ROW(avutil, av_log_set_level)               \
  ROW(avutil, av_pix_fmt_desc_get)            \
  ROW(avutil, av_reduce)                      \
  ROW(avutil, av_rescale_q)                   \
  ROW(avcodec, av_packet_alloc)               \
  ROW(avcodec, av_packet_free)                \
  ROW(avcodec, av_packet_unref)               \
  ROW(avcodec, avcodec_alloc_context3)        \
  ROW(avcodec, avcodec_find_decoder)          \
  ROW(avcodec, avcodec_flush_buffers)         \
  ROW(avcodec, avcodec_free_context)          \
  ROW(avcodec, avcodec_get_name)              \
  ROW(avcodec, avcodec_open2)                 \
  ROW(avcodec, avcodec_parameters_to_context) \
  ROW(avcodec, avcodec_receive_frame)         \
  ROW(avcodec, avcodec_send_packet)           \
  ROW(avformat, av_find_best_stream)          \
  ROW(avformat, av_guess_sample_aspect_ratio) \
  ROW(avformat, av_read_frame)                \
  ROW(avformat, av_seek_frame)                \
  ROW(avformat, av_stream_get_side_data)      \
  ROW(avformat, avformat_close_input)         \
  ROW(avformat, avformat_find_stream_info)    \
  ROW(avformat, avformat_open_input)          \
  ROW(swresample, swr_alloc_set_opts2)        \
  ROW(swresample, swr_convert)                \
  ROW(swresample, swr_free)                   \
  ROW(swresample, swr_get_out_samples)        \
  ROW(swresample, swr_init)                   \
  ROW(swscale, sws_freeContext)               \
  ROW(swscale, sws_getCachedContext)          \
  ROW(swscale, sws_getCoefficients)           \
  ROW(swscale, sws_scale)                     \
  ROW(swscale, sws_setColorspaceDetails)

struct LibavFunctions {
#define XP_LIBAV_MEMBER(library, function) decltype(&::function) function = nullptr;
  XP_LIBAV_FUNCTIONS(XP_LIBAV_MEMBER)
#undef XP_LIBAV_MEMBER
};

/// Loads the libraries once in the process, whichever thread comes first. The reason is half a sentence.
Status load_libav();
/// The functions, after load_libav() has succeeded.
const LibavFunctions& libav();

}  // namespace xp::media
