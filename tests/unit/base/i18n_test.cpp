// SPDX-License-Identifier: MIT
#include "base/i18n.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>
#include <vector>

#include "base/diagnostic.h"

namespace {

using namespace xp;

class I18n : public testing::Test {
 protected:
  ~I18n() override { set_language(Language::english); }
};

TEST_F(I18n, SpeaksEnglishUnlessAsked) {
  EXPECT_STREQ(tr("error"), "error");
  EXPECT_EQ(language(), Language::english);
}

TEST_F(I18n, SpeaksChineseWithoutAChineseLocale) {
  set_language(Language::chinese);
  EXPECT_STREQ(tr("error"), "错误");
  EXPECT_EQ(trf("there is no file “{path}”", fmt::arg("path", "a.toml")), "文件“a.toml”不存在");
}

TEST_F(I18n, ComesBackToEnglish) {
  set_language(Language::chinese);
  set_language(Language::english);
  EXPECT_STREQ(tr("error"), "error");
}

TEST_F(I18n, KeepsWhatIsNotTranslated) {
  set_language(Language::chinese);
  EXPECT_STREQ(tr("no such message in the catalogue"), "no such message in the catalogue");
  EXPECT_STREQ(tr(""), "") << "not the catalogue's header";
}

TEST_F(I18n, TranslatesInManyThreads) {
  set_language(Language::chinese);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int j = 0; j < 500; ++j) EXPECT_STREQ(tr("warning"), "警告");
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(I18n, DiagnosticsAreChineseThroughout) {
  set_language(Language::chinese);
  const auto file = std::make_shared<SourceFile>(SourceFile{"a.toml", "a = 1"});
  EXPECT_EQ(format_diagnostic({Severity::warning, "some-id", {file, 1, 1, 1}, "何事", "怎么办"}),
            "a.toml:1:1: 警告[some-id]: 何事\n    a = 1\n    ^\n  办法：怎么办\n");
}

TEST_F(I18n, ReadsTheLanguageOfTheEnvironment) {
  const auto language_of = [](const char* all, const char* messages, const char* lang) {
    setenv("LC_ALL", all, 1);
    setenv("LC_MESSAGES", messages, 1);
    setenv("LANG", lang, 1);
    const Language found = language_of_environment();
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
    return found;
  };
  EXPECT_EQ(language_of("", "", "zh_CN.UTF-8"), Language::chinese);
  EXPECT_EQ(language_of("", "zh_TW", "en_US.UTF-8"), Language::chinese);
  EXPECT_EQ(language_of("C", "zh_CN", "zh_CN"), Language::english);
  EXPECT_EQ(language_of("", "", "de_DE.UTF-8"), Language::english);
  EXPECT_EQ(language_of("", "", ""), Language::english);
}

}  // namespace
