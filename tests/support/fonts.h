// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>

#include "text/font_catalog.h"

namespace xp::test {

/// Debian's fonts with the roles of fonts/catalog.toml: headline, title, body, figures, led-12, led-14,
/// led-16, led. Faces that are not installed are left out of the chains, as the reader of the catalogue does. The same object
/// every time.
std::shared_ptr<const text::FontCatalog> test_fonts();

/// The face with this id, kNoFace when the catalogue has none.
text::FaceId face_named(const text::FontCatalog& catalog, std::string_view id);

}  // namespace xp::test
