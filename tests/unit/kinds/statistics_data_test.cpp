// SPDX-License-Identifier: MIT
// Statistics out of a CSV beside the playlist: what is taken, and every mistake as people see it.
#include <gmock/gmock.h>

#include <algorithm>
#include <ostream>

#include "base/i18n.h"
#include "kinds/data_table.h"
#include "kinds/statistics.h"
#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ReadSlide read(const std::string& csv, const std::string& keys) {
  MemoryFiles files;
  files.files["./types.csv"] = csv;
  return read_slide("kind = \"statistics\"\nheading = \"一句话\"\ndata = \"types.csv\"\n" + keys, files);
}

const Statistics& statistics_of(const ReadSlide& slide) {
  return *statistics_of(slide.kind, slide.content.get());
}

std::vector<std::string> shown(const ReadSlide& slide) {
  std::vector<std::string> rows;
  for (const Datum& datum : statistics_of(slide).data.value)
    rows.push_back(datum.label + "=" +
                   (datum.value ? figures_of(std::span(&datum, 1), "").front().joined() : "?"));
  return rows;
}

TEST(StatisticsData, AreFoundByTheNamesOfTheirColumns) {
  const std::string bars = "chart = \"bars\"\n";
  EXPECT_THAT(shown(read("label,value\n金融,56\n", bars)), ElementsAre("金融=56"));
  EXPECT_THAT(shown(read("序号,数值,名称,显示\n1,56,金融,约56\n", bars)), ElementsAre("金融=约56"));
  EXPECT_THAT(shown(read("类型,起数\n金融,\"1,056起\"\n",
                         bars + "unit = \"起\"\nlabel_column = \"类型\"\nvalue_column = \"起数\"")),
              ElementsAre("金融=1,056"));
}

TEST(StatisticsData, MayBeStoredAsGbk) {
  EXPECT_THAT(shown(read("\xC3\xFB\xB3\xC6,\xCA\xFD\xD6\xB5\r\n\xBD\xF0\xC8\xDA,12\r\n", "chart = \"bars\"")),
              ElementsAre("金融=12"));
}

TEST(StatisticsData, AnEmptyCellOfATrendIsNotKnown) {
  EXPECT_THAT(shown(read("label,value\n一月,1\n二月,\n三月,—\n四月,4\n", "chart = \"trend\"")),
              ElementsAre("一月=1", "二月=?", "三月=?", "四月=4"));
}

TEST(StatisticsData, OfATrendAreTheLastAndElsewhereTheFirst) {
  std::string csv = "label,value\n";
  for (int i = 1; i <= 20; ++i) csv += std::to_string(i) + "," + std::to_string(i) + "\n";
  const ReadSlide trend = read(csv, "chart = \"trend\""), bars = read(csv, "chart = \"bars\"");
  EXPECT_EQ(shown(trend).front(), "9=9");
  EXPECT_EQ(shown(bars).front(), "1=1");
  EXPECT_EQ(shown(bars).size(), 8u);
  EXPECT_THAT(ids_of(trend), ElementsAre("rows-left-out"));
  EXPECT_FALSE(bars.diagnostics.has_errors());
}

TEST(StatisticsData, OfATableAreItsCells) {
  const std::string csv = "类型,起数,占比,备注,编号\n金融,56,42.4%,,1\n";
  const ReadSlide chosen = read(csv, "chart = \"table\"\ncolumns = [\"占比\", \"类型\"]");
  EXPECT_THAT(ids_of(chosen), IsEmpty());
  EXPECT_THAT(statistics_of(chosen).columns, ElementsAre("占比", "类型"));
  EXPECT_THAT(statistics_of(chosen).rows, ElementsAre(ElementsAre("42.4%", "金融")));
  EXPECT_THAT(statistics_of(read("a,b\n1,2\n", "chart = \"table\"")).rows,
              ElementsAre(ElementsAre("1", "2")));
}

TEST(StatisticsData, ThatChangedMakeAnotherSlide) {
  EXPECT_NE(read("label,value\n甲,1\n", "chart = \"bars\"").content->hash(),
            read("label,value\n甲,2\n", "chart = \"bars\"").content->hash());
}

struct Case {
  const char* name;
  std::string csv, keys;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::vector<Case> cases() {
  const std::string bars = "chart = \"bars\"\nunit = \"起\"\n", good = "label,value\n金融诈骗,56\n";
  std::string many = "label,value\n";
  for (int i = 0; i < 9; ++i) many += "甲,1\n";
  return {
      {"unknown-column", "类型,立案数\n金融诈骗,56\n",
       bars + "label_column = \"类型\"\nvalue_column = \"立按数\"\n"},
      {"no-usual-column", "类型,立案数\n金融诈骗,56\n", bars},
      {"bad-number", "label,value\n金融诈骗,五十六\n合同诈骗,49\n", bars},
      {"negative", "label,value\n金融诈骗,-56\n", bars},
      {"empty-label", "label,value\n,56\n", bars},
      {"long-label", "label,value\n一二三四五六七八九十一二三四五六七八九十一,56\n", bars},
      {"row-length", "label,value\n金融诈骗,1,056\n", bars},
      {"duplicate-column", "label,value,value\n金融诈骗,1,2\n", bars},
      {"csv-quote", "label,value\n\"金融\"诈骗,56\n", bars},
      {"open-quote", "label,value\n\"金融诈骗,56\n", bars},
      {"no-rows", "label,value\n", bars},
      {"not-text", "PK\x03\x04\xFF\xFF", bars},
      {"too-many-rows", many, bars},
      {"missing-value", "label,value\n金融诈骗,\n", bars},
      {"sum", "label,value\n甲,60%\n乙,70%\n", "chart = \"donut\"\nunit = \"%\"\n"},
      {"table-columns", "a,b,c,d,e\n1,2,3,4,5\n", "chart = \"table\"\n"},
      {"unused-data", good, "chart = \"number\"\nvalue = 1\n"},
  };
}

class StatisticsDataMistakes : public testing::TestWithParam<Case> {
 protected:
  void TearDown() override { set_language(Language::english); }
  void expect(const std::string& language) {
    const ReadSlide slide = read(GetParam().csv, GetParam().keys);
    test::expect_golden("diagnostics/data/" + std::string(GetParam().name) + "." + language + ".txt",
                        format_diagnostics(slide.diagnostics));
  }
};

TEST_P(StatisticsDataMistakes, CostTheSlideAloneAndItIsStillLaidOut) {
  const ReadSlide slide = read(GetParam().csv, GetParam().keys);
  EXPECT_FALSE(slide.diagnostics.empty());
  EXPECT_EQ(slide.diagnostics.blocking(), 0u);
  ASSERT_TRUE(slide.content);
  EXPECT_TRUE(Stage::get().lay(slide, {1920, 1080}));
}
TEST_P(StatisticsDataMistakes, AreHelpfulInEnglish) { expect("en"); }
TEST_P(StatisticsDataMistakes, AreHelpfulInChinese) {
  set_language(Language::chinese);
  expect("zh");
}

INSTANTIATE_TEST_SUITE_P(Csv, StatisticsDataMistakes, testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param.name;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(StatisticsData, ThatAreNotThereCostTheSlideAlone) {
  const ReadSlide slide = read_slide(
      "kind = \"statistics\"\nheading = \"一句话\"\nchart = \"bars\"\ndata = \"gone.csv\"", MemoryFiles());
  EXPECT_THAT(ids_of(slide), ElementsAre("missing-file"));
  EXPECT_EQ(slide.diagnostics.blocking(), 0u);
  EXPECT_TRUE(slide.content);
}

TEST(StatisticsData, ThatAreTooManySaySo) {
  MemoryFiles files;
  files.files["./much.csv"] = std::string(kMaxTableBytes + 1, 'a');
  const ReadSlide slide =
      read_slide("kind = \"statistics\"\nheading = \"一句话\"\nchart = \"bars\"\ndata = \"much.csv\"", files);
  EXPECT_THAT(ids_of(slide), ElementsAre("too-large"));
}

}  // namespace
}  // namespace xp::kinds
