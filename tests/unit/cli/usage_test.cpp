// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "command.h"
#include "support/golden.h"

namespace xp::test {
namespace {

using testing::HasSubstr;

TEST(Usage, NothingToDoIsWrongUsage) { EXPECT_EQ(xuanping({}).code, cli::kWrongUsage); }

TEST(Usage, AnUnknownVerbIsWrongUsage) { EXPECT_EQ(xuanping({"dance"}).code, cli::kWrongUsage); }

TEST(Usage, AnUnknownOptionIsWrongUsage) {
  EXPECT_EQ(xuanping({"check", "--loud", "x"}).code, cli::kWrongUsage);
}

TEST(Usage, TimeThatStandsStillIsWrongUsage) {
  for (const char* speed : {"0", "nan", "1e9"}) {
    const Outcome outcome = xuanping({"play", "--offscreen", "--for", "1s", "--speed", speed});
    EXPECT_EQ(outcome.code, cli::kWrongUsage) << speed;
    EXPECT_THAT(outcome.err, HasSubstr("--speed: ")) << speed;
  }
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

/// A stream of the process that is another file for as long as this lives.
class Redirected {
 public:
  Redirected(std::FILE* stream, int target) : stream_(stream), descriptor_(::fileno(stream)) {
    std::fflush(stream_);
    kept_ = ::dup(descriptor_);
    ::dup2(target, descriptor_);
  }
  ~Redirected() {
    std::fflush(stream_);
    std::clearerr(stream_);
    ::dup2(kept_, descriptor_);
    ::close(kept_);
  }
  Redirected(const Redirected&) = delete;
  Redirected& operator=(const Redirected&) = delete;

 private:
  std::FILE* stream_;
  int descriptor_, kept_ = -1;
};

/// As main() would, past the streams that gtest captures.
int code_of(std::vector<std::string> words) {
  words.insert(words.begin(), {"xuanping", "--lang", "en"});
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  return cli::run(static_cast<int>(argv.size()), argv.data());
}

/// Every write to it fails.
class Unwritable {
 public:
  ~Unwritable() { ::close(file_); }
  int descriptor() const { return file_; }

 private:
  int file_ = ::open(source_path("LICENSE").c_str(), O_RDONLY);
};

TEST(Usage, AnAnswerThatIsLostIsAnError) {
  const Unwritable nowhere;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"schema"},
        {"--help"},
        {"layout", "--width-em", "4", "警惕"},
        {"schedule", source_path("slides/examples/quiz"), "--day", "2022-05-15"}}) {
    testing::internal::CaptureStderr();
    int code = 0;
    {
      const Redirected redirected(stdout, nowhere.descriptor());
      code = code_of(words);
    }
    EXPECT_EQ(code, cli::kInputErrors) << words.front();
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("standard output cannot be written: "))
        << words.front();
  }
}

TEST(Usage, AComplaintThatIsLostStopsNothing) {
  const Unwritable nowhere;
  const Redirected redirected(stderr, nowhere.descriptor());
  EXPECT_EQ(code_of({"check", "/nowhere/at/all"}), cli::kInputErrors);
}

TEST(Usage, AReaderThatGoesAwayIsAQuietEnd) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  testing::internal::CaptureStderr();
  int code = 0;
  {
    const Redirected redirected(stdout, ends[1]);
    code = code_of({"schema"});
  }
  ::close(ends[1]);
  std::signal(SIGPIPE, SIG_DFL);
  EXPECT_EQ(code, cli::kFine);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

/// Nobody sees a card there, and no other player's answer is the right one.
TEST(Usage, AMistakenPlayerFileIsAnError) {
  const std::string file = testing::TempDir() + "mistaken-player-" + std::to_string(::getpid()) + ".toml";
  std::ofstream(file) << "playlist = \"slides/zhangye-2022-05-15\"\noberlay = true\n";
  for (const std::string& config : {file, std::string("/nonexistent.toml")})
    for (const std::vector<std::string>& verb :
         {std::vector<std::string>{"play", "--offscreen", "--for", "1s"}, {"schedule"}, {"report"}}) {
      std::vector<std::string> words = verb;
      words.insert(words.end(), {"--config", config});
      const Outcome outcome = xuanping(words);
      EXPECT_EQ(outcome.code, cli::kInputErrors) << verb.front() << " " << config;
      EXPECT_THAT(outcome.err, HasSubstr("1 errors, 0 warnings")) << verb.front() << " " << config;
    }
  std::filesystem::remove(file);
}

TEST(Usage, VersionNamesTheProgram) { EXPECT_THAT(xuanping({"--version"}).out, HasSubstr("xuanping 0.")); }

TEST(Usage, ChineseHelpIsChinese) {
  const Outcome help = xuanping_in("zh", {"--help"});
  EXPECT_EQ(help.code, cli::kFine);
  for (const char* words : {"宣屏", "用法：xuanping [选项] 命令\n", "\n选项：\n", "\n命令：\n"})
    EXPECT_THAT(help.out, HasSubstr(words));
}

TEST(Usage, NotesOfTheHelpAreChineseToo) {
  for (const cli::Verb* verb : cli::verbs()) {
    if (!*verb->notes) continue;
    const Outcome help = xuanping_in("zh", {std::string(verb->name), "--help"});
    EXPECT_EQ(help.out.find(verb->notes), std::string::npos) << verb->name;
  }
}

TEST(Usage, HelpStandsInColumnsAsATerminalCountsThem) {
  const Outcome help = xuanping_in("zh", {"schedule", "--help"});
  EXPECT_THAT(help.out, HasSubstr("\n  --data 文件夹               含有 config、fonts 和 slides 的文件夹\n"));
  EXPECT_THAT(help.out, HasSubstr("\n  --format text|json          text 或 json\n"));
}

TEST(Usage, WrongUsageIsSaidInTheLanguageOfTheMessages) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {{}, "缺少命令"},
      {{"check"}, "缺少 --playlist"},
      {{"check", "--loud", "x"}, "不认识的参数：--loud"},
      {{"render", "--screen"}, "--screen 后面缺少"},
      {{"schedule", "--at", "x", "--day", "y"}, "--at 不能与 --day 同用"},
      {{"check", "x", "--format", "yaml"}, "--format：yaml 不在"}};
  for (const auto& [words, message] : cases) {
    const Outcome outcome = xuanping_in("zh", words);
    EXPECT_EQ(outcome.code, cli::kWrongUsage) << message;
    EXPECT_THAT(outcome.err, HasSubstr(message));
    EXPECT_THAT(outcome.err, HasSubstr("用 --help 查看说明。\n"));
  }
}

}  // namespace
}  // namespace xp::test
