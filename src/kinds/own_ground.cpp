// SPDX-License-Identifier: MIT
#include "kinds/own_ground.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <utility>

#include "base/i18n.h"
#include "kinds/pattern.h"
#include "kinds/scrim.h"
#include "toml/values.h"

namespace xp::kinds {
namespace {

constexpr double kTextContrast = 7, kOtherContrast = 4.5;
constexpr int kStep = 3;  // of the veil's alpha, of a darkened colour's channels

struct Role {
  std::string_view name;
  Color Palette::*color;
};
constexpr std::array kRoles{Role{"background_bright", &Palette::background_bright},
                            Role{"background", &Palette::background},
                            Role{"background_deep", &Palette::background_deep},
                            Role{"accent", &Palette::accent},
                            Role{"on_accent", &Palette::on_accent},
                            Role{"text", &Palette::text},
                            Role{"secondary", &Palette::secondary},
                            Role{"loss", &Palette::loss},
                            Role{"second", &Palette::second},
                            Role{"third", &Palette::third}};

/// The least contrast of `ink` with any of the colours.
double worst(Color ink, const std::vector<Color>& grounds) {
  double least = std::numeric_limits<double>::infinity();
  for (const Color ground : grounds) least = std::min(least, contrast_ratio(ink, ground));
  return least;
}

/// The colours as they are and under the pattern.
std::vector<Color> under_pattern(const Theme& theme, std::vector<Color> grounds) {
  const Pattern* pattern = find_pattern(theme.background.pattern);
  const int layers = pattern ? pattern->layers : 0;
  const std::size_t plain = grounds.size();
  for (std::size_t i = 0; i < plain; ++i) {
    Color ground = grounds[i];
    for (int layer = 0; layer < layers; ++layer) ground = over(theme.colors.emblem, ground);
    grounds.push_back(ground);
  }
  return grounds;
}

void draw_pattern_in(Palette& colors, Color ink) { colors.emblem = {ink.r, ink.g, ink.b, colors.emblem.a}; }

/// Does the eye tell it from the ink at once, as another hue?
bool stands_out(Color color, Color ink) {
  constexpr int kOtherHue = 120;  // sum of the differences of the channels, lightness left out
  const int dr = color.r - ink.r, dg = color.g - ink.g, db = color.b - ink.b;
  const int mean = (dr + dg + db) / 3;
  const int hue = std::abs(dr - mean) + std::abs(dg - mean) + std::abs(db - mean);
  return contrast_ratio(color, ink) > 1.3 && hue >= kOtherHue;
}

/// Darker, or lighter, by as much in every channel: the hue stays as strong as it was.
Color shifted(Color color, int by) {
  const auto channel = [by](int value) { return static_cast<std::uint8_t>(std::clamp(value + by, 0, 255)); };
  return {channel(color.r), channel(color.g), channel(color.b)};
}

/// The first colour of the theme that can be read on the grounds and is no second ink: as it is, or else
/// darkened (lightened on dark grounds) as far as it must be.
Color accent_on(const Palette& colors, const std::vector<Color>& grounds, Color ink) {
  constexpr int kFurthest = 200;
  const std::array candidates{colors.on_accent, colors.loss, colors.third, colors.second, colors.accent};
  const Color black{0, 0, 0}, white{255, 255, 255};
  const int towards = contrast_ratio(ink, white) > contrast_ratio(ink, black) ? -1 : 1;
  for (int by = 0; by <= kFurthest; by += kStep) {
    for (const Color candidate : candidates) {
      const Color color = shifted(candidate, towards * by);
      if (worst(color, grounds) >= kOtherContrast && stands_out(color, ink)) return color;
    }
  }
  return ink;
}

/// The inks of the other side: what the theme's background is, as ink.
void swap_inks(Theme& theme, const std::vector<Color>& grounds) {
  Palette& colors = theme.colors;
  const Color ink = veil_of(colors);
  draw_pattern_in(colors, ink);
  const std::vector<Color> behind = under_pattern(theme, grounds);
  colors.accent = accent_on(colors, behind, ink);
  colors.text = colors.secondary = ink;
}

bool readable(const Theme& theme, const std::vector<Color>& grounds) {
  const Palette& colors = theme.colors;
  const std::vector<Color> behind = under_pattern(theme, grounds);
  return worst(colors.text, behind) >= kTextContrast && worst(colors.secondary, behind) >= kOtherContrast &&
         worst(colors.accent, behind) >= kOtherContrast;
}

/// The colours, blackened or whitened until the inks can be read.
std::vector<Color> veiled(const Theme& theme, const std::vector<Color>& grounds) {
  const Color ink = theme.colors.text;
  const Color black{0, 0, 0}, white{255, 255, 255};
  Color veil = contrast_ratio(ink, black) > contrast_ratio(ink, white) ? black : white;
  std::vector<Color> result = grounds;
  for (int alpha = 0; alpha <= 255 && !readable(theme, result); alpha += kStep) {
    veil.a = static_cast<std::uint8_t>(alpha);
    for (std::size_t i = 0; i < grounds.size(); ++i) result[i] = over(veil, grounds[i]);
  }
  return result;
}

}  // namespace

std::optional<Color> named_color(const Palette& colors, std::string_view name) {
  const auto role = std::ranges::find(kRoles, name, &Role::name);
  if (role != kRoles.end()) return colors.*role->color;
  return parse_color(name);
}

bool check_color(toml::TableReader& reader, std::string_view key, const std::string& name) {
  if (named_color({}, name)) return true;
  std::vector<std::string_view> names;
  for (const Role& role : kRoles) names.push_back(role.name);
  reader.report(
      key, "unknown-color",
      trf("“{name}” is neither a colour such as \"#0b3d91\" nor one of the theme's", fmt::arg("name", name)),
      toml::detail::suggestion(name, names));
  return false;
}

Theme on_ground(Theme theme, std::vector<Color> stops) {
  Palette& colors = theme.colors;
  for (Color& stop : stops) stop = over(stop, colors.background);
  if (worst(veil_of(colors), stops) > worst(colors.text, stops)) swap_inks(theme, stops);
  draw_pattern_in(colors, colors.text);
  stops = veiled(theme, stops);
  const Color middle = over({stops.back().r, stops.back().g, stops.back().b, 128}, stops.front());
  colors.background_bright = stops.front();
  colors.background = stops.size() == 3 ? stops[1] : middle;
  colors.background_deep = stops.back();
  theme.background.light = stops.size() == 1 ? Light::none : Light::top;
  return theme;
}

}  // namespace xp::kinds
