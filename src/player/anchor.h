// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "show/show.h"

namespace xp::player {

/// What was on the screen when its files were read anew.
struct Keep {
  std::string slide;   ///< of the first zone that plays slides
  Duration elapsed{};  ///< in its slot
  Instant now;
};
/// Nothing where no slide is shown.
std::optional<Keep> keep_of(const show::Show& show, Instant now);

/// With sync = "start" the slide on the screen goes on where it is after a reload: the anchor that does it.
/// Nothing when the present one does, when the slide is gone, or with wall-clock time.
std::optional<Instant> kept_anchor(const show::Show& fresh, Instant anchor, const Keep& keep);

/// The first zone that plays slides; null where there is none.
const show::ZoneShow* main_zone(const show::Show& show);

}  // namespace xp::player
