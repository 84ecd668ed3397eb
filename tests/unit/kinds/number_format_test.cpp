// SPDX-License-Identifier: MIT
#include "kinds/number_format.h"

#include <gtest/gtest.h>

namespace xp::kinds {
namespace {

struct Row {
  double value;
  const char* unit;
  const char* joined;
};

class Formatted : public testing::TestWithParam<Row> {};

TEST_P(Formatted, ReadsAsChinesePrintsIt) {
  EXPECT_EQ(format_number(GetParam().value, GetParam().unit).joined(), GetParam().joined);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, Formatted,
    testing::Values(Row{160000000, "元", "1.6亿元"}, Row{20370000, "元", "2037万元"},
                    Row{9620000, "元", "962万元"}, Row{42.4, "%", "42.4%"}, Row{9.60, "%", "9.6%"},
                    Row{100, "%", "100%"}, Row{3500, "起", "3,500起"}, Row{999, "起", "999起"},
                    Row{0, "起", "0起"}, Row{171, "起", "171起"}, Row{10000, "元", "1万元"},
                    Row{9999, "元", "9,999元"}, Row{12345, "元", "1.235万元"}, Row{123456, "元", "12.35万元"},
                    Row{1234567, "元", "123.5万元"}, Row{99999999, "元", "1亿元"},
                    Row{123456789, "元", "1.235亿元"}, Row{1.5e12, "元", "1.5万亿元"},
                    Row{2022, "年", "2022年"}, Row{12000, "倍", "12,000倍"}, Row{2.345, "倍", "2.35倍"},
                    Row{9406000, "条", "940.6万条"}, Row{0.125, "", "0.13"}, Row{160000000, "", "1.6亿"}));

std::vector<std::string> chart_of(const std::vector<double>& values, const char* unit) {
  std::vector<std::string> joined;
  for (const FigureText& figure : format_numbers(values, unit)) joined.push_back(figure.joined());
  return joined;
}
using Figures = std::vector<std::string>;

TEST(FormattedTogether, FiguresOfOneChartShareTheirUnit) {
  EXPECT_EQ(chart_of({12345, 3, 6789, 0, 12344}, "起"),
            (Figures{"12,345起", "3起", "6,789起", "0起", "12,344起"}));
  EXPECT_EQ(chart_of({123456789, 120000000, 98700000, 9870000}, "元"),
            (Figures{"12,346万元", "12,000万元", "9,870万元", "987万元"}));
  EXPECT_EQ(chart_of({328812345678, 50000000}, "元"), (Figures{"3288亿元", "0.5亿元"}));
  EXPECT_EQ(chart_of({2021, 2022}, "年"), (Figures{"2021年", "2022年"}));
  EXPECT_TRUE(chart_of({}, "元").empty());
}

TEST(FormattedTogether, FiguresThatDifferAreWrittenDifferently) {
  EXPECT_EQ(chart_of({1234567, 1234512}, "元"), (Figures{"123.46万元", "123.45万元"}));
  EXPECT_EQ(chart_of({1234567, 1234567}, "元"), (Figures{"123.5万元", "123.5万元"}));
}

TEST(FormattedTogether, NothingIsWrittenAsZeroThatIsNot) {
  EXPECT_EQ(chart_of({328812345678, 5}, "元"), (Figures{"3288亿元", "5元"}));
}

TEST(SplitFigure, KeepsTheWordsOfTheAuthor) {
  EXPECT_EQ(split_figure("1.6亿余元"), (FigureText{"", "1.6", "亿余元"}));
  EXPECT_EQ(split_figure("1700余万元"), (FigureText{"", "1700", "余万元"}));
  EXPECT_EQ(split_figure("约1.2亿元"), (FigureText{"约", "1.2", "亿元"}));
  EXPECT_EQ(split_figure("58.3%"), (FigureText{"", "58.3", "%"}));
  EXPECT_EQ(split_figure("3,500起"), (FigureText{"", "3,500", "起"}));
  EXPECT_EQ(split_figure("近六成"), (FigureText{"", "近六成", ""}));
  EXPECT_EQ(split_figure("12."), (FigureText{"", "12", "."}));
}

TEST(FigureOf, PrefersWhatTheAuthorWrote) {
  EXPECT_EQ(figure_of("1.6亿余元", 16000, "万元").joined(), "1.6亿余元");
  EXPECT_EQ(figure_of("", 5, "起").joined(), "5起");
}

TEST(Counter, EndsExactlyOnItsValue) {
  for (const char* digits : {"58.3", "171", "3,500", "1.60", "0.5", "1,234,567.89", "0"}) {
    const auto counter = Counter::of(digits);
    ASSERT_TRUE(counter) << digits;
    EXPECT_EQ(counter->at(1), digits);
  }
}

TEST(Counter, KeepsDecimalsAndGroupsOnTheWay) {
  EXPECT_EQ(Counter::of("58.3")->at(0), "0.0");
  EXPECT_EQ(Counter::of("58.3")->at(0.5), "29.1");
  EXPECT_EQ(Counter::of("3,500")->at(0.5), "1,750");
  EXPECT_EQ(Counter::of("3,500")->at(0.1), "350");
  EXPECT_EQ(Counter::of("171")->at(0), "0");
}

TEST(Counter, NeverGoesBack) {
  const auto counter = Counter::of("58.3");
  double last = -1;
  for (int i = 0; i <= 60; ++i) {
    const double value = std::stod(counter->at(i / 60.0));
    EXPECT_GE(value, last);
    last = value;
  }
}

TEST(Counter, CountsPlainNumbersOnly) {
  EXPECT_FALSE(Counter::of("近六成"));
  EXPECT_FALSE(Counter::of("2022.5.13"));
  EXPECT_FALSE(Counter::of(""));
  EXPECT_FALSE(Counter::of("1234567890123456"));
}

}  // namespace
}  // namespace xp::kinds
