// SPDX-License-Identifier: MIT
// What the player is at, in a file that outlives it: the next start reads there who is to blame. A mark is
// one small write into the page cache, which survives the process though not the machine; nothing waits for a
// disk.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/result.h"
#include "player/crash_history.h"

namespace xp::player {

inline constexpr const char* kMarkFile = "running.mark";

/// What a player that did not end by itself left behind.
struct Remains {
  std::string boot_id;
  SlideVersion suspect;  ///< what was being prepared; else what was shown; empty: neither
  Hash playlist;
  bool on_card = false;
};

/// Any thread.
class CrashMark {
 public:
  virtual ~CrashMark() = default;
  /// Main thread, before it is drawn: the slide whose slot began last.
  virtual void shows(const SlideVersion& slide, const Hash& playlist) = 0;
  virtual void shows_card() = 0;
  /// Worker, before and after.
  virtual void reads() = 0;
  virtual void prepares(const SlideVersion& slide) = 0;
  virtual void rests() = 0;
  /// The player ends by itself: nobody is to blame.
  virtual void stops() = 0;
};

struct OpenedMark {
  std::unique_ptr<CrashMark> mark;
  std::optional<Remains> remains;  ///< nothing: the last player ended by itself
};
/// In `directory`, for as long as the mark lives; EWOULDBLOCK where another player has it.
Result<OpenedMark> open_crash_mark(const std::string& directory, const std::string& boot_id);
/// Nobody reads it.
std::unique_ptr<CrashMark> no_crash_mark();

std::optional<Remains> parse_remains(std::string_view text);

}  // namespace xp::player
