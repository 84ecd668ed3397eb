// SPDX-License-Identifier: MIT
// A slide as it is looked at: the moments at which it stands still, the texts in them.
#pragma once

#include <cstdint>
#include <vector>

#include "lint/lint.h"

namespace xp::lint {

/// The layers of each moment at which the slide stands still with something of its own; of a line that
/// passes, when its beginning is half way.
std::vector<std::vector<scene::Layer>> pictures_of(const Subject& subject);

/// What a text is to those who read it.
enum class TextLevel : std::uint8_t {
  headline,  ///< slogans, titles, figures
  body,      ///< running text and labels
  frame,     ///< the campaign's line and the source's
};

/// A text of one size on one layer.
struct Text {
  TextLevel level = TextLevel::body;
  double size = 0;  ///< px
  int lines = 0;
  double widest = 0;     ///< em, of its widest line
  bool columns = false;  ///< lines are columns
};

/// The texts of all of them.
std::vector<Text> texts_of(const Subject& subject);

}  // namespace xp::lint
