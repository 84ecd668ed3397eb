// SPDX-License-Identifier: MIT
#include "paint/panel_colors.h"

#include <gtest/gtest.h>

namespace xp::paint {
namespace {

constexpr std::uint32_t kBlack = 0xFF000000, kRed = 0xFFFF0000, kGreen = 0xFF00FF00, kYellow = 0xFFFFFF00;

std::uint32_t on_red(std::uint32_t rgb) { return panel_color(Panel::red, 0xFF000000 | rgb); }
std::uint32_t on_red_green(std::uint32_t rgb) { return panel_color(Panel::red_green, 0xFF000000 | rgb); }

TEST(PanelColors, AFullPanelShowsEverything) {
  for (const std::uint32_t pixel : {0xFF123456u, 0x00ABCDEFu})
    EXPECT_EQ(panel_color(Panel::full, pixel), pixel);
}

TEST(PanelColors, ARedPanelLightsWhatIsBright) {
  for (const std::uint32_t bright : {0xFFFFFFu, 0xFFCF5Cu, 0xE60012u, 0x00C000u, 0x808080u})
    EXPECT_EQ(on_red(bright), kRed) << std::hex << bright;
  for (const std::uint32_t dark : {0x000000u, 0x0A1F44u, 0x303030u, 0x0000FFu, 0x400000u})
    EXPECT_EQ(on_red(dark), kBlack) << std::hex << dark;
}

TEST(PanelColors, ARedAndGreenPanelShowsTheNearestOfFour) {
  EXPECT_EQ(on_red_green(0xFFFFFF), kYellow);
  EXPECT_EQ(on_red_green(0xFFCF5C), kYellow);
  EXPECT_EQ(on_red_green(0xE60012), kRed);
  EXPECT_EQ(on_red_green(0x20C060), kGreen);
  EXPECT_EQ(on_red_green(0x0A1F44), kBlack);
  EXPECT_EQ(on_red_green(0x7F7FFF), kBlack);
  EXPECT_EQ(on_red_green(0x808000), kYellow);
}

TEST(PanelColors, OnlyTheRectanglesAreMappedAndTwiceIsAsOnce) {
  for (const Panel panel : {Panel::red, Panel::red_green}) {
    std::vector<std::uint32_t> pixels(12, 0xFFE0E0E0);
    const Target target{{4, 3}, pixels.data(), 16};
    show_on_panel(panel, {{1, 1, 2, 9}}, target);
    const std::uint32_t lit = panel_color(panel, 0xFFE0E0E0);
    const std::vector<std::uint32_t> once{0xFFE0E0E0, 0xFFE0E0E0, 0xFFE0E0E0, 0xFFE0E0E0,
                                          0xFFE0E0E0, lit,        lit,        0xFFE0E0E0,
                                          0xFFE0E0E0, lit,        lit,        0xFFE0E0E0};
    EXPECT_EQ(pixels, once);
    show_on_panel(panel, {{1, 1, 2, 2}}, target);
    EXPECT_EQ(pixels, once);
  }
}

}  // namespace
}  // namespace xp::paint
