// SPDX-License-Identifier: MIT
// Which slide a zone plays at an instant: a pure function (design §2).
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "playlist/playlist.h"

namespace xp::playlist {

/// A slide's place in a sequence, as far as time is concerned.
struct Item {
  std::size_t slide = 0;  ///< index into Playlist::slides
  Duration duration{};
  int weight = 1;
  bool usable = true;  ///< false: its slots go to the next usable item; no other slot moves
};

/// The stretch of time [start, end) that a slide has in a zone.
struct Slot {
  std::size_t slide = 0;
  Instant start, end;
  bool operator==(const Slot&) const = default;
};

/// One zone's sequence. Immutable; any thread.
class Timeline {
 public:
  /// `anchor`: for Sync::start when the loop began; ignored for wall clock, where cycles restart at local
  /// midnight.
  Timeline(std::vector<Item> items, Sync sync, Instant anchor, UtcOffset offset);
  /// The slot that holds `t`; nothing where no item is usable. A slot cut by midnight ends there.
  std::optional<Slot> slot_at(Instant t) const;
  /// The order of one cycle (indices into items): smooth weighted round-robin; an item never follows itself
  /// while another can.
  const std::vector<std::size_t>& cycle() const { return cycle_; }
  Duration cycle_length() const;

 private:
  /// The first usable item from a place of the cycle on.
  std::optional<std::size_t> usable_from(std::size_t place) const;

  std::vector<Item> items_;
  std::vector<std::size_t> cycle_;
  std::vector<Duration> starts_;  ///< of each place in the cycle, and the end
  Sync sync_;
  Instant anchor_;
  UtcOffset offset_;
};

/// The timeline of `zone`: its enabled slides in file order. `unusable`: ids of slides that cannot be shown.
Timeline zone_timeline(const Playlist& playlist, std::string_view zone, Instant anchor,
                       const std::set<std::string>& unusable = {});

}  // namespace xp::playlist
