// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include "kinds/theme.h"

namespace xp::test {

/// The built-in theme: of a file that says nothing but its name.
inline kinds::Theme default_theme() {
  Diagnostics diagnostics;
  text::FontCatalog catalog;
  for (const char* role : {"headline", "title", "body", "figures"}) catalog.roles.push_back({role, {0}});
  const auto document = toml::parse("default.toml", "name = \"default\"\n", diagnostics);
  const auto theme =
      document ? kinds::read_theme(*document, catalog, diagnostics) : std::optional<kinds::Theme>{};
  EXPECT_TRUE(theme) << format_diagnostics(diagnostics);
  return theme.value_or(kinds::Theme{});
}

}  // namespace xp::test
