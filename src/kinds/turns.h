// SPDX-License-Identifier: MIT
// Texts that take turns on one band: those that fit stand still in its middle, the others pass from right to
// left.
#pragma once

#include <cstdint>
#include <vector>

#include "kinds/scroll.h"

namespace xp::kinds {

/// One text's turn.
struct Turn {
  std::vector<ScrollTile> tiles;  ///< standing: one as wide as the band
  bool stands = true;
  std::int64_t ticks = 0;  ///< how long it lasts
};

class TurnLine : public Laid {
 public:
  struct State {
    std::vector<scene::Layer> ground;  ///< the band is filled
    std::vector<Turn> turns;
    Rect band;
    TickGrid grid;
    int step = 1;       ///< px a tick of what passes
    int wipe_step = 0;  ///< px a tick of the edge between two that stand; 0: a cut
    TextFaults faults;
  };
  explicit TurnLine(State state);

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override;
  Instant next_change(const Moment& moment) const override;
  const TextFaults& faults() const override { return state_.faults; }
  std::optional<Passing> passing() const;

 private:
  struct Place {
    std::size_t turn = 0;
    std::int64_t tick = 0;  ///< since the turn began
  };
  Place place_at(std::int64_t tick) const;
  /// Where the edge between this turn and the one before stands, px from the band's left; its width when
  /// there is none.
  int edge_at(const Place& place) const;
  void append_standing(const Turn& turn, const Rect& clip, std::vector<scene::Layer>& out) const;
  void append_passing(const Turn& turn, std::int64_t tick, std::vector<scene::Layer>& out) const;
  State state_;
  std::int64_t period_ = 0;
};

/// Of a slide whose text passes; nothing where all stands still.
std::optional<Passing> passing_of(const Laid& laid);

}  // namespace xp::kinds
