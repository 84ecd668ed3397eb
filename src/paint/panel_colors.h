// SPDX-License-Identifier: MIT
// What a panel of one or two colours shows of a picture. The last step before the light.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "base/panel.h"
#include "paint/pixmap.h"

namespace xp::paint {

/// The colour that the panel shows for an opaque 0xAARRGGBB. Red: lit or dark, whichever is nearer in
/// luminance. Red and green: red, green, both (yellow) or dark, whichever is nearest. Nothing is dithered:
/// letters keep their edges.
std::uint32_t panel_color(Panel panel, std::uint32_t pixel);

/// Maps the pixels of the target inside `rects`. A mapped pixel stays as it is when it is mapped again.
void show_on_panel(Panel panel, const std::vector<Rect>& rects, const Target& target);

}  // namespace xp::paint
