// SPDX-License-Identifier: MIT
// toml-test 1.0.0: what is TOML must be accepted, what is none must be refused, with a place.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "support/golden.h"
#include "toml/document.h"

namespace {

using namespace xp;
namespace fs = std::filesystem;

std::vector<std::string> files_under(const char* folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(XUANPING_TOML_TEST) / folder)) {
    if (entry.path().extension() == ".toml") found.push_back(entry.path().string());
  }
  std::ranges::sort(found);
  return found;
}

TEST(Corpus, AcceptsWhatIsToml) {
  const std::vector<std::string> files = files_under("valid");
  EXPECT_EQ(files.size(), 210u);
  for (const std::string& file : files) {
    Diagnostics diagnostics;
    EXPECT_TRUE(toml::parse(file, test::read_file(file), diagnostics)) << format_diagnostics(diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << file;
  }
}

TEST(Corpus, RefusesWhatIsNoneAndSaysWhere) {
  const std::vector<std::string> files = files_under("invalid");
  EXPECT_EQ(files.size(), 499u);
  for (const std::string& file : files) {
    Diagnostics diagnostics;
    EXPECT_FALSE(toml::parse(file, test::read_file(file), diagnostics)) << file;
    ASSERT_EQ(diagnostics.list().size(), 1u) << file;
    const Diagnostic& diagnostic = diagnostics.list().front();
    EXPECT_GE(diagnostic.at.line, 1) << file;
    EXPECT_GE(diagnostic.at.column, 1) << file;
    EXPECT_FALSE(diagnostic.remedy.empty()) << file;
    EXPECT_FALSE(format_diagnostic(diagnostic).empty());
  }
}

}  // namespace
