// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "text/font_catalog.h"
#include "toml/document.h"

namespace xp::kinds {

/// Reads fonts/catalog.toml and finds the faces' files: beside the catalogue, then in `folders` (the
/// distribution's). Faces that are not installed leave the chains; a role without any is an error `no-font`
/// that names the package to install.
std::optional<text::FontCatalog> read_font_catalog(const toml::Document& document, const FileSystem& files,
                                                   const std::vector<std::string>& folders,
                                                   Diagnostics& diagnostics);

/// The same from a file.
std::optional<text::FontCatalog> read_font_catalog(const FileSystem& files, const std::string& path,
                                                   const std::vector<std::string>& folders,
                                                   Diagnostics& diagnostics);

/// JSON Schema of the catalogue file.
std::string font_catalog_schema();

}  // namespace xp::kinds
