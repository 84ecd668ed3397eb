// SPDX-License-Identifier: MIT
// What the player remembers of its crashes, from one start to the next: crashes.json in the state directory.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/hash.h"
#include "base/time.h"

namespace xp::player {

inline constexpr const char* kCrashFile = "crashes.json";

/// A slide as it was when something happened to it.
struct SlideVersion {
  std::string slide;  ///< its id; empty: none
  Hash content;
  bool operator==(const SlideVersion&) const = default;
};

struct Crash {
  Duration at{};  ///< on the monotonic clock of the boot
  SlideVersion suspect;
  Hash playlist;         ///< none: it was being read
  bool on_card = false;  ///< no slide was shown yet
};

struct Quarantine {
  SlideVersion slide;
  Instant since;  ///< wall time
};

/// How far the player has given way.
enum class Rung { whole, quarantine, last_good, safe_card };
std::string_view word_of(Rung rung);
Rung rung_of(std::string_view word);  ///< whole for any other word

struct CrashHistory {
  std::string boot_id;
  Rung rung = Rung::whole;
  std::vector<Crash> crashes;           ///< those that still count
  std::vector<Duration> starts;         ///< after crashes, oldest first; monotonic clock
  std::vector<Quarantine> quarantined;  ///< oldest first
  std::optional<Hash> bad_playlist;     ///< left for the last good one
};

std::string to_json(const CrashHistory& history);
/// Nothing for what is no history; keys that are missing keep their defaults.
std::optional<CrashHistory> parse_crash_history(std::string_view json);

/// Of `directory`. What cannot be understood is put aside as crashes.json.bad, said, and forgotten.
CrashHistory read_crash_history(FileSystem& files, const std::string& directory);
Status write_crash_history(FileSystem& files, const std::string& directory, const CrashHistory& history);

}  // namespace xp::player
