// SPDX-License-Identifier: MIT
#pragma once

#include "scene/scene.h"

namespace xp::kinds {

/// The one shared Ops of this content: what is alive already, else `ops` itself. Two slides with the same
/// background or campaign line then have the same pointer, and a cross-fade leaves it alone. Any thread.
scene::OpsPtr intern(scene::OpsPtr ops);

}  // namespace xp::kinds
