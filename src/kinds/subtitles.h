// SPDX-License-Identifier: MIT
// SubRip files (.srt): what is said when. A file by people who save it with anything, so whatever can be read
// is, and the rest is told with its line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace xp::kinds {

inline constexpr std::size_t kMaxSubtitleBytes = 1 << 20;
inline constexpr std::size_t kMaxCues = 5000;

/// One subtitle: [start, end) from the video's beginning.
struct Cue {
  Duration start{}, end{};
  std::string text;  ///< one or two lines of plain text
  bool operator==(const Cue&) const = default;
};

struct SubtitleMistake {
  int line = 0;         ///< of the file, from 1
  std::string message;  ///< half a sentence
};

struct Subtitles {
  std::vector<Cue> cues;  ///< by their start; where two overlap, the later one is shown
  std::vector<SubtitleMistake> mistakes;
};

/// UTF-8 with or without a byte order mark, UTF-16 with one, GB 18030; any line ends, comma or dot before the milliseconds.
Subtitles parse_srt(std::string_view bytes);

/// The cue shown at `time`; null where nothing is said.
const Cue* cue_at(const std::vector<Cue>& cues, Duration time);

}  // namespace xp::kinds
