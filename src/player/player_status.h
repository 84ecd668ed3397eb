// SPDX-License-Identifier: MIT
// What the player says about itself: status.json in the state directory, for people and for programs that
// look after many screens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "base/memory_use.h"
#include "base/result.h"
#include "base/time.h"
#include "player/crash_history.h"
#include "show/show.h"

namespace xp::player {

inline constexpr const char* kStatusFile = "status.json";
inline constexpr const char* kMetricsFile = "metrics.prom";

/// What a zone shows, in show time.
struct ZoneStatus {
  std::string zone, slide;
  Instant since, until;
};

struct NextStatus {
  std::string slide;
  Instant at;
};

/// A mistake in a file.
struct TroubleStatus {
  std::string id;     ///< of the diagnostic: "syntax"
  std::string place;  ///< "playlist.toml:3:1"
  std::string message;
};
std::optional<TroubleStatus> first_error(const Diagnostics& diagnostics);

/// The last time that the files were read.
struct ReloadStatus {
  Instant at;                          ///< wall time
  std::optional<TroubleStatus> error;  ///< it was refused: what was shown before goes on
};

struct FrameStatus {
  std::uint64_t presented = 0;
  std::uint64_t late = 0;  ///< shown more than two intervals of the screen after their time
  Duration longest{};      ///< computed and presented
};

struct UnusableStatus {
  std::string slide, reason;
  bool quarantined = false;  ///< it made the player crash
};

struct DisplayStatus {
  std::string screen;      ///< the profile's name
  Size size;               ///< of the output, px
  bool offscreen = false;  ///< there is none to look at
  bool connected = false;
  bool cut = false;                    ///< it is too small for the screen's picture
  std::optional<Instant> off_until{};  ///< outside of the panel's hours
};

/// What crashes led to.
struct CrashStatus {
  Rung rung = Rung::whole;
  std::uint64_t counted = 0;  ///< crashes that still count
  bool last_good = false;     ///< the last good playlist is shown instead of one that was given up
};

/// Waiting: for a display. Dark: after a crash on the card itself.
enum class PlayerState { starting, waiting, dark, playing, standby, stopped };
std::string_view word_of(PlayerState state);

struct PlayerStatus {
  PlayerState state = PlayerState::starting;
  std::string version;
  std::string boot_id;
  std::int64_t pid = 0;
  bool simulated = false;        ///< no public screen's, or its time is not the wall clock's
  Instant started, written;      ///< wall time
  Duration written_monotonic{};  ///< the same moment: wall time may be set
  UtcOffset offset;              ///< the playlist's: times are written with it
  std::string playlist, playlist_hash, title;
  std::vector<ZoneStatus> showing;
  std::optional<NextStatus> next;
  std::optional<ReloadStatus> reload;
  std::optional<TroubleStatus> player_file;  ///< it was read with mistakes, when the player started
  FrameStatus frames;
  std::vector<UnusableStatus> unusable;
  CrashStatus crashes;
  show::ClockState clock = show::ClockState::trusted;
  std::optional<int> unknown_year;  ///< schedules ask for its working days, and no calendar has it
  DisplayStatus display;
  std::optional<Instant> files_silent_since;                ///< wall time: those of the show cannot be read
  std::string play_log_error;                               ///< why rows wait for the disk; empty: none does
  std::vector<MemoryUse> memory;                            ///< what the stores of pixels hold
  std::optional<std::uint64_t> rss_bytes, disk_free_bytes;  ///< nothing: unknown
};

/// status.json: indented, a final newline.
std::string to_json(const PlayerStatus& status);
/// What to_json wrote, by this version or another: keys that are missing keep their defaults.
Result<PlayerStatus> parse_status(std::string_view json);
/// metrics.prom: the Prometheus text format 0.0.4, for node_exporter's textfile collector.
std::string to_metrics(const PlayerStatus& status);

}  // namespace xp::player
