// SPDX-License-Identifier: MIT
#include "media/frame_scaler.h"

#include <algorithm>
#include <array>
#include <utility>

namespace xp::media {
namespace {

constexpr int kHighDefinition = 720;  // px high: from here on BT.709 where the file does not say

int matrix_of(const AVFrame& frame) {
  switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
      return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
      return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M:
      return SWS_CS_SMPTE240M;
    case AVCOL_SPC_FCC:
      return SWS_CS_FCC;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
      return SWS_CS_BT2020;
    default:
      return frame.height >= kHighDefinition ? SWS_CS_ITU709 : SWS_CS_ITU601;
  }
}

/// The old formats that say “full range” by their name.
AVPixelFormat plain_format(int format) {
  switch (format) {
    case AV_PIX_FMT_YUVJ420P:
      return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
      return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
      return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
      return AV_PIX_FMT_YUV440P;
    default:
      return static_cast<AVPixelFormat>(format);
  }
}

bool full_range(const AVFrame& frame) {
  return frame.color_range == AVCOL_RANGE_JPEG || plain_format(frame.format) != frame.format;
}

Rect turned_back(const Rect& rect, Size upright, int turns) {
  switch (turns) {
    case 1:
      return {rect.y, upright.w - rect.right(), rect.h, rect.w};
    case 2:
      return {upright.w - rect.right(), upright.h - rect.bottom(), rect.w, rect.h};
    case 3:
      return {upright.h - rect.bottom(), rect.x, rect.h, rect.w};
    default:
      return rect;
  }
}

/// Leaves the part of the frame that shows, in its own px.
void crop(AVFrame& frame, const Rect& part, Size whole) {
  const auto share = [](int side, int px, int of) {
    return static_cast<std::size_t>(std::int64_t{side} * px / of);
  };
  frame.crop_left = share(frame.width, part.x, whole.w);
  frame.crop_right = share(frame.width, whole.w - part.right(), whole.w);
  frame.crop_top = share(frame.height, part.y, whole.h);
  frame.crop_bottom = share(frame.height, whole.h - part.bottom(), whole.h);
  libav().av_frame_apply_cropping(&frame, AV_FRAME_CROP_UNALIGNED);
}

void turn(const VideoFrame& from, int turns, VideoFrame& to) {
  const int w = to.area().w, h = to.area().h;
  for (int y = 0; y < h; ++y) {
    std::uint32_t* out = to.row(y);
    for (int x = 0; x < w; ++x) {
      out[x] = turns == 1   ? from.row(w - 1 - x)[y]
               : turns == 2 ? from.row(h - 1 - y)[w - 1 - x]
                            : from.row(x)[h - 1 - y];
    }
  }
}

bool has_alpha(int format) {
  const AVPixFmtDescriptor* facts = libav().av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
  return !facts || (facts->flags & (AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)) != 0;
}

void make_opaque(VideoFrame& frame) {
  for (int y = 0; y < frame.area().h; ++y) {
    std::uint32_t* row = frame.row(y);
    for (int x = 0; x < frame.area().w; ++x) row[x] |= 0xFF000000;
  }
}

std::shared_ptr<VideoFrame> reused(std::shared_ptr<VideoFrame> spare, const Rect& area) {
  return spare && spare->area() == area ? std::move(spare) : std::make_shared<VideoFrame>(area);
}

}  // namespace

std::shared_ptr<VideoFrame> FrameScaler::picture(const AVFrame& frame, const Upright& upright,
                                                 const VideoView& view, std::shared_ptr<VideoFrame> spare) {
  const Rect whole = placed(upright.size, view.box, view.fit);
  const Rect area = intersect(whole, Rect::of({}, view.box));
  if (area.empty()) return nullptr;
  const bool sideways = upright.turns % 2 == 1;
  const Size lying_whole = sideways ? Size{whole.h, whole.w} : whole.size();
  const Rect part = turned_back(area.moved(Point{} - whole.origin()), whole.size(), upright.turns);
  const Libav<AVFrame> cut(libav().av_frame_clone(&frame));
  if (!cut) return nullptr;
  crop(*cut, part, lying_whole);
  std::shared_ptr<VideoFrame> out = reused(std::move(spare), area);
  if (upright.turns == 0) return scale(*cut, *out) ? out : nullptr;
  lying_ = reused(std::move(lying_), Rect::of({}, part.size()));
  if (!scale(*cut, *lying_)) return nullptr;
  turn(*lying_, upright.turns, *out);
  return out;
}

bool FrameScaler::scale(const AVFrame& frame, VideoFrame& out) {
  const Size size = out.area().size();
  const int exactly = scaling_ == Scaling::exact ? SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT : 0;
  context_.reset(libav().sws_getCachedContext(context_.release(), frame.width, frame.height,
                                              plain_format(frame.format), size.w, size.h, AV_PIX_FMT_RGB32,
                                              SWS_BICUBIC | exactly, nullptr, nullptr, nullptr));
  if (!context_) return false;
  constexpr int kOne = 1 << 16;
  libav().sws_setColorspaceDetails(context_.get(), libav().sws_getCoefficients(matrix_of(frame)),
                                   full_range(frame) ? 1 : 0, libav().sws_getCoefficients(SWS_CS_DEFAULT), 1,
                                   0, kOne, kOne);
  const std::array<std::uint8_t*, 4> target{reinterpret_cast<std::uint8_t*>(out.row(0)), nullptr, nullptr,
                                            nullptr};
  const std::array<int, 4> stride{out.stride() * 4, 0, 0, 0};
  if (libav().sws_scale(context_.get(), frame.data, frame.linesize, 0, frame.height, target.data(),
                        stride.data()) <= 0)
    return false;
  if (has_alpha(frame.format)) make_opaque(out);
  return true;
}

}  // namespace xp::media
