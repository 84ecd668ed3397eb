// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "command.h"
#include "support/golden.h"

namespace xp::test {
namespace {

using testing::HasSubstr;

const std::string kCampaign = source_path("slides/zhangye-2022-05-15");
constexpr const char* kAt = "2022-05-15T10:24:00+08:00";

TEST(Render, TheSameInstantGivesTheSameFile) {
  const std::string folder = scratch_directory();
  for (const char* name : {"/one.png", "/two.png"}) {
    EXPECT_EQ(
        xuanping({"render", kCampaign, "--screen", "led-256x32", "--at", kAt, "-o", folder + name}).code,
        cli::kFine);
  }
  const std::string one = read_file(folder + "/one.png");
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, read_file(folder + "/two.png"));
}

TEST(Render, DumpIsTextAndNeedsNoFile) {
  const Outcome outcome = xuanping({"render", kCampaign, "--screen", "plaza-1080p", "--at", kAt, "--dump"});
  EXPECT_EQ(outcome.code, cli::kFine) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("layer"));
}

TEST(Render, TheSheetHasACellForEveryPage) {
  const Outcome outcome =
      xuanping({"render", source_path("slides/examples/quiz"), "--sheet", "--at", kAt, "--dump"});
  EXPECT_EQ(outcome.code, cli::kFine) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("== four-options 1/2\n"));
  EXPECT_THAT(outcome.out, HasSubstr("== four-options 2/2\n"));
}

TEST(Render, AnUnknownSlideNamesThoseThereAre) {
  const Outcome outcome = xuanping({"render", kCampaign, "--slide", "no-such-slide", "--dump"});
  EXPECT_EQ(outcome.code, cli::kInputErrors);
  EXPECT_THAT(outcome.err, HasSubstr("no-such-slide"));
}

TEST(Render, AnUnknownScreenNamesThoseThereAre) {
  const Outcome outcome = xuanping({"render", kCampaign, "--screen", "plaza-1081p", "--at", kAt, "--dump"});
  EXPECT_EQ(outcome.code, cli::kInputErrors);
  EXPECT_THAT(outcome.err, HasSubstr("unknown-screen"));
  EXPECT_THAT(outcome.err, HasSubstr("plaza-1080p"));
}

TEST(Render, ASlideThatCannotBeUsedIsAnError) {
  const std::string folder = scratch_directory();
  std::ofstream(folder + "/playlist.toml") << R"([[slide]]
id = "poster"
kind = "picture"
file = "missing.png"

[[slide]]
id = "words"
kind = "slogan"
text = "多问一句"
)";
  const Outcome slide = xuanping({"render", folder, "--slide", "poster", "-o", folder + "/slide.png"});
  EXPECT_EQ(slide.code, cli::kInputErrors);
  EXPECT_THAT(slide.err, HasSubstr("slide “poster” cannot be rendered"));
  EXPECT_FALSE(std::filesystem::exists(folder + "/slide.png"));
  const Outcome sheet = xuanping({"render", folder, "--sheet", "--dump"});
  EXPECT_EQ(sheet.code, cli::kInputErrors);
  EXPECT_THAT(sheet.out, HasSubstr("== words\n")) << "the others are drawn";
  EXPECT_EQ(xuanping({"render", folder, "--slide", "words", "--dump"}).code, cli::kFine);
}

TEST(Render, AFileThatCannotBeWrittenIsAnError) {
  const Outcome outcome =
      xuanping({"render", kCampaign, "--screen", "led-256x32", "--at", kAt, "-o", "/nowhere/at/all.png"});
  EXPECT_EQ(outcome.code, cli::kInputErrors);
  EXPECT_THAT(outcome.err, HasSubstr("/nowhere/at/all.png"));
}

TEST(Render, WhatIsMissingOrTwiceIsWrongUsage) {
  EXPECT_EQ(xuanping({"render", kCampaign, "-o", "x.png"}).code, cli::kWrongUsage);
  EXPECT_EQ(xuanping({"render", kCampaign, "--sheet", "--slide", "a", "-o", "x.png"}).code, cli::kWrongUsage);
  EXPECT_EQ(xuanping({"render", kCampaign, "--sheet"}).code, cli::kWrongUsage);
  EXPECT_EQ(xuanping({"render", kCampaign, "--at", "noon", "--dump"}).code, cli::kWrongUsage);
  EXPECT_EQ(xuanping({"render", kCampaign, "--slide", "a", "--elapsed", "soon", "--dump"}).code,
            cli::kWrongUsage);
}

}  // namespace
}  // namespace xp::test
