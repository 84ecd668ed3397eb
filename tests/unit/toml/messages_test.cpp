// SPDX-License-Identifier: MIT
// Whole messages, in both languages, as admins see them: tests/golden/diagnostics/.
#include <gtest/gtest.h>

#include "base/i18n.h"
#include "sample.h"
#include "support/golden.h"
#include "toml/document.h"

namespace {

using namespace xp;

std::string messages_for(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = toml::parse("playlist.toml", text, diagnostics);
  if (document) {
    toml::TableReader reader(*document, document->root, diagnostics);
    sample::Slide slide;
    reader.read(slide);
    reader.finish();
  }
  EXPECT_FALSE(diagnostics.empty()) << text;
  return format_diagnostics(diagnostics);
}

std::string messages_for_each(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += messages_for(text) + '\n';
  return all;
}

void expect_in_both_languages(const std::string& name, const std::vector<std::string>& texts) {
  set_language(Language::english);
  test::expect_golden("diagnostics/" + name + ".txt", messages_for_each(texts));
  set_language(Language::chinese);
  test::expect_golden("diagnostics/" + name + ".zh.txt", messages_for_each(texts));
  set_language(Language::english);
}

TEST(Messages, SyntaxErrorsSayWhatToWrite) {
  expect_in_both_languages("toml-syntax", {"名字 = \"x\"\n",
                                           "[活动]\n",
                                           "hours = 08:30\n",
                                           "hours = 8:30-17:30 # 上班\n",
                                           "title = “与民同心”\n",
                                           "title ＝ \"x\"\n",
                                           "files = [\"a.jpg\"，\"b.jpg\"]\n",
                                           "title = 与民同心\n",
                                           "kind = slogan # x\n",
                                           "duration = 8s\n",
                                           "title = \"与民同心\nkind = \"x\"\n",
                                           "title = 'x\n",
                                           "title =\n",
                                           "color = #ffcf5c\n",
                                           "title: \"x\"\n",
                                           "title\n",
                                           "a = [1, }\n",
                                           "a = [1 2]\n",
                                           "a = [1,\n2\n",
                                           "a = {x = 1\n",
                                           "a = {x = 1,}\n",
                                           "id = \"a\"\ntext = \"x\"\nid = \"b\"\n",
                                           "[campaign]\nx = 1\n[campaign]\n",
                                           "[[slide]\n",
                                           "a = 1 b = 2\n",
                                           "title = \"C:\\photos\"\n",
                                           "title = \"他说\"你好\"。\"\n",
                                           "as_of = 2022-13-01\n",
                                           "as_of = 2022-02-30\n",
                                           "n = 012\n",
                                           "n = 99999999999999999999\n",
                                           "enabled = True\n",
                                           "enabled = yes # x\n",
                                           "a = 1　\n",
                                           "a = 1,000\n",
                                           "= 1\n",
                                           "\t守 = 1\n",
                                           "value = 58.3%\n",
                                           "enabled = 否 # x\n",
                                           "// 注释\n",
                                           "a = 1 // x\n",
                                           "as_of = 2026年5月13日\n",
                                           "as_of = 2026/5/13\n"});
}

TEST(Messages, MistakesInValuesSayWhatIsPossible) {
  std::vector<std::string> texts{"text = \"x\"\n", "id = \"a\"\ntxet = \"x\"\nwight = 2\n"};
  for (const char* line : {"text = 58.3",
                           "text = [1]",
                           "weight = \"3\"",
                           "weight = 2.5",
                           "enabled = \"true\"",
                           "enabled = 1",
                           "duration = 8",
                           "duration = \"-1s\"",
                           "duration = \"soon\"",
                           "duration = \"10 years\"",
                           "duration = \"8\"",
                           "duration = \"0s\"",
                           "duration = \"99999999999999h\"",
                           "weight = 11",
                           "weight = -9223372036854775808",
                           "value = nan",
                           "value = 100.5",
                           "chart = \"bras\"",
                           "chart = 1",
                           "kind = \"slogans\"",
                           "id = \"a b\"",
                           "text = \"\"",
                           "text = \"一二三四五六七八九十十\"",
                           "color = \"gold\"",
                           "color = 255",
                           "as_of = \"2022-05-13\"",
                           "as_of = \"13.5.2022\"",
                           "as_of = 2022-05-13T08:00:00Z",
                           "offset = \"8\"",
                           "offset = 8",
                           "size = [1]",
                           "size = [1, 2, 3]",
                           "size = [1920, \"x\"]",
                           "size = 5",
                           "files = [\"a\", \"b\", \"c\", \"d\"]",
                           "files = [\"a\", 2]",
                           "level = 3",
                           "bars = 3",
                           "[bars]\nlabel = \"x\"",
                           "[[level]]\nsize = 1",
                           "[[bars]]\nlabel = \"一二三四五\"\nvalu = 1",
                           "level.size = 99",
                           "weight = 7.0",
                           "weight = 0.2",
                           "value = \"x\"",
                           "value = \"58.3%\"",
                           "as_of = \"2026年5月13日\""}) {
    const bool has_id = std::string_view(line).starts_with("id");
    texts.push_back(has_id ? std::string(line) + "\n" : "id = \"a\"\n" + std::string(line) + "\n");
  }
  expect_in_both_languages("toml-values", texts);
}

TEST(Messages, FilesThatCannotBeReadAreNamed) {
  MemoryFiles files;
  files.files["slides/a/playlist.toml"] = "";
  files.files["big.toml"] = std::string(300 * 1024, '#');
  files.files["gbk.toml"] = "title = \"\xCA\xD8\xBA\xC3\xC4\xFA\xB5\xC4\xC7\xAE\xB4\xFC\xD7\xD3\"\n";
  files.files["utf16.toml"] = "\xFF\xFE" + std::string("a\0=\0", 4);
  files.files["deep.toml"] = "a = " + std::string(10'000, '[');
  files.files["dotted.toml"] = "a" + std::string(100, '.') + " = 1";
  files.files["nul.toml"] = std::string("a = 1\n# a page of text, then ") + '\0';
  const auto messages = [&] {
    Diagnostics diagnostics;
    for (const char* path : {"none.toml", "slides/a", "slides/a/playlist.toml", "big.toml", "gbk.toml",
                             "utf16.toml", "deep.toml", "dotted.toml", "nul.toml"}) {
      EXPECT_FALSE(toml::load(files, path, diagnostics)) << path;
    }
    return format_diagnostics(diagnostics);
  };
  test::expect_golden("diagnostics/toml-files.txt", messages());
  set_language(Language::chinese);
  test::expect_golden("diagnostics/toml-files.zh.txt", messages());
  set_language(Language::english);
}

}  // namespace
