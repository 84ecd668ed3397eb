// SPDX-License-Identifier: MIT
#include "media/png_writer.h"

#include <png.h>

#include <csetjmp>
#include <vector>

#include "base/file.h"
#include "base/i18n.h"

namespace xp::media {
namespace {

void append(png_structp png, png_bytep data, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

void flush(png_structp) {}

void unpack(const std::uint32_t* pixels, png_bytep rgb, int width) {
  for (int x = 0; x < width; ++x) {
    *rgb++ = static_cast<png_byte>(pixels[x] >> 16);
    *rgb++ = static_cast<png_byte>(pixels[x] >> 8);
    *rgb++ = static_cast<png_byte>(pixels[x]);
  }
}

/// libpng leaves this function by longjmp: nothing in it has a destructor.
bool encode(png_structp png, png_infop info, Size size, const std::uint32_t* pixels, int stride,
            png_bytep row) {
  if (setjmp(png_jmpbuf(png))) return false;
  png_set_IHDR(png, info, static_cast<png_uint_32>(size.w), static_cast<png_uint_32>(size.h), 8,
               PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 6);
  png_write_info(png, info);
  for (int y = 0; y < size.h; ++y) {
    const auto* bytes =
        reinterpret_cast<const unsigned char*>(pixels) + static_cast<std::ptrdiff_t>(y) * stride;
    unpack(reinterpret_cast<const std::uint32_t*>(bytes), row, size.w);
    png_write_row(png, row);
  }
  png_write_end(png, nullptr);
  return true;
}

}  // namespace

Status write_png(const std::string& path, Size size, const std::uint32_t* pixels, int stride) {
  std::string file;
  bool good = false;
  if (png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr)) {
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, append, flush);
    std::vector<png_byte> row(static_cast<std::size_t>(size.w) * 3);
    good = info && !size.empty() && encode(png, info, size, pixels, stride, row.data());
    png_destroy_write_struct(&png, &info);
  }
  if (!good)
    return Error{trf("cannot make a PNG of {width} × {height} pixels", fmt::arg("width", size.w),
                     fmt::arg("height", size.h))};
  return real_files().write_atomically(path, file);
}

}  // namespace xp::media
