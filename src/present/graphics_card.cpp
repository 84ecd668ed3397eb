// SPDX-License-Identifier: MIT
#include "present/graphics_card.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "base/folder.h"

namespace xp::present {

namespace {

/// By the kernel's names, as in /sys/class/drm/*/device/driver.
constexpr std::array<std::string_view, 16> kGpus{
    "amdgpu",   "etnaviv", "etnaviv-gpu", "i915",   "lima", "msm-mdss", "msm_dpu", "nouveau",
    "panfrost", "panthor", "powervr",     "radeon", "v3d",  "vc4_v3d",  "vc4-drm", "xe"};

bool is_remote(const std::string& x_display) { return !x_display.empty() && x_display.front() != ':'; }

}  // namespace

std::vector<std::string> render_drivers(const DeviceFolders& folders) {
  namespace fs = std::filesystem;
  std::vector<std::string> drivers;
  std::error_code none;
  for (const std::string& node : names_in(folders.drm)) {
    if (!node.starts_with("renderD")) continue;
    if (::access((folders.nodes + "/" + node).c_str(), R_OK | W_OK) != 0) continue;
    const fs::path driver = fs::read_symlink(fs::path(folders.drm) / node / "device" / "driver", none);
    if (!none) drivers.push_back(driver.filename().string());
  }
  std::ranges::sort(drivers);
  return drivers;
}

bool is_gpu(std::string_view driver) { return std::ranges::find(kGpus, driver) != kGpus.end(); }

std::string_view choose_presenter(const OutputOptions& options, const std::vector<std::string>& drivers,
                                  const Environment& environment) {
  const bool can_show = options.panel == Panel::full && !options.window;
  const bool is_near = !environment.wayland_display.empty() || !is_remote(environment.x_display);
  return can_show && is_near && std::ranges::any_of(drivers, is_gpu) ? "sdl" : "cpu";
}

}  // namespace xp::present
