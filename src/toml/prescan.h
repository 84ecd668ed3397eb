// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "base/diagnostic.h"

namespace xp::toml {

/// Looks over a TOML text before the parser does, which is recursive: false after a diagnostic (too-deep,
/// string-too-long) when it nests deeper, or strings are longer, than limits.h allows. Understands strings
/// and comments; syntax is the parser's business.
bool prescan(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics);

}  // namespace xp::toml
