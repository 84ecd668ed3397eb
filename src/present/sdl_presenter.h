// SPDX-License-Identifier: MIT
// SDL's accelerated renderer, for machines with a GPU: layers are textures.
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "present/presenter.h"
#include "present/video_driver.h"

namespace xp::present {

Result<std::unique_ptr<Presenter>> open_sdl_presenter(const OutputOptions& options);
/// On one of these drivers: tests use "dummy".
Result<std::unique_ptr<Presenter>> open_sdl_presenter(const OutputOptions& options,
                                                      const std::vector<DriverChoice>& drivers);

}  // namespace xp::present
