// SPDX-License-Identifier: MIT
// Keeps a player from crashing for ever: looks at what the last one left behind, and decides with the crash
// ladder what this one plays.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/file.h"
#include "base/time.h"
#include "player/crash_history.h"
#include "player/crash_mark.h"
#include "player/last_good.h"
#include "player/show_reader.h"

namespace xp::player {

/// What a start may not play, and what it plays instead.
struct Precautions {
  CrashHistory history;
  std::optional<LastGood> last_good;
};

/// Main thread. Writes only where there was a crash, and once when it no longer counts.
class CrashGuard {
 public:
  /// A guest knows what crashed before and leaves no trace of its own.
  enum class Role : std::uint8_t { player, guest };

  /// Of a player that starts now. `boot_id`: of the machine's start. What it finds is said.
  CrashGuard(FileSystem& files, std::string directory, std::string boot_id, ClockReading now,
             Role role = Role::player);

  /// It is a player, and no other one plays with this directory: its status is what people look for there.
  bool owns_directory() const { return owns_; }

  CrashMark& mark() { return *mark_; }
  const CrashHistory& history() const { return history_; }
  Precautions precautions() const { return {history_, kept_}; }
  /// From when on slides may be played, on the monotonic clock; until then the safe card.
  Duration play_from() const { return play_from_; }
  /// The last player did not even survive the card: nothing is shown until play_from().
  bool stays_dark() const { return stays_dark_; }

  /// At every turn of the loop while slides of `show` are played. What is played for long enough is kept as
  /// the last good playlist. True: crashes count no more.
  bool plays(const show::Show& show, ClockReading reading);
  /// The player ends by itself.
  void stops() { mark_->stops(); }

 private:
  Status claim(const std::string& boot_id, ClockReading now);
  void blame(const Remains& remains, ClockReading now);
  void save();
  void keep(const show::Show& show, Duration now);

  FileSystem& files_;
  std::string directory_;
  CrashHistory history_;
  std::unique_ptr<CrashMark> mark_;
  std::unique_ptr<LastGoodKeeper> keeper_;
  std::optional<LastGood> kept_;
  Hash playing_;
  Duration playing_since_{};
  Duration play_from_{};
  bool stays_dark_ = false;
  bool owns_ = false;
};

/// Reads as `reader` does, but the last good playlist instead of one that was given up, and again without the
/// slides that are in quarantine where there are any. Marks that it reads. `mark` outlives it.
ShowReader guarded_reader(ShowReader reader, Precautions precautions, CrashMark& mark);

/// Who is to blame when drawing the picture of `t` fails: the slide whose slot began last; none where no zone
/// has one.
SlideVersion newest_slide(const show::Show& show, Instant t);

}  // namespace xp::player
