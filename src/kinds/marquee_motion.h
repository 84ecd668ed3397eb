// SPDX-License-Identifier: MIT
// How a marquee moves: a key of a slide, and of a zone that a marquee fills.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "toml/field.h"

namespace xp::kinds {

enum class MarqueeMotion : std::uint8_t {
  automatic,  ///< what fits stands still for its time, what does not passes
  scroll,     ///< all texts in one line without end
  hold,       ///< as automatic
  wipe,       ///< as automatic, and a moving edge uncovers the next text
};

}  // namespace xp::kinds

template <>
struct xp::toml::EnumNames<xp::kinds::MarqueeMotion> {
  using Motion = xp::kinds::MarqueeMotion;
  static constexpr std::pair<std::string_view, Motion> names[] = {{"auto", Motion::automatic},
                                                                  {"scroll", Motion::scroll},
                                                                  {"hold", Motion::hold},
                                                                  {"wipe", Motion::wipe}};
};
