// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "command.h"

namespace xp::test {
namespace {

using testing::HasSubstr;

TEST(Usage, NothingToDoIsWrongUsage) { EXPECT_EQ(xuanping({}).code, cli::kWrongUsage); }

TEST(Usage, AnUnknownVerbIsWrongUsage) { EXPECT_EQ(xuanping({"dance"}).code, cli::kWrongUsage); }

TEST(Usage, AnUnknownOptionIsWrongUsage) {
  EXPECT_EQ(xuanping({"check", "--loud", "x"}).code, cli::kWrongUsage);
}

TEST(Usage, HelpIsFine) {
  const Outcome help = xuanping({"--help"});
  EXPECT_EQ(help.code, cli::kFine);
  for (const cli::Verb* verb : cli::verbs()) EXPECT_THAT(help.out, HasSubstr(std::string(verb->name)));
}

TEST(Usage, EveryVerbHasHelpWithExamples) {
  for (const cli::Verb* verb : cli::verbs()) {
    const Outcome help = xuanping({std::string(verb->name), "--help"});
    EXPECT_EQ(help.code, cli::kFine) << verb->name;
    EXPECT_THAT(help.out, HasSubstr("Examples:")) << verb->name;
    EXPECT_THAT(help.out, HasSubstr("xuanping " + std::string(verb->name))) << verb->name;
  }
}

TEST(Usage, VersionNamesTheProgram) { EXPECT_THAT(xuanping({"--version"}).out, HasSubstr("xuanping 0.")); }

TEST(Usage, ChineseHelpIsChinese) {
  std::vector<std::string> words{"xuanping", "--lang", "zh", "--help"};
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  testing::internal::CaptureStdout();
  EXPECT_EQ(cli::run(4, argv.data()), cli::kFine);
  EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("宣屏"));
}

}  // namespace
}  // namespace xp::test
