// SPDX-License-Identifier: MIT
// Whether this machine has a graphics processor that is worth drawing with. Told by the kernel's drivers,
// never by creating a GL context: without a GPU that costs 100 MB of software renderer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "present/presenter.h"
#include "present/video_driver.h"

namespace xp::present {

/// The kernel drivers of the render nodes that this process may open.
struct DeviceFolders {
  std::string drm = "/sys/class/drm", nodes = "/dev/dri";
};
std::vector<std::string> render_drivers(const DeviceFolders& folders = {});

/// A GPU that Mesa draws with. Virtual machines' and plain display controllers are none.
bool is_gpu(std::string_view driver);

/// What "auto" stands for: "sdl" with a GPU, where it can show what the options ask for; else "cpu".
std::string_view choose_presenter(const OutputOptions& options, const std::vector<std::string>& drivers,
                                  const Environment& environment);

}  // namespace xp::present
