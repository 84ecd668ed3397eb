// SPDX-License-Identifier: MIT
#include <webp/decode.h>

#include "media/decode/decoder.h"

namespace xp::media {

void decode_webp(const DecodeJob& job) {
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) stop(Outcome::unsupported);
  if (WebPGetFeatures(job.bytes, job.size, &config.input) != VP8_STATUS_OK) stop(Outcome::damaged);
  if (config.input.has_animation) stop(Outcome::unsupported);
  const auto width = static_cast<std::uint32_t>(config.input.width),
             height = static_cast<std::uint32_t>(config.input.height);
  if (width != job.header->width || height != job.header->height) stop(Outcome::damaged);
  config.output.colorspace = MODE_RGBA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = reinterpret_cast<std::uint8_t*>(job.pixels);
  config.output.u.RGBA.stride = config.input.width * 4;
  config.output.u.RGBA.size = std::size_t{width} * height * 4;
  const VP8StatusCode status = WebPDecode(job.bytes, job.size, &config);
  if (status == VP8_STATUS_OUT_OF_MEMORY) stop(Outcome::no_memory);
  if (status != VP8_STATUS_OK) stop(Outcome::damaged);
  job.header->opaque = premultiply(job.pixels, std::size_t{width} * height);
}

}  // namespace xp::media
