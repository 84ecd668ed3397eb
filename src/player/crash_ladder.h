// SPDX-License-Identifier: MIT
// What a player that keeps crashing gives up, step by step: the slide that does it, the playlist, in the end
// everything but a card. Pure; on the monotonic clock of one boot.
#pragma once

#include "player/crash_history.h"

namespace xp::player {

// The rules, as docs/after-a-crash.md tells them.
inline constexpr std::size_t kCrashesAStep = 3;
inline constexpr Duration kCrashWindow = std::chrono::minutes(5);  ///< in which they happen
inline constexpr Duration kCalm = std::chrono::hours(1);  ///< of playing, after which nothing counts any more
inline constexpr std::size_t kMostStarts = 10;            ///< in any hour, whatever crashes
/// Of them: one is nobody's crash, and one is left for a player that does not survive the card.
inline constexpr std::size_t kMostTries = kMostStarts - 2;
inline constexpr Duration kRestBetween = kCalm / kMostTries;  ///< once the last good playlist has crashed too
inline constexpr std::size_t kMostQuarantined = 256;          ///< the oldest are forgotten

/// The history after one more crash. `wall`: of it, for people.
CrashHistory after_crash(CrashHistory history, const Crash& crash, Instant wall);
/// After a start of the machine: times of another boot mean nothing. What is in quarantine stays there.
CrashHistory after_boot(CrashHistory history, const std::string& boot_id);
/// After kCalm.
CrashHistory after_calm(CrashHistory history);
/// With a start in it that follows a crash.
CrashHistory after_start(CrashHistory history, Duration start);
/// When slides may be played by a player that starts at `now`, the last start of `history`: then, or later
/// with the card until that time.
Duration may_play_at(const CrashHistory& history, Duration now);

/// Is the slide with this content to be left out?
bool is_quarantined(const CrashHistory& history, const SlideVersion& slide);

}  // namespace xp::player
