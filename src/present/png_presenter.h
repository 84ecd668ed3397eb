// SPDX-License-Identifier: MIT
// A PNG file, written atomically at every present(): the same painting as `cpu`, the same bytes.
#pragma once

#include <memory>

#include "base/result.h"
#include "present/presenter.h"

namespace xp::present {

Result<std::unique_ptr<Presenter>> open_png_presenter(const OutputOptions& options);

}  // namespace xp::present
