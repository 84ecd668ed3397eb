// SPDX-License-Identifier: MIT
// sRGB colours, 8 bit a channel, alpha not premultiplied.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xp::inline base {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Color&) const = default;
};

/// "#rgb", "#rrggbb" or "#rrggbbaa"; nothing else.
std::optional<Color> parse_color(std::string_view text);

/// "#rrggbb", or "#rrggbbaa" when not opaque.
std::string format_color(Color color);

/// `top` over an opaque `bottom`, in sRGB space as the painter does it.
Color over(Color top, Color bottom);

/// Light of a channel's value, both 0 … 1 (the sRGB curve).
double light_of_value(double value);
/// The same of a stored value.
double light_of(std::uint8_t level);
/// Relative luminance of an opaque colour; white has 1.
double luminance(Color color);

/// Contrast ratio of two opaque colours, 1 … 21 (WCAG 2.1, relative luminance).
double contrast_ratio(Color a, Color b);

}  // namespace xp::inline base
