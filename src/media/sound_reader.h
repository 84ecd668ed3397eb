// SPDX-License-Identifier: MIT
// The sound of one video file. A build without video has another open_sound().
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace xp::media {

inline constexpr int kSoundRate = 48000;  ///< sample pairs a second: left, right, 16 bit

using Samples = std::vector<std::int16_t>;

/// One thread.
class SoundReader {
 public:
  virtual ~SoundReader() = default;
  /// The next samples, from `time` after the last seek on; empty at the end.
  virtual Samples next() = 0;
  /// Next comes what is heard at `time` of the file.
  virtual bool seek(Duration time) = 0;
};

/// null where the file has no sound that can be decoded. Any thread.
std::unique_ptr<SoundReader> open_sound(const std::string& path);

/// How long so many samples last.
Duration duration_of(const Samples& samples);
/// How many sample pairs that is.
std::int64_t pairs_in(Duration duration);

}  // namespace xp::media
