// SPDX-License-Identifier: MIT
// The window surface, painted by the CPU: the default where there is no GPU.
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "present/presenter.h"
#include "present/video_driver.h"

namespace xp::present {

Result<std::unique_ptr<Presenter>> open_cpu_presenter(const OutputOptions& options);
/// On one of these drivers: tests use "dummy".
Result<std::unique_ptr<Presenter>> open_cpu_presenter(const OutputOptions& options,
                                                      const std::vector<DriverChoice>& drivers);

}  // namespace xp::present
