// SPDX-License-Identifier: MIT
// What the screen shows when nothing can be played: never black, never half a slide. Needs neither the text
// engine nor the font catalogue.
#pragma once

#include <memory>
#include <string_view>

#include "base/geometry.h"
#include "media/picture.h"
#include "scene/scene.h"

namespace xp::present {

/// The card in Chinese and English (in Chinese where both cannot be read) with `reason` in small print (at
/// most four lines). Without an installed font: the bare ground.
std::shared_ptr<const media::Picture> standby_card(Size size, std::string_view reason);

/// The card as a scene.
scene::Scene standby_scene(Size size, std::string_view reason);

}  // namespace xp::present
