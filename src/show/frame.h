// SPDX-License-Identifier: MIT
// The screen as a pure function of show and time.
#pragma once

#include <string>
#include <vector>

#include "base/hash.h"
#include "base/time.h"
#include "scene/scene.h"
#include "show/caches.h"
#include "show/show.h"

namespace xp::show {

/// What a zone shows: the row of the play log.
struct Showing {
  std::string zone;
  std::string slide;  ///< its id; the kind's name in a zone that a kind fills
  Instant slot_start, slot_end;
  Hash content;
};

/// A slide of a frame that shows a broken file.
struct Failed {
  std::size_t slide;
  std::string reason;
};

struct Frame {
  scene::Scene scene;
  Instant valid_until;           ///< the picture is the same before it
  Instant slots_until = kNever;  ///< no slot begins before it, nor ends a stretch without one
  std::vector<Showing> showing;
  std::vector<Failed> failed;                             ///< not empty: not to be shown
  std::uint8_t white = 255;                               ///< the level that white is to be shown with
  playlist::PanelState panel = playlist::PanelState::on;  ///< off: the scene is black
};

/// Pure: caches are memo tables and never change the result. Lays out what they lack.
Frame frame_at(const Show& show, Instant t, Caches& caches);

/// One slide alone on its zone, `elapsed` after its entrance, the other zones as at `t`: preview and `render
/// --slide`.
Frame frame_of_slide(const Show& show, std::size_t slide, Duration elapsed, Instant t, Caches& caches);

/// When that slide stands still with something of its own: the end of each of its pages.
std::vector<Duration> rests_of_slide(const Show& show, std::size_t slide, Caches& caches);

}  // namespace xp::show
