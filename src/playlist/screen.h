// SPDX-License-Identifier: MIT
// A screen profile: one physical display and its zones; config/screens/<name>.toml.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "base/geometry.h"
#include "base/hash.h"
#include "base/panel.h"
#include "kinds/slide_kind.h"
#include "playlist/brightness.h"
#include "playlist/check_keys.h"
#include "playlist/schedule.h"
#include "toml/document.h"
#include "toml/schema.h"

namespace xp::playlist {

enum class Rotation { none = 0, right = 90, half = 180, left = 270 };

struct Zone {
  std::string name = "main";
  Rect rect;                     ///< screen px, inside the screen
  int z = 0;                     ///< zones with a higher z lie above
  std::string plays = "slides";  ///< "slides", or a kind that fills a zone: "ticker", "clock", "marquee"
  kinds::MarqueeMotion motion = kinds::MarqueeMotion::automatic;  ///< of a marquee
  Location at{};
};

struct Screen {
  std::string name;
  Size size{1920, 1080};  ///< px, 16 … 16,384 a side
  int refresh = 60;       ///< Hz
  std::string output;     ///< the display's name or its number from 0; empty: the first
  Point region;           ///< where on the output the picture begins
  Rotation rotation = Rotation::none;
  std::string presenter = "auto";  ///< one of presenter_name()
  double pitch_mm = 0;             ///< pixel pitch; 0: unknown
  std::array<double, 2> distance_m{5, 50};
  Panel panel = Panel::full;
  std::vector<BrightnessPoint> brightness;  ///< in the order of the day; empty: always full
  std::vector<Schedule> power;              ///< the panel is on while one of them holds; empty: always
  Location power_at{};
  std::vector<Zone> zones;  ///< by z, then in file order
  CheckKeys check;
  Hash hash;
};

/// What a profile may name as its presenter; empty after the last. Those that show nobody anything are none.
std::string_view presenter_name(std::size_t index);

std::optional<Screen> read_screen(const toml::Document& document, Diagnostics& diagnostics);
std::optional<Screen> read_screen(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);
std::string screen_schema();

}  // namespace xp::playlist
