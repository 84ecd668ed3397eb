// SPDX-License-Identifier: MIT
// Shows nothing and counts: the loop without a display.
#pragma once

#include <memory>

#include "base/result.h"
#include "present/presenter.h"

namespace xp::present {

Result<std::unique_ptr<Presenter>> open_null_presenter(const OutputOptions& options);

}  // namespace xp::present
