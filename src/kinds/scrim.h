// SPDX-License-Identifier: MIT
// A veil between a picture and the words on it: just as dense as they need to be read.
#pragma once

#include <cstdint>
#include <vector>

#include "base/color.h"
#include "kinds/canvas.h"
#include "media/picture.h"

namespace xp::kinds {

/// Words on a picture: where, in the picture's px, in which ink, and the contrast they need.
struct OnPicture {
  Rect area;
  Color ink;
  double contrast;
};

/// The least alpha with which `veil` gives all of them their contrast, measured on the pixels behind them;
/// one in two hundred of these may miss it. 255 where none is enough.
std::uint8_t veil_alpha(const media::Picture& picture, const std::vector<OnPicture>& words, Color veil);

/// The same over pixels of any colour, such as a film's; the areas do not matter.
std::uint8_t veil_alpha_on_anything(std::vector<OnPicture> words, Color veil);

/// Draws the veil: even behind `words` and thinner where there are none, beside them or above and below.
void draw_veil(Canvas& canvas, const Rect& words, Color veil);

/// The theme's background that stands out most from its text.
Color veil_of(const Palette& colors);

}  // namespace xp::kinds
