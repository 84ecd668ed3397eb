// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "show/show.h"

namespace xp::lint {

/// What is to be looked at on a zone: its enabled slides; of a zone that a kind fills, each line of the
/// ticker or each slogan by itself, as a slide of that kind at the place where it is written. A slide with a
/// defect that is reported already is left out.
std::vector<playlist::Slide> slides_on(const show::Show& show, const show::ZoneShow& zone);

}  // namespace xp::lint
