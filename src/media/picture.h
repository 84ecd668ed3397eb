// SPDX-License-Identifier: MIT
// Pictures: PNG, JPEG and WebP, decoded by xuanping-decode (a short-lived process with limits), never in the
// player.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/geometry.h"
#include "base/hash.h"
#include "base/result.h"

namespace xp::media {

inline constexpr int kMaxSide = 8192;  ///< px
inline constexpr std::int64_t kMaxPixels = 33'000'000;
inline constexpr std::int64_t kMaxFileBytes = 64 * 1024 * 1024;

/// Premultiplied ARGB32 (0xAARRGGBB in native order), sRGB. Immutable; any thread.
struct Picture {
  Size size;
  bool opaque = false;
  Hash hash;                          ///< of the file's bytes
  std::vector<std::uint32_t> pixels;  ///< size.w · size.h, row by row
};

/// A picture that is not decoded yet.
struct PictureFile {
  std::string path;
  Size claimed;  ///< of the header; a photograph that is to be turned swaps the sides
  Hash hash;     ///< of the file's bytes
};

/// Looks at a file's header. The error says why it is no picture that can be shown.
Result<PictureFile> picture_file(const FileSystem& files, const std::string& path);

/// Decodes in a worker process: 2 s of CPU, 512 MiB of memory. The error says what is wrong with the file.
/// Any thread.
Result<std::shared_ptr<const Picture>> decode_picture(const std::string& path);

}  // namespace xp::media
