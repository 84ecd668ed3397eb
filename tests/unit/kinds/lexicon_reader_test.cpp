// SPDX-License-Identifier: MIT
#include "kinds/lexicon_reader.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/golden.h"

namespace xp::kinds {
namespace {

text::LexiconPtr read(const std::string& text, Diagnostics& diagnostics) {
  MemoryFiles files;
  files.files["own.txt"] = text;
  return read_lexicon(files, "own.txt", diagnostics);
}

TEST(LexiconReader, ReadsOneEntryALine) {
  Diagnostics diagnostics;
  const auto lexicon = read("# words\n\n钱袋子  # of the slogans\r\n  南京市/长江大桥\n^远离", diagnostics);
  ASSERT_TRUE(lexicon);
  EXPECT_TRUE(diagnostics.empty()) << format_diagnostics(diagnostics);
  EXPECT_EQ(lexicon->entries().size(), 3u);
  EXPECT_EQ(lexicon->longest_at(U"南京市长江大桥")->cuts, 1u << 3);
}

TEST(LexiconReader, LeavesOutWhatIsNoEntryAndSaysWhere) {
  Diagnostics diagnostics;
  const auto lexicon = read("钱袋子\n  非法，集资\n征信\n", diagnostics);
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(lexicon->entries().size(), 2u);
  ASSERT_EQ(diagnostics.list().size(), 1u);
  const Diagnostic& only = diagnostics.list()[0];
  EXPECT_EQ(only.id, "bad-lexicon-entry");
  EXPECT_EQ(only.severity, Severity::warning);
  EXPECT_EQ(only.at.line, 2);
  EXPECT_EQ(only.at.column, 5);
}

TEST(LexiconReader, SaysThatAFileIsNoText) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read("\xC7\xAE\xB4\xFC\xD7\xD3\n", diagnostics));
  ASSERT_EQ(diagnostics.list().size(), 1u);
  EXPECT_EQ(diagnostics.list()[0].id, "not-utf8");
  MemoryFiles none;
  Diagnostics missing;
  EXPECT_FALSE(read_lexicon(none, "own.txt", missing));
  EXPECT_EQ(missing.list()[0].id, "unreadable-file");
}

TEST(LexiconReader, FindsNoMistakeInTheBundledFile) {
  Diagnostics diagnostics;
  ASSERT_TRUE(read_lexicon(real_files(), test::source_path("lexicon/zh-Hans.txt"), diagnostics));
  EXPECT_TRUE(diagnostics.empty()) << format_diagnostics(diagnostics);
}

}  // namespace
}  // namespace xp::kinds
