// SPDX-License-Identifier: MIT
#include "present/video_driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>

namespace xp::present {

using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::vector<std::string> names(const Environment& environment) {
  std::vector<std::string> out;
  for (const DriverChoice& driver : drivers_to_try(environment)) out.push_back(driver.name);
  return out;
}

}  // namespace

TEST(VideoDriver, TheEnvironmentDecides) {
  EXPECT_THAT(names({"", ":0", ""}), ElementsAre("x11"));
  EXPECT_THAT(names({"wayland-0", "", ""}), ElementsAre("wayland"));
  EXPECT_THAT(names({"wayland-0", ":0", ""}), ElementsAre("wayland", "x11"));
  EXPECT_THAT(names({"", "", ""}), ElementsAre("kmsdrm"));
}

TEST(VideoDriver, AForcedDriverIsTheOnlyOne) {
  EXPECT_THAT(names({"wayland-0", ":0", "x11"}), ElementsAre("x11"));
}

TEST(VideoDriver, ADriverThatShowsNothingIsNeverTaken) {
  EXPECT_THAT(names({"", ":0", "dummy"}), ElementsAre("x11"));
  EXPECT_THAT(names({"", "", "offscreen"}), ElementsAre("kmsdrm"));
}

TEST(Display, IsChosenByNameThenByNumber) {
  EXPECT_EQ(*choose_display({"HDMI-1", "DP-2"}, ""), 0);
  EXPECT_EQ(*choose_display({"HDMI-1", "DP-2"}, "DP-2"), 1);
  EXPECT_EQ(*choose_display({"HDMI-1", "DP-2"}, "1"), 1);
  EXPECT_EQ(*choose_display({"1", "0"}, "0"), 1) << "KMS names its displays by numbers";
}

TEST(Display, ThatIsNotThereNamesThoseThatAre) {
  const auto chosen = choose_display({"HDMI-1", "DP-2"}, "HDMI-2");
  ASSERT_FALSE(chosen);
  EXPECT_EQ(chosen.error().code, ENODEV) << "it may come";
  EXPECT_THAT(chosen.error().message, HasSubstr("HDMI-2"));
  EXPECT_THAT(chosen.error().message, HasSubstr("HDMI-1, DP-2"));
}

TEST(VideoDriver, TheFailureNamesEveryDriverAndARemedy) {
  const Status opened = open_video({{"no-such-driver", "DISPLAY=:77"}, {"nor-this", "for a test"}});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ENODEV);
  EXPECT_THAT(opened.error().message, HasSubstr("no-such-driver (DISPLAY=:77): "));
  EXPECT_THAT(opened.error().message, HasSubstr("nor-this (for a test): "));
  EXPECT_THAT(opened.error().message, HasSubstr("--offscreen"));
}

}  // namespace xp::present
