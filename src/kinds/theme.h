// SPDX-License-Identifier: MIT
// Colours, fonts by role, spacing and motion; slides/themes/<name>.toml. Lengths are in vmin: 1 % of the
// zone's shorter side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/time.h"
#include "text/font_catalog.h"
#include "toml/document.h"
#include "toml/schema.h"

namespace xp::kinds {

struct Palette {
  Color background_bright{0x12, 0x3a, 0x78}, background{0x0c, 0x2d, 0x63}, background_deep{0x07, 0x1b, 0x3f};
  Color text{0xf3, 0xf7, 0xff}, secondary{0xb9, 0xcd, 0xf0};
  Color accent{0xff, 0xcf, 0x5c}, on_accent{0x0b, 0x24, 0x50}, loss{0xff, 0xb3, 0xab}, gain{0x8f, 0xe6, 0xb4};
  /// Of the ticker's urgent lines: their ground, and they.
  Color urgent{0xc4, 0x1e, 0x2e}, on_urgent{0xff, 0xff, 0xff};
  Color second{0x7f, 0xb2, 0xff}, third{0x4d, 0x76, 0xb8};  ///< further series of charts
  Color panel{0xff, 0xff, 0xff, 0x12}, emblem{0xff, 0xff, 0xff, 0x0e};
};

/// A level of the type hierarchy: font role, size in vmin, line height in em.
struct TypeLevel {
  std::string role;
  double size = 4;
  double line_height = 1.4;
};

struct TypeScale {
  TypeLevel slogan{"headline", 21, 1.24};  ///< size: the largest; autofit goes down from it
  TypeLevel title{"title", 6.8, 1.3};
  TypeLevel figure{"figures", 40, 1.0};
  TypeLevel body{"body", 4.2, 1.5};
  TypeLevel label{"body", 3.6, 1.4};
  TypeLevel campaign{"body", 2.9, 1.2};  ///< the line at the top
  TypeLevel source{"body", 2.5, 1.2};    ///< the line at the bottom
  TypeLevel ticker{"title", 5.0, 1.0};
};

struct Spacing {
  double margin = 5;    ///< safe margin and left edge
  double gap = 3;       ///< between blocks
  double radius = 1.6;  ///< of panels
  double ticker_band = 10.5;
};

/// Where the background is brightest.
enum class Light : std::uint8_t {
  corner,  ///< beyond the upper right corner
  top,     ///< at the upper edge
  none,    ///< nowhere: `background` all over
};

struct Background {
  Light light = Light::corner;
  std::string pattern = "shield";  ///< a row of kinds/pattern.h, in the colour `emblem`
};

/// How one slide makes way for the next. Each is a row of show/transition.cpp.
enum class Transition : std::uint8_t { fade, push, cut };

/// How a slide's headline and the line after it come in, once the slide is there.
enum class Enter : std::uint8_t { none, fade, rise };

struct Motion {
  Transition transition = Transition::fade;
  Duration fade = milliseconds(500);  ///< how long a fade or push takes, ≤ 600 ms
  Enter enter = Enter::rise;
  Duration count_up = milliseconds(1000);  ///< figures and bars, ≤ 1.2 s; 0: at once
  double ticker_speed = 22;                ///< vmin of the screen a second; rounded to whole px a refresh

  Duration transition_time() const { return transition == Transition::cut ? Duration{} : fade; }
};

/// The values it begins with are those of slides/themes/deep-blue.toml, which repeats them with comments.
struct Theme {
  std::string name;
  Palette colors;
  TypeScale type;
  Spacing spacing;
  Background background;
  Motion motion;
  Hash hash;
};

/// Reads a theme; font roles must be in the catalogue. Nothing where there were errors.
std::optional<Theme> read_theme(const toml::Document& document, const text::FontCatalog& catalog,
                                Diagnostics& diagnostics);
std::optional<Theme> read_theme(const FileSystem& files, const std::string& path,
                                const text::FontCatalog& catalog, Diagnostics& diagnostics);
/// The theme as lamps show it: grounds are black, inks are lightened until they can be read on it.
Theme on_lamps(Theme theme);
std::vector<toml::KeyDescription> describe_theme();
std::string theme_schema();  ///< JSON Schema of a theme file

}  // namespace xp::kinds
