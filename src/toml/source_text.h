// SPDX-License-Identifier: MIT
// From the bytes of a file to text that a parser may see.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "toml/document.h"

namespace xp::toml {

/// Line and column of a byte offset.
Place place_at(std::string_view text, std::size_t offset, int length = 1);

/// UTF-8 text without BOM, at most kMaxBytes, without NUL. Null after a diagnostic: too-large, not-utf8,
/// binary-file.
std::shared_ptr<const SourceFile> source_text(std::string name, std::string bytes, Diagnostics& diagnostics);

}  // namespace xp::toml
