// SPDX-License-Identifier: MIT
// A line of the play log: what was shown, when and for how long, or what could not be written
// (docs/play-log.md).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"
#include "playlog/sha256.h"

namespace xp::playlog {

enum class RowKind { showing, gap };

/// Why a showing ended, or why nothing was written or shown. The file has them as numbers: new ones go to the
/// end.
enum class Reason {
  slot_over,   ///< its time was over
  preempted,   ///< another slide was shown before that: an urgent one, or a schedule's boundary
  reload,      ///< the files changed
  stop,        ///< somebody stopped the player
  unfinished,  ///< the player ended without a word (crash, power cut); the end is when it was last seen
  clock_set,   ///< show time was moved
  display_lost,
  not_running,  ///< gaps: from the last sign of one run to the first of the next …
  standby,      ///< … the standby card was shown …
  not_written,  ///< … rows were lost because the disk or the file did not take them …
  too_many,     ///< … or because they came faster than they could be written …
  damaged,      ///< … or with the file that had to be moved aside
};
inline constexpr int kReasons = int(Reason::damaged) + 1;
/// The stable word of the file and of every format for programs: "slot-over".
std::string_view word_of(Reason reason);

enum class ClockState { trusted, untrusted };
std::string_view word_of(ClockState state);

/// Both clocks at one moment.
struct Moment {
  ClockReading at;
  ClockState clock = ClockState::trusted;
};

/// One run of the player.
struct Run {
  std::string boot;        ///< of the machine
  std::string version;     ///< of the program
  bool simulated = false;  ///< no public screen's, or its time is not the wall clock's: never counted
  auto operator<=>(const Run&) const = default;
};

/// What is shown, where. Plain words: the log outlives the playlist.
struct Subject {
  std::string screen;  ///< the profile's name
  std::string show;    ///< hash of the playlist
  std::string zone, slide, kind, title;
  std::string content;                 ///< hash of the slide's content
  std::int32_t utc_offset = 8 * 3600;  ///< of the playlist, s
  auto operator<=>(const Subject&) const = default;
};

/// Times are kept in milliseconds.
struct Row {
  std::int64_t sequence = 0;  ///< from 1, without a hole
  RowKind kind = RowKind::showing;
  Reason reason = Reason::slot_over;
  Run run;
  Subject subject;                         ///< of gaps: the offset alone
  ClockState clock = ClockState::trusted;  ///< the worse of begin's and end's
  ClockReading begin, end;
  Duration on_screen{};   ///< of a showing: really visible, on the monotonic clock
  std::int64_t lost = 0;  ///< of a gap: rows that were not written
  Digest hash{};
};

}  // namespace xp::playlog
