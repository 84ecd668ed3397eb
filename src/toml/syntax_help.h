// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>

#include "base/diagnostic.h"
#include "toml/document.h"

namespace xp::toml {

/// The diagnostic for a place where the parser gave up: its terse English becomes what was probably meant and
/// what to write.
Diagnostic explain_syntax_error(const std::shared_ptr<const SourceFile>& file, Place at,
                                std::string_view parser_says);

}  // namespace xp::toml
