// SPDX-License-Identifier: MIT
#include <cstdio>  // jpeglib.h needs FILE

#include <jpeglib.h>

#include <jerror.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "media/decode/decoder.h"

namespace xp::media {
namespace {

void fail(j_common_ptr jpeg) {
  stop(jpeg->err->msg_code == JERR_OUT_OF_MEMORY ? Outcome::no_memory : Outcome::damaged);
}

/// libjpeg paints what is missing of a cut-off file grey and warns; to us that is no picture.
void warn(j_common_ptr jpeg, int level) {
  const int code = jpeg->err->msg_code;
  if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) stop(Outcome::damaged);
}

/// Bytes of TIFF in either order; reading outside gives 0.
struct Tiff {
  const std::uint8_t* bytes;
  std::size_t size;
  bool big;
  std::uint32_t number(std::size_t at, std::size_t width) const {
    if (at > size || width > size - at) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8 | bytes[at + (big ? i : width - 1 - i)];
    return value;
  }
};

/// The EXIF orientation, 1 to 8.
unsigned orientation_of(const jpeg_decompress_struct& jpeg) {
  constexpr std::size_t kPrefix = 6;
  for (auto* marker = jpeg.marker_list; marker; marker = marker->next) {
    if (marker->data_length < kPrefix + 8 || std::memcmp(marker->data, "Exif\0", kPrefix) != 0) continue;
    const Tiff tiff{marker->data + kPrefix, marker->data_length - kPrefix, marker->data[kPrefix] == 'M'};
    const std::size_t directory = tiff.number(4, 4);
    for (std::size_t i = 0; i < tiff.number(directory, 2); ++i) {
      const std::size_t entry = directory + 2 + i * 12;
      const std::uint32_t value = tiff.number(entry + 8, 2);
      if (tiff.number(entry, 2) == 0x0112 && value >= 1 && value <= 8) return value;
    }
  }
  return 1;
}

/// Where the px (x, y) of the file is shown.
struct Placement {
  unsigned orientation;
  std::size_t w, h;  ///< of the file

  bool turned() const { return orientation >= 5; }
  std::size_t at(std::size_t x, std::size_t y) const {
    const bool mirrored_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool mirrored_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    if (mirrored_x) x = w - 1 - x;
    if (mirrored_y) y = h - 1 - y;
    return turned() ? x * h + y : y * w + x;
  }
};

std::uint32_t rgb(unsigned r, unsigned g, unsigned b) { return 0xff000000U | r << 16 | g << 8 | b; }

/// Adobe writes CMYK inverted: 255 is no ink.
std::uint32_t from_cmyk(const JSAMPLE* in, bool inverted) {
  const unsigned flip = inverted ? 0 : 255;
  const unsigned k = in[3] ^ flip;
  return rgb((in[0] ^ flip) * k / 255, (in[1] ^ flip) * k / 255, (in[2] ^ flip) * k / 255);
}

void read_rows(jpeg_decompress_struct& jpeg, const Placement& placement, std::uint32_t* pixels) {
  const bool cmyk = jpeg.out_color_space == JCS_CMYK;
  const std::size_t step = cmyk ? 4 : 3;
  std::vector<JSAMPLE> samples(placement.w * step);
  while (jpeg.output_scanline < jpeg.output_height) {
    const std::size_t y = jpeg.output_scanline;
    JSAMPROW row = samples.data();
    jpeg_read_scanlines(&jpeg, &row, 1);
    for (std::size_t x = 0; x < placement.w; ++x, row += step) {
      pixels[placement.at(x, y)] = cmyk ? from_cmyk(row, jpeg.saw_Adobe_marker) : rgb(row[0], row[1], row[2]);
    }
  }
}

}  // namespace

void decode_jpeg(const DecodeJob& job) {
  jpeg_error_mgr errors{};
  jpeg_decompress_struct jpeg{};
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = fail;
  errors.emit_message = warn;
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, job.bytes, static_cast<unsigned long>(job.size));
  jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&jpeg, TRUE);
  if (jpeg.image_width != job.header->width || jpeg.image_height != job.header->height)
    stop(Outcome::damaged);
  const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
  jpeg.out_color_space = inks ? JCS_CMYK : JCS_RGB;
  jpeg.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&jpeg);
  const Placement placement{orientation_of(jpeg), jpeg.image_width, jpeg.image_height};
  read_rows(jpeg, placement, job.pixels);
  if (placement.turned()) std::swap(job.header->width, job.header->height);
  job.header->opaque = 1;
}

}  // namespace xp::media
