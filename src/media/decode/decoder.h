// SPDX-License-Identifier: MIT
// The picture decoders. They end the process where a file is bad: it holds nothing that is worth cleaning up.
#pragma once

#include <cstddef>
#include <cstdint>

#include "media/decode/protocol.h"

namespace xp::media {

struct DecodeJob {
  const std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  DecodeHeader* header = nullptr;
  std::uint32_t* pixels = nullptr;  ///< room for header->width · header->height
};

[[noreturn]] void stop(Outcome outcome);

/// Limits memory, time and descriptors, then forbids every system call but those of memory and exit. False:
/// refused.
bool confine();

void decode_png(const DecodeJob& job);
void decode_jpeg(const DecodeJob& job);
void decode_webp(const DecodeJob& job);

/// Turns RGBA bytes in the place of the pixels into premultiplied ARGB32; true when all are opaque.
bool premultiply(std::uint32_t* pixels, std::size_t count);

}  // namespace xp::media
