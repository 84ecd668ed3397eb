// SPDX-License-Identifier: MIT
#include "toml/document.h"

#include <gtest/gtest.h>

namespace {

using namespace xp;
using toml::Place;

toml::Document parsed(std::string text) {
  Diagnostics diagnostics;
  auto document = toml::parse("a.toml", std::move(text), diagnostics);
  EXPECT_TRUE(document) << format_diagnostics(diagnostics);
  return document ? *std::move(document) : toml::Document{};
}

Diagnostic refused(std::string text) {
  Diagnostics diagnostics;
  EXPECT_FALSE(toml::parse("a.toml", std::move(text), diagnostics));
  EXPECT_EQ(diagnostics.list().size(), 1u);
  return diagnostics.list().at(0);
}

const toml::Entry& entry(const toml::Table& table, std::string_view key) {
  const toml::Entry* found = table.find(key);
  EXPECT_TRUE(found) << key;
  return *found;
}

std::string shown(Place place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "+" + std::to_string(place.length);
}

TEST(Document, KeepsEveryKindOfValue) {
  const toml::Document d = parsed(
      "s = \"守\"\ni = -7\nf = 2.5\nb = true\nd = 2022-05-13\nt = 08:30:15\nm = 2022-05-13T08:30:00+08:00\n"
      "a = [1, \"x\"]\no = {k = 1}\n");
  const auto& root = d.root;
  EXPECT_EQ(std::get<std::string>(entry(root, "s").value.data), "守");
  EXPECT_EQ(std::get<std::int64_t>(entry(root, "i").value.data), -7);
  EXPECT_EQ(std::get<double>(entry(root, "f").value.data), 2.5);
  EXPECT_TRUE(std::get<bool>(entry(root, "b").value.data));
  EXPECT_EQ(std::get<Date>(entry(root, "d").value.data), *parse_date("2022-05-13"));
  EXPECT_EQ(std::get<toml::LocalTime>(entry(root, "t").value.data).second, 15);
  EXPECT_EQ(std::get<toml::DateTimeText>(entry(root, "m").value.data).text, "2022-05-13T08:30:00+08:00");
  EXPECT_EQ(std::get<toml::Array>(entry(root, "a").value.data).size(), 2u);
  EXPECT_EQ(std::get<toml::Table>(entry(root, "o").value.data).entries.size(), 1u);
}

TEST(Document, KeepsTheOrderOfTheFile) {
  const toml::Document d = parsed("zebra = 1\napple = 2\nmango = 3\n");
  ASSERT_EQ(d.root.entries.size(), 3u);
  EXPECT_EQ(d.root.entries[0].key, "zebra");
  EXPECT_EQ(d.root.entries[2].key, "mango");
}

TEST(Document, KnowsThePlaceOfKeysAndValues) {
  const toml::Document d = parsed("title = \"守好\"  # x\n\"名字\" = [1, 22]\n");
  EXPECT_EQ(shown(entry(d.root, "title").at), "1:1+5");
  EXPECT_EQ(shown(entry(d.root, "title").value.at), "1:9+4") << "code points, quotes included";
  EXPECT_EQ(shown(entry(d.root, "名字").at), "2:1+4");
  EXPECT_EQ(shown(entry(d.root, "名字").value.at), "2:8+7");
  EXPECT_EQ(shown(std::get<toml::Array>(entry(d.root, "名字").value.data)[1].at), "2:12+2");
}

TEST(Document, ATextOfSeveralLinesReachesToTheEndOfItsFirst) {
  const toml::Document d = parsed("text = \"\"\"\n高息\n诱惑\"\"\"\nnext = '''守好\r\n钱'''\n");
  EXPECT_EQ(shown(entry(d.root, "text").value.at), "1:8+3");
  EXPECT_EQ(shown(entry(d.root, "next").value.at), "4:8+5");
}

TEST(Document, TablesStandAtTheirHeadings) {
  const toml::Document d = parsed("[campaign]\nx = 1\n\n[[slide]]\nid = 'a'\n[[slide]]\nid = 'b'\n");
  EXPECT_EQ(shown(entry(d.root, "campaign").value.at), "1:1+10");
  const auto& slides = std::get<toml::Array>(entry(d.root, "slide").value.data);
  ASSERT_EQ(slides.size(), 2u);
  EXPECT_EQ(shown(slides[1].at), "6:1+9");
  EXPECT_EQ(shown(d.root.at), "1:1+1");
}

TEST(Document, MakesLocationsInItsFile) {
  const toml::Document d = parsed("a = 1");
  const Location at = toml::location(d, entry(d.root, "a").value.at);
  EXPECT_EQ(at.file, d.file);
  EXPECT_EQ(at.file->name, "a.toml");
  EXPECT_EQ(at.line, 1);
  EXPECT_EQ(at.column, 5);
}

TEST(Document, AcceptsBomAndCrLf) {
  const toml::Document d = parsed(
      "\xEF\xBB\xBF"
      "a = 1\r\nb = \"x\"\r\n");
  EXPECT_EQ(shown(entry(d.root, "a").at), "1:1+1") << "the mark is no column";
  EXPECT_EQ(std::get<std::string>(entry(d.root, "b").value.data), "x");
  EXPECT_EQ(shown(entry(d.root, "b").value.at), "2:5+3");
}

TEST(Document, NamesTheEncodingOfAForeignFile) {
  const Diagnostic gbk =
      refused("a = 1\ntitle = \"\xCA\xD8\xBA\xC3\xC4\xFA\xB5\xC4\xC7\xAE\xB4\xFC\xD7\xD3\"\n");
  EXPECT_EQ(gbk.id, "not-utf8");
  EXPECT_EQ(gbk.message, "the file is saved as GBK");
  EXPECT_EQ(gbk.at.line, 2);
  EXPECT_EQ(gbk.at.column, 10);
  EXPECT_EQ(refused("\xFF\xFE" + std::string("a\0", 2)).message, "the file is saved as UTF-16 (“Unicode”)");
  EXPECT_EQ(refused("a = 'caf\xE9 '").message, "the file is not UTF-8 text");
}

TEST(Load, SaysWhyAFileCannotBeRead) {
  MemoryFiles files;
  files.files["folder/x"] = "";
  files.files["empty.toml"] = "";
  files.files["blank.toml"] = "\xEF\xBB\xBF \r\n\n\t";
  files.files["big.toml"] = std::string(300 * 1024, '#');
  const auto id_of = [&](const std::string& path) {
    Diagnostics diagnostics;
    EXPECT_FALSE(toml::load(files, path, diagnostics));
    EXPECT_EQ(diagnostics.list().size(), 1u);
    EXPECT_EQ(diagnostics.list().at(0).at.file->name, path);
    EXPECT_FALSE(diagnostics.list().at(0).remedy.empty());
    return diagnostics.list().at(0).id;
  };
  EXPECT_EQ(id_of("none.toml"), "missing-file");
  EXPECT_EQ(id_of("folder"), "not-a-file");
  EXPECT_EQ(id_of("empty.toml"), "empty-file");
  EXPECT_EQ(id_of("blank.toml"), "empty-file");
  EXPECT_EQ(id_of("big.toml"), "too-large");
}

TEST(Load, ReadsAFile) {
  MemoryFiles files;
  files.files["a.toml"] = "a = 1\n";
  Diagnostics diagnostics;
  EXPECT_TRUE(toml::load(files, "a.toml", diagnostics));
  EXPECT_TRUE(diagnostics.empty());
}

}  // namespace
