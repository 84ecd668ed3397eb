// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "kinds/slide_kind.h"
#include "kinds/ticks.h"

namespace xp::kinds {

/// A page below which a thin line grows until the page's time is over. It moves when it grows by a pixel; on
/// LED panels once a second.
class ProgressLine : public Laid {
 public:
  struct State {
    LaidPtr page;
    Rect track;
    Color color;
    TickGrid grid;
    bool by_seconds = false;
  };
  explicit ProgressLine(State state);

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override;
  Instant next_change(const Moment& moment) const override;

 private:
  /// Steps that the line takes in a stay of some ticks.
  std::int64_t steps_of(std::int64_t ticks) const;
  std::int64_t tick_of(const Moment& moment) const;
  State state_;
  scene::OpsPtr line_;
};

}  // namespace xp::kinds
