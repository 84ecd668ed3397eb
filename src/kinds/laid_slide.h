// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kinds/slide_kind.h"
#include "kinds/ticks.h"

namespace xp::kinds {

/// How a part of a slide comes to its place. Only a layer's parameters change, or one drawing follows
/// another.
struct Entrance {
  enum class Kind : std::uint8_t {
    none,
    arrive,  ///< moves in from `from` under a clip that stays: a bar that grows, a label at its end
    frames,  ///< one of `frames` a tick, then the layer's own
    appear,  ///< from nothing to its opacity, while it moves in from `from`
  };
  Kind kind = Kind::none;
  Point from;                         ///< displacement at the beginning
  std::vector<scene::OpsPtr> frames;  ///< at ticks 0, 1, …
  std::int64_t start = 0, ticks = 0;  ///< when it begins, how long it takes

  std::int64_t end() const { return kind == Kind::none ? 0 : start + ticks; }
};

/// A layer in its final state, and how it gets there.
struct Part {
  scene::Layer layer;
  Entrance entrance;
};

/// Progress in place of `tick` out of `ticks`, 0 … 1: fast first, at rest at the end.
double ease_out(std::int64_t tick, std::int64_t ticks);

/// A slide whose parts enter once and then stand still.
class LaidSlide : public Laid {
 public:
  struct State {
    std::vector<Part> parts;
    TickGrid grid;
    std::int64_t ticks = 0;  ///< until the last of them stands still
    TextFaults faults;
    std::string failure;  ///< empty: none
  };
  explicit LaidSlide(State state) : state_(std::move(state)) {}

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override;
  Instant next_change(const Moment& moment) const override;
  const TextFaults& faults() const override { return state_.faults; }
  std::string_view failure() const override { return state_.failure; }

 private:
  std::int64_t tick(const Moment& moment) const;  ///< of the entrance, at most its last
  State state_;
};

}  // namespace xp::kinds
