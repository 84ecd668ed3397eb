// SPDX-License-Identifier: MIT
#include <png.h>

#include <cstring>
#include <vector>

#include "media/decode/decoder.h"

namespace xp::media {
namespace {

struct Source {
  const std::uint8_t* at;
  std::size_t left;
};

void read(png_structp png, png_bytep out, std::size_t size) {
  auto* source = static_cast<Source*>(png_get_io_ptr(png));
  if (source->left < size) stop(Outcome::damaged);
  std::memcpy(out, source->at, size);
  source->at += size;
  source->left -= size;
}

[[noreturn]] void fail(png_structp, png_const_charp) { stop(Outcome::damaged); }
void ignore(png_structp, png_const_charp) {}

/// Whatever is in the file comes out as 8-bit RGBA.
void ask_for_rgba(png_structp png) {
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
}

}  // namespace

void decode_png(const DecodeJob& job) {
  Source source{job.bytes, job.size};
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  if (!info) stop(Outcome::no_memory);
  png_set_user_limits(png, job.header->width, job.header->height);
  png_set_read_fn(png, &source, read);
  png_read_info(png, info);
  if (png_get_image_width(png, info) != job.header->width ||
      png_get_image_height(png, info) != job.header->height) {
    stop(Outcome::damaged);
  }
  ask_for_rgba(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != std::size_t{job.header->width} * 4) stop(Outcome::unsupported);
  std::vector<png_bytep> rows;
  for (std::uint32_t y = 0; y < job.header->height; ++y) {
    rows.push_back(reinterpret_cast<png_bytep>(job.pixels + std::size_t{y} * job.header->width));
  }
  png_read_image(png, rows.data());
  job.header->opaque = premultiply(job.pixels, std::size_t{job.header->width} * job.header->height);
}

}  // namespace xp::media
