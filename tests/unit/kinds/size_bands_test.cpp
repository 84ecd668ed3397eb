// SPDX-License-Identifier: MIT
#include "kinds/size_bands.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace xp::kinds {
namespace {

text::FontCatalog catalog(const std::vector<std::string>& roles) {
  text::FontCatalog catalog;
  for (const std::string& name : roles) catalog.roles.push_back({name, {0}});
  return catalog;
}

std::string bands(const text::FontCatalog& catalog, const std::string& role, int smallest, int largest) {
  std::string all;
  for (const SizeBand& band : panel_bands(catalog, role, smallest, largest))
    all += fmt::format("{}{} {}-{}/{}", all.empty() ? "" : ", ", band.role, band.smallest, band.largest,
                       band.step);
  return all;
}

const text::FontCatalog kAll = catalog({"title", "led-12", "led-16", "led", "led-14"});

TEST(PanelBands, BitmapsBelow24OutlinesBelow64TheRoleAbove) {
  EXPECT_EQ(bands(kAll, "title", 12, 100),
            "title 64-100/1, led 24-63/1, led-16 16-16/16, led-14 14-14/14, led-12 12-12/12");
  EXPECT_EQ(bands(kAll, "title", 24, 40), "led 24-40/1");
  EXPECT_EQ(bands(kAll, "title", 13, 20), "led-16 16-16/16, led-14 14-14/14");
}

TEST(PanelBands, TheNearestSmallerBitmapServesWhatLiesBetween) {
  EXPECT_EQ(bands(kAll, "title", 1, 23), "led-16 16-16/16, led-14 14-14/14, led-12 12-12/12");
  EXPECT_EQ(bands(kAll, "title", 17, 23), "led-16 16-16/16");
  EXPECT_EQ(bands(kAll, "title", 15, 15), "led-14 14-14/14");
  EXPECT_EQ(bands(kAll, "title", 1, 9), "led-12 12-12/12") << "nothing is smaller";
}

TEST(PanelBands, ABitmapRoleGrowsByWholeNumbers) {
  EXPECT_EQ(bands(kAll, "led-12", 12, 35), "led-12 12-24/12");
  EXPECT_EQ(bands(kAll, "led-16", 20, 32), "led-16 32-32/16");
  EXPECT_EQ(bands(kAll, "led-16", 1, 10), "led-16 16-16/16");
}

TEST(PanelBands, ACatalogueWithoutRolesForPanelsKeepsTheRole) {
  EXPECT_EQ(bands(catalog({"title"}), "title", 12, 100), "title 12-100/1");
  EXPECT_EQ(bands(catalog({"title", "led"}), "title", 12, 40), "led 12-40/1");
  EXPECT_EQ(bands(catalog({"title", "led-16"}), "title", 12, 40), "title 24-40/1, led-16 16-16/16");
}

}  // namespace
}  // namespace xp::kinds
