// SPDX-License-Identifier: MIT
// Which slide a zone plays at an instant: a pure function (design §2).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "playlist/activity.h"
#include "playlist/playlist.h"
#include "playlist/promise.h"

namespace xp::playlist {

/// A slide's place in a sequence, as far as time is concerned.
struct Item {
  std::size_t slide = 0;  ///< index into Playlist::slides
  Duration duration{};
  int weight = 1;
  bool usable = true;             ///< false: its slots go to the next usable item; no other slot moves
  std::vector<Schedule> rules{};  ///< all must hold
  bool urgent = false;   ///< lies over the cycle of the others while it is active, and never shifts it
  int min_per_hour = 0;  ///< showings promised for every hour in which it is active; 0: none
};

/// The stretch of time [start, end) that a slide has in a zone.
struct Slot {
  std::size_t slide = 0;
  Instant start, end;
  bool operator==(const Slot&) const = default;
};

/// Whose time it is: what every timeline of a campaign goes by.
struct Pace {
  Sync sync = Sync::wall_clock;
  Instant anchor;  ///< for Sync::start when the loop began; ignored for wall clock
  UtcOffset offset;
  CalendarPtr calendar{};
};

/// One zone's sequence: the cycle of its active items, begun anew at local midnight and whenever others
/// become active (Sync::start: at the anchor and whenever others become active). Immutable; any thread.
class Timeline {
 public:
  Timeline(std::vector<Item> items, Pace pace);
  /// The slot that holds `t`; nothing where no active item is usable. A slot cut by midnight or by a schedule
  /// ends there.
  std::optional<Slot> slot_at(Instant t) const;
  /// The cycle that is played at an instant, and as long as it is the same one.
  struct Stretch {
    Instant begin, end;
    std::vector<std::size_t> slides;  ///< in the order of the cycle, each once; indices into Playlist::slides
    Duration cycle{};
    bool urgent = false;
  };
  Stretch stretch_at(Instant t) const;
  /// Those that have a turn, or a part of one, between two instants of one stretch.
  std::set<std::size_t> shown_between(Instant from, Instant to) const;
  /// A slide that is promised so many showings an hour, and has `fewest` in the poorest hour of its stretch.
  struct Promised {
    std::size_t slide = 0;
    int per_hour = 0, fewest = 0;
  };
  /// Of the cycle that is played at an instant: those of its usable items that are promised any.
  std::vector<Promised> promised_at(Instant t) const;
  /// What slot_at() answers stays so before it, slots apart: the end of a stretch without a slot.
  Instant changes_after(Instant t) const;
  /// The order of one cycle of all items (indices): smooth weighted round-robin, with further turns of those
  /// that are promised; an item never follows itself while another can.
  const std::vector<std::size_t>& cycle() const { return all_.order; }
  Duration cycle_length() const { return all_.length(); }

 private:
  struct Cycle {
    std::vector<std::size_t> order;
    std::vector<Duration> starts;  ///< of each place in the cycle, and the end
    Duration length() const { return starts.back(); }
  };
  /// Items that are urgent, or those that are not.
  struct Part {
    Priority priority;
    std::vector<std::size_t> items;
    Activity activity;
    int restarts;                        ///< of the cycle, in an hour at most
    std::shared_ptr<const Cycle> whole;  ///< where all of them are always active; null elsewhere
  };
  struct Memo;

  Part part_of(Priority priority, const CalendarPtr& calendar);
  Cycle cycle_of(const std::vector<std::size_t>& items) const;
  std::shared_ptr<const Cycle> cycle_of(const Part& part, const Mask& active) const;
  /// What is played at an instant: urgent ones before the others.
  const Part& part_at(Instant t) const;
  std::optional<Slot> slot_in(const Part& part, Instant t) const;
  std::optional<Slot> slot_of(const Cycle& cycle, Instant origin, Instant t) const;
  /// The first usable item from a place of the cycle on.
  std::optional<std::size_t> usable_from(const Cycle& cycle, std::size_t place) const;

  std::vector<Item> items_;
  Pace pace_;
  std::vector<Turn> turns_;  ///< of each item
  Cycle all_;
  Part urgent_, others_;
  std::shared_ptr<Memo> memo_;
};

/// The timeline of `zone`: its enabled slides in file order. `unusable`: ids of slides that cannot be shown.
Timeline zone_timeline(const Playlist& playlist, std::string_view zone, Instant anchor,
                       const std::set<std::string>& unusable = {}, CalendarPtr calendar = nullptr);

}  // namespace xp::playlist
