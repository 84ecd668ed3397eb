// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "command.h"
#include "kinds/slide_kind.h"
#include "support/golden.h"

namespace xp::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string playlist_with(const std::string& slides) {
  const std::string path = scratch_directory() + "/playlist.toml";
  std::ofstream(path) << "[campaign]\ntitle = \"测试\"\n" << slides;
  return path;
}

TEST(Check, TheBundledCampaignIsCleanOnEveryScreen) {
  std::vector<std::string> words{"check", "--strict", source_path("slides/zhangye-2022-05-15")};
  for (const char* screen : {"plaza-1080p", "plaza-4k", "wall-3840x1080", "portrait-1080x1920",
                             "bank-hall-1080p", "led-256x32", "led-320x16"}) {
    words.insert(words.end(), {"--screen", screen});
  }
  const Outcome outcome = xuanping(words);
  EXPECT_EQ(outcome.code, cli::kFine) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("No mistakes found."));
}

TEST(Check, EveryKindHasAnExampleWithoutMistakes) {
  for (const kinds::SlideKind& kind : kinds::slide_kinds()) {
    if (!XUANPING_PLAYS_VIDEO && kind.name == "video") continue;  // its clips are mistakes there
    const std::string folder = source_path("slides/examples/" + std::string(kind.name));
    ASSERT_TRUE(std::filesystem::exists(folder + "/playlist.toml")) << folder;
    const Outcome outcome =
        xuanping({"check", "--strict", folder, "--screen", "plaza-1080p", "--screen", "portrait-1080x1920"});
    EXPECT_EQ(outcome.code, cli::kFine) << outcome.err;
  }
}

TEST(Check, TheExamplesOfSeveralKindsHaveNoMistakes) {
  for (const char* name : {"backgrounds", "minority", "schedule", "typography"}) {
    const Outcome outcome =
        xuanping({"check", "--strict", source_path(std::string("slides/examples/") + name), "--screen",
                  "plaza-1080p", "--screen", "portrait-1080x1920"});
    EXPECT_EQ(outcome.code, cli::kFine) << name << outcome.err;
  }
}

TEST(Check, AMistakeIsShownWithPlaceCaretAndRemedy) {
  const std::string path = playlist_with("[[slide]]\nid = \"a\"\nkind = \"slogen\"\ntext = \"防范\"\n");
  const Outcome outcome = xuanping({"check", path});
  EXPECT_EQ(outcome.code, cli::kInputErrors);
  EXPECT_THAT(outcome.err, HasSubstr(path + ":5:8: error[unknown-kind]"));
  EXPECT_THAT(outcome.err, HasSubstr("^"));
  EXPECT_THAT(outcome.err, HasSubstr("slogan"));
  EXPECT_THAT(outcome.err, HasSubstr("1 errors, 0 warnings"));
}

TEST(Check, AllMistakesAreCollected) {
  const std::string path = playlist_with(
      "[[slide]]\nid = \"a\"\nkind = \"slogan\"\ntext = \"防范\"\nduration = \"soon\"\nweight = 99\n"
      "[[slide]]\nid = \"a\"\nkind = \"slogan\"\ntxt = \"防范\"\n");
  const Outcome outcome = xuanping({"check", "--format", "json", path});
  EXPECT_EQ(outcome.code, cli::kInputErrors);
  std::vector<std::string> ids;
  for (const json& d : json::parse(outcome.out)) ids.push_back(d["id"]);
  EXPECT_THAT(ids, testing::IsSupersetOf({"bad-duration", "out-of-range", "unknown-key", "missing-key"}));
}

TEST(Check, AMistakeSeenOnTwoScreensIsSaidOnce) {
  const std::string path =
      playlist_with("[[slide]]\nid = \"a\"\nkind = \"slogan\"\ntext = \"防范\"\ncolour = 1\n");
  const Outcome outcome =
      xuanping({"check", "--format", "json", path, "--screen", "plaza-1080p", "--screen", "plaza-4k"});
  EXPECT_EQ(json::parse(outcome.out).size(), 1u);
}

TEST(Check, ACharacterWithoutAFontIsTofu) {
  const std::string path =
      playlist_with("[[slide]]\nid = \"a\"\nkind = \"slogan\"\ntext = \"\\U000E0FF0\\uE123防\"\n");
  const Outcome outcome = xuanping({"check", path});
  EXPECT_EQ(outcome.code, cli::kInputErrors);
  EXPECT_THAT(outcome.err, HasSubstr("error[tofu]"));
  EXPECT_THAT(outcome.err, HasSubstr("U+E123"));
}

TEST(Check, ATextThatCannotFitOverflows) {
  const std::string folder = scratch_directory();
  std::ofstream(folder + "/tiny.toml")
      << "[screen]\nname = \"tiny\"\nsize = [64, 64]\n"
      << "[[zone]]\nname = \"main\"\nrect = [0, 0, 64, 64]\nplays = \"slides\"\n";
  std::string text;
  for (int i = 0; i < 60; ++i) text += "诈";
  const std::string path =
      playlist_with("[[slide]]\nid = \"a\"\nkind = \"slogan\"\ntext = \"" + text + "\"\n");
  const Outcome outcome = xuanping({"check", path, "--screen", folder + "/tiny.toml"});
  EXPECT_EQ(outcome.code, cli::kInputErrors);
  EXPECT_THAT(outcome.err, HasSubstr("error[overflow]"));
}

TEST(Check, AnInstantThatIsNoneIsWrongUsage) {
  EXPECT_EQ(xuanping({"check", "--at", "tomorrow", source_path("slides/zhangye-2022-05-15")}).code,
            cli::kWrongUsage);
}

}  // namespace
}  // namespace xp::test
