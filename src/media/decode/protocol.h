// SPDX-License-Identifier: MIT
// What the player and xuanping-decode agree on: two descriptors, a header in shared memory, exit codes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace xp::media {

inline constexpr int kInputDescriptor = 3;   ///< the file's bytes, read only
inline constexpr int kOutputDescriptor = 4;  ///< shared memory: DecodeHeader, then the pixels

/// Written by the player: `width`, `height` as in the file's header. Written by the decoder: all, the picture
/// as it is to be shown.
struct DecodeHeader {
  std::uint32_t width = 0, height = 0;
  std::uint32_t opaque = 0;
  std::uint32_t reserved = 0;
};
inline constexpr std::size_t kPixelOffset = sizeof(DecodeHeader);

/// Exit codes of the decoder.
enum class Outcome : int {
  decoded = 0,
  misused = 64,      ///< not started by the player
  unconfined = 65,   ///< the kernel refused the limits; nothing was read
  damaged = 66,      ///< cut off or corrupt
  unsupported = 67,  ///< a variant of the format that we do not read
  no_memory = 68,
};

}  // namespace xp::media
