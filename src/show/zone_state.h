// SPDX-License-Identifier: MIT
// What a zone of slides shows at an instant, before anything is laid out: arithmetic only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/time.h"
#include "kinds/slide_kind.h"
#include "playlist/timeline.h"
#include "show/show.h"

namespace xp::show {

/// A slide at a moment of its life.
struct SlideMoment {
  std::size_t slide = 0;
  kinds::Moment moment;
};

struct ZoneState {
  playlist::Slot slot;
  SlideMoment shown;
  /// During the transition and the tick after it: the slot before, in its final state.
  std::optional<SlideMoment> outgoing;
  double progress = 1;     ///< of the transition, 0 … 1
  Instant until;           ///< the state is the same before it, as far as slots and transitions go
  Instant transition_end;  ///< of this slot's
};

/// Nothing where the zone has no usable slide.
std::optional<ZoneState> zone_state(const Show& show, const ZoneShow& zone, Instant t);

/// The first part of a slot, in which the slide before makes way: none on LED panels, at most half of the
/// slot.
Duration transition_of(const Show& show, const playlist::Slot& slot);

}  // namespace xp::show
