// SPDX-License-Identifier: MIT
#include "media/picture_header.h"

#include <cstdint>
#include <optional>

#include "base/i18n.h"
#include "media/picture.h"

namespace xp::media {
namespace {

/// Reading outside gives nothing.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool has(std::size_t at, std::string_view magic) const {
    return at <= bytes_.size() && bytes_.substr(at, magic.size()) == magic;
  }
  std::optional<std::uint32_t> big(std::size_t at, std::size_t width) const {
    if (at > bytes_.size() || width > bytes_.size() - at) return std::nullopt;
    std::uint32_t value = 0;
    for (const char byte : bytes_.substr(at, width)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
  }
  std::optional<std::uint32_t> little(std::size_t at, std::size_t width) const {
    const auto value = big(at, width);
    return value ? std::optional(__builtin_bswap32(*value) >> (32 - 8 * width)) : std::nullopt;
  }

 private:
  std::string_view bytes_;
};

/// Wide enough for any claim.
struct Claim {
  std::int64_t w = 0, h = 0;
};
using MaybeClaim = std::optional<Claim>;

MaybeClaim claim(std::optional<std::uint32_t> w, std::optional<std::uint32_t> h) {
  return w && h ? MaybeClaim(Claim{*w, *h}) : std::nullopt;
}

MaybeClaim png_claim(const Bytes& bytes) {
  return bytes.has(12, "IHDR") ? claim(bytes.big(16, 4), bytes.big(20, 4)) : std::nullopt;
}

/// SOF0 … SOF15 without DHT, JPG and DAC: the marker that carries the size.
bool carries_size(std::uint32_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

MaybeClaim jpeg_claim(const Bytes& bytes) {
  for (std::size_t at = 2;;) {
    const auto prefix = bytes.big(at, 1), marker = bytes.big(at + 1, 1);
    if (!prefix || !marker || *prefix != 0xff) return std::nullopt;
    if (*marker == 0xff || *marker == 0x01 || (*marker >= 0xd0 && *marker <= 0xd8)) {
      at += *marker == 0xff ? 1 : 2;  // a fill byte, or a marker without content
      continue;
    }
    if (carries_size(*marker)) return claim(bytes.big(at + 7, 2), bytes.big(at + 5, 2));
    const auto length = bytes.big(at + 2, 2);
    if (!length || *length < 2) return std::nullopt;
    at += 2 + *length;
  }
}

MaybeClaim webp_claim(const Bytes& bytes) {
  if (bytes.has(12, "VP8X")) {
    const auto w = bytes.little(24, 3), h = bytes.little(27, 3);
    return w && h ? MaybeClaim(Claim{*w + 1LL, *h + 1LL}) : std::nullopt;
  }
  if (bytes.has(12, "VP8L")) {
    const auto bits = bytes.little(21, 4);
    return bits ? MaybeClaim(Claim{(*bits & 0x3fff) + 1LL, (*bits >> 14 & 0x3fff) + 1LL}) : std::nullopt;
  }
  if (!bytes.has(12, "VP8 ")) return std::nullopt;
  const auto w = bytes.little(26, 2), h = bytes.little(28, 2);
  return w && h ? MaybeClaim(Claim{*w & 0x3fff, *h & 0x3fff}) : std::nullopt;
}

}  // namespace

Result<Size> claimed_size(std::string_view file) {
  if (file.empty()) return Error{tr("the file is empty")};
  const Bytes bytes(file);
  MaybeClaim size;
  if (bytes.has(0, "\x89PNG\r\n\x1a\n")) {
    size = png_claim(bytes);
  } else if (bytes.has(0, "\xff\xd8\xff")) {
    size = jpeg_claim(bytes);
  } else if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
    size = webp_claim(bytes);
  } else {
    return Error{tr("it is no PNG, JPEG or WebP picture")};
  }
  if (!size || size->w < 1 || size->h < 1) return Error{tr("the picture is cut off or damaged")};
  if (size->w > kMaxSide || size->h > kMaxSide || size->w * size->h > kMaxPixels) {
    return Error{trf(
        "the picture is {width} × {height} pixels; at most {side} a side and {total} million in all are read",
        fmt::arg("width", size->w), fmt::arg("height", size->h), fmt::arg("side", kMaxSide),
        fmt::arg("total", kMaxPixels / 1'000'000))};
  }
  return Size{static_cast<int>(size->w), static_cast<int>(size->h)};
}

}  // namespace xp::media
