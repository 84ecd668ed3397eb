// SPDX-License-Identifier: MIT
// Picture files made by the libraries of their formats. Pixels are 0xAARRGGBB, not premultiplied.
#pragma once

#include <cstdint>
#include <cstdio>  // jpeglib.h needs FILE

#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "support/golden.h"

namespace xp::test {

struct Raw {
  Size size;
  std::vector<std::uint32_t> pixels;
  std::uint32_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y * size.w + x)]; }
};

/// Left half `left`, right half `right`.
inline Raw halves(Size size, std::uint32_t left, std::uint32_t right) {
  Raw raw{size, {}};
  for (int y = 0; y < size.h; ++y) {
    for (int x = 0; x < size.w; ++x) raw.pixels.push_back(x < size.w / 2 ? left : right);
  }
  return raw;
}

inline std::vector<std::uint8_t> bytes_of(const Raw& raw, bool alpha) {
  std::vector<std::uint8_t> bytes;
  for (const std::uint32_t p : raw.pixels) {
    for (const unsigned shift : {16U, 8U, 0U}) bytes.push_back(static_cast<std::uint8_t>(p >> shift));
    if (alpha) bytes.push_back(static_cast<std::uint8_t>(p >> 24));
  }
  return bytes;
}

inline std::string png_of(const Raw& raw) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(raw.size.w);
  image.height = static_cast<png_uint_32>(raw.size.h);
  image.format = PNG_FORMAT_RGBA;
  const auto rgba = bytes_of(raw, true);
  std::string file(rgba.size() + 4096, '\0');
  png_alloc_size_t size = file.size();
  if (!png_image_write_to_memory(&image, file.data(), &size, 0, rgba.data(), 0, nullptr)) return {};
  file.resize(size);
  return file;
}

/// The samples of every px are `components` bytes of `space`; `extra` is an APP1 marker's content.
inline std::string jpeg_of(Size size, const std::vector<std::uint8_t>& samples, J_COLOR_SPACE space,
                           int components, const std::string& extra = {}, bool progressive = false) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* out = nullptr;
  unsigned long length = 0;
  jpeg_mem_dest(&jpeg, &out, &length);
  jpeg.image_width = static_cast<JDIMENSION>(size.w);
  jpeg.image_height = static_cast<JDIMENSION>(size.h);
  jpeg.input_components = components;
  jpeg.in_color_space = space;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 95, TRUE);
  if (progressive) jpeg_simple_progression(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  if (!extra.empty()) {
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(extra.data()),
                      static_cast<unsigned>(extra.size()));
  }
  for (int y = 0; y < size.h; ++y) {
    auto* row = const_cast<JSAMPLE*>(samples.data() + std::ptrdiff_t{y} * size.w * components);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::string file(reinterpret_cast<char*>(out), length);
  std::free(out);
  return file;
}

inline std::string jpeg_of(const Raw& raw, const std::string& extra = {}, bool progressive = false) {
  return jpeg_of(raw.size, bytes_of(raw, false), JCS_RGB, 3, extra, progressive);
}

inline std::string webp_of(const Raw& raw) {
  std::uint8_t* out = nullptr;
  const std::size_t length =
      WebPEncodeLosslessRGBA(bytes_of(raw, true).data(), raw.size.w, raw.size.h, raw.size.w * 4, &out);
  std::string file(reinterpret_cast<char*>(out), length);
  WebPFree(out);
  return file;
}

/// A file with these bytes; its path.
inline std::string file_of(const std::string& bytes) {
  const std::string path = scratch_directory() + "/picture";
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace xp::test
