// SPDX-License-Identifier: MIT
// The screens that come with the program.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "playlist/screen.h"
#include "support/golden.h"

namespace xp::playlist {
namespace {

constexpr const char* kNames[] = {"plaza-1080p",    "plaza-4k",   "portrait-1080x1920", "bank-hall-1080p",
                                  "wall-3840x1080", "led-256x32", "led-320x16"};

std::string path_of(const std::string& name) { return test::source_path("config/screens/" + name + ".toml"); }

class BundledScreen : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    Diagnostics diagnostics;
    auto read = read_screen(real_files(), path_of(GetParam()), diagnostics);
    ASSERT_TRUE(read) << format_diagnostics(diagnostics);
    screen_ = *std::move(read);
  }
  Screen screen_;
};

TEST_P(BundledScreen, IsCalledLikeItsFile) { EXPECT_EQ(screen_.name, GetParam()); }

TEST_P(BundledScreen, NamesItsSchemaInTheFirstLine) {
  const std::string text = test::read_file(path_of(GetParam()));
  EXPECT_EQ(text.substr(0, text.find('\n')), "#:schema ../schema/screen.json");
}

TEST_P(BundledScreen, IsCoveredByItsZones) {
  long covered = 0;
  for (const Zone& zone : screen_.zones)
    if (zone.z == 0) covered += static_cast<long>(zone.rect.w) * zone.rect.h;
  EXPECT_EQ(covered, static_cast<long>(screen_.size.w) * screen_.size.h);
}

TEST_P(BundledScreen, HasItsZonesSideBySide) {
  for (const Zone& a : screen_.zones)
    for (const Zone& b : screen_.zones)
      if (&a != &b && a.z == b.z) {
        EXPECT_TRUE(intersect(a.rect, b.rect).empty()) << a.name << " and " << b.name;
      }
}

INSTANTIATE_TEST_SUITE_P(All, BundledScreen, testing::ValuesIn(kNames), [](const auto& test) {
  std::string name = test.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(BundledScreens, AreTheSixOfTheTest) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(test::source_path("config/screens")))
    count += entry.path().extension() == ".toml";
  EXPECT_EQ(count, std::size(kNames));
}

}  // namespace
}  // namespace xp::playlist
