// SPDX-License-Identifier: MIT
// Which display there is. SDL left alone takes a driver that shows nothing when it finds none that does: a
// kiosk that runs in the dark. So the drivers are named, and the failure names them too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace xp::present {

struct Environment {
  std::string wayland_display, x_display, sdl_video_driver;  ///< empty: not set
};
Environment display_environment();

struct DriverChoice {
  std::string name;
  std::string why;  ///< "DISPLAY=:0"
};
/// Drivers to try, in order. Never one that shows nothing.
std::vector<DriverChoice> drivers_to_try(const Environment& environment);

/// Initialises SDL's video with the first driver that works. The error lists what was tried and why each
/// failed.
Status open_video(const std::vector<DriverChoice>& drivers);
void close_video();

/// Which of the displays `wanted` means: a name, or a number from 0; the first where it is empty. The error
/// lists them.
Result<int> choose_display(const std::vector<std::string>& names, std::string_view wanted);

}  // namespace xp::present
