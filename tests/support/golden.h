// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace xp::test {

/// A path in the source tree: source_path("slides/examples").
std::string source_path(std::string_view relative);
/// A fresh empty folder for the running test, removed when the test program ends.
std::string scratch_directory();
std::string read_file(const std::string& path);

/// Compares with tests/golden/<relative>. XUANPING_BLESS=1 writes the file instead; a missing one fails and says so.
void expect_golden(std::string_view relative, std::string_view actual);

}  // namespace xp::test
