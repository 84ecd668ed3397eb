// SPDX-License-Identifier: MIT
#include "present/video_driver.h"

#include <SDL.h>
#include <fmt/ranges.h>

#include <cerrno>

#include "base/i18n.h"
#include "base/paths.h"

namespace xp::present {

namespace {

bool shows_nothing(std::string_view driver) { return driver == "dummy" || driver == "offscreen"; }

/// Hints count from the moment the subsystem starts.
void set_hints(const std::string& driver) {
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, driver.c_str(), SDL_HINT_OVERRIDE);
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // SIGTERM is the player's
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS,
              "0");  // a dialog elsewhere must not hide a public screen
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  // A window surface without GL: a fifth of the memory and six times faster, on X11 only (Wayland breaks with
  // it).
  if (driver == "x11") SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

}  // namespace

Environment display_environment() {
  return {environment_variable("WAYLAND_DISPLAY"), environment_variable("DISPLAY"),
          environment_variable("SDL_VIDEODRIVER")};
}

std::vector<DriverChoice> drivers_to_try(const Environment& environment) {
  const std::string& forced = environment.sdl_video_driver;
  if (!forced.empty() && !shows_nothing(forced)) return {{forced, "SDL_VIDEODRIVER=" + forced}};
  std::vector<DriverChoice> drivers;
  if (!environment.wayland_display.empty())
    drivers.push_back({"wayland", "WAYLAND_DISPLAY=" + environment.wayland_display});
  if (!environment.x_display.empty()) drivers.push_back({"x11", "DISPLAY=" + environment.x_display});
  if (drivers.empty()) drivers.push_back({"kmsdrm", tr("neither WAYLAND_DISPLAY nor DISPLAY is set")});
  return drivers;
}

Status open_video(const std::vector<DriverChoice>& drivers) {
  std::string tried;
  for (const DriverChoice& driver : drivers) {
    set_hints(driver.name);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) == 0) return Done{};
    if (!tried.empty()) tried += "; ";
    tried += trf("{driver} ({why}): {reason}", fmt::arg("driver", driver.name), fmt::arg("why", driver.why),
                 fmt::arg("reason", SDL_GetError()));
  }
  return Error{
      trf("no display; tried {drivers}. Start it in a graphical session (DISPLAY or WAYLAND_DISPLAY set) or "
          "on the "
          "console of a machine with a connected screen; --offscreen plays without a display",
          fmt::arg("drivers", tried)),
      ENODEV};
}

void close_video() { SDL_QuitSubSystem(SDL_INIT_VIDEO); }

Result<int> choose_display(const std::vector<std::string>& names, std::string_view wanted) {
  if (wanted.empty()) return 0;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == wanted) return static_cast<int>(i);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (std::to_string(i) == wanted) return static_cast<int>(i);
  return Error{trf("there is no display “{wanted}”; there are: {names}", fmt::arg("wanted", wanted),
                   fmt::arg("names", fmt::format("{}", fmt::join(names, ", ")))),
               ENODEV};
}

}  // namespace xp::present
