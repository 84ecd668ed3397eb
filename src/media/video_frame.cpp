// SPDX-License-Identifier: MIT
#include "media/video_frame.h"

namespace xp::media {
namespace {

constexpr std::align_val_t kAlignment{64};  // bytes: what vector instructions like best
constexpr int kStep = 16;                   // px: rows begin there
constexpr std::size_t kBeyond = 16;         // px that scalers may write after the last

int stride_of(int width) { return (width + kStep - 1) / kStep * kStep; }

}  // namespace

std::size_t VideoFrame::bytes_of(Size size) {
  return static_cast<std::size_t>(stride_of(size.w)) * static_cast<std::size_t>(size.h) *
         sizeof(std::uint32_t);
}

void VideoFrame::Free::operator()(std::uint32_t* pixels) const { ::operator delete[](pixels, kAlignment); }

VideoFrame::VideoFrame(Rect area) : area_(area), stride_(stride_of(area.w)) {
  const std::size_t count = static_cast<std::size_t>(stride_) * static_cast<std::size_t>(area.h) + kBeyond;
  pixels_.reset(static_cast<std::uint32_t*>(::operator new[](count * sizeof(std::uint32_t), kAlignment)));
}

}  // namespace xp::media
