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
                    Row{9999, "元", "9,999元"}, Row{12345, "元", "1.23万元"}, Row{123456, "元", "12.3万元"},
                    Row{1234567, "元", "123万元"}, Row{99999999, "元", "1亿元"},
                    Row{123456789, "元", "1.23亿元"}, Row{1.5e12, "元", "1.5万亿元"},
                    Row{2022, "年", "2022年"}, Row{12000, "倍", "12,000倍"}, Row{2.345, "倍", "2.35倍"},
                    Row{0.125, "", "0.13"}, Row{160000000, "", "1.6亿"}));

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
