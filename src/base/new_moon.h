// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.h"

namespace xp::inline base {

/// The last new moon before `t`, to about half a minute from 1950 to 2060 (J. Meeus, Astronomical Algorithms,
/// chapter 49). Any thread.
Instant new_moon_before(Instant t);

}  // namespace xp::inline base
