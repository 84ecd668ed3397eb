// SPDX-License-Identifier: MIT
// The days to come, as a zone plays them.
#pragma once

#include <vector>

#include "lint/lint.h"

namespace xp::lint {

/// From the day that is checked for on, limits.days of them; none of a zone that a kind fills.
std::vector<playlist::Timeline::Stretch> stretches_of(const show::ZoneShow& zone, const Whole& whole);

/// The first enabled slide of a zone; null where it has none.
const playlist::Slide* first_slide_of(const show::Show& show, const show::ZoneShow& zone);

}  // namespace xp::lint
