// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scene/scene.h"

namespace xp::scene {

/// Stable text: a line a layer, an indented line an op; faces by id, px to 1/64, colours as #rrggbbaa, no
/// addresses.
std::string dump(const Scene& scene, const text::FontCatalog& catalog);

}  // namespace xp::scene
