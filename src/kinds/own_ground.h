// SPDX-License-Identifier: MIT
// A slide on a colour or gradient of its own: the theme's roles by name, and the theme with inks that can be
// read there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/theme.h"
#include "toml/reader.h"

namespace xp::kinds {

/// "#0b3d91", or a role of the theme such as "accent".
std::optional<Color> named_color(const Palette& colors, std::string_view name);
/// False, after a diagnostic at `key`, where `name` is neither.
bool check_color(toml::TableReader& reader, std::string_view key, const std::string& name);

/// The theme on a background of these colours, from top to bottom; one to three. Its inks where they stand
/// out, else the opposite ones; the colours darker or lighter by as little as gives text 7:1 and the
/// rest 4.5:1.
Theme on_ground(Theme theme, std::vector<Color> stops);

}  // namespace xp::kinds
