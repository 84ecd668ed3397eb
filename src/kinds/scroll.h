// SPDX-License-Identifier: MIT
// One line that scrolls from right to left without end: tickers and marquees.
#pragma once

#include <string>
#include <vector>

#include "kinds/canvas.h"
#include "kinds/ticks.h"

namespace xp::kinds {

/// How the line looks.
struct ScrollStyle {
  Rect band;  ///< where it scrolls, zone px
  std::string role;
  int size = 0;       ///< px
  scene::Ink ink;     ///< of the text; the separator has the normal one
  Color ground;       ///< of the band, drawn with every tile so that tiles are opaque
  int air = 0;        ///< px at both sides of a text
  int separator = 0;  ///< width of the diamond between texts, px; 0: none
  std::string tag;    ///< before every text, on a patch of the ink's colour; empty: none
};

/// A line that passes from right to left.
struct Passing {
  int step = 1;    ///< px a refresh
  int band = 0;    ///< where it is seen, px
  int length = 0;  ///< of all that passes, or of the longest text where texts take turns, px
};

/// A piece of the line as one drawing, at most scene::kMaxSurface wide.
struct ScrollTile {
  scene::OpsPtr ops;
  int width = 0;
};

/// Position of the line's begin at `tick`: how many px it stands to the left, 0 … period − 1.
int scroll_offset(std::int64_t tick, int step, int period);
/// px a refresh that are asked for.
double scroll_speed(const Theme& theme, const Surroundings& around);
/// Whole px a refresh that come nearest to the theme's speed, at least one.
int scroll_step(const Theme& theme, const Surroundings& around);

std::vector<ScrollTile> scroll_tiles(Typesetter& type, const std::vector<std::string>& texts,
                                     const ScrollStyle& style);

class ScrollingLine : public Laid {
 public:
  struct State {
    std::vector<scene::Layer> ground;
    std::vector<ScrollTile> tiles;
    Rect band;
    TickGrid grid;
    int step = 1;
    TextFaults faults;
  };
  explicit ScrollingLine(State state);

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override;
  Instant next_change(const Moment& moment) const override;
  const TextFaults& faults() const override { return state_.faults; }
  std::optional<Passing> passing() const { return Passing{state_.step, state_.band.w, period_}; }

 private:
  State state_;
  int period_ = 0;
};

/// The tiles in `band` over everything `canvas` has drawn.
LaidPtr finish_scroll(Canvas& canvas, std::vector<ScrollTile> tiles, const Rect& band);

}  // namespace xp::kinds
