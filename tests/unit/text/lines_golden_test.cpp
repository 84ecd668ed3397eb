// SPDX-License-Identifier: MIT
// The texts of spec §4, §5 and §16 that other engines break wrongly, at several widths, in every filling.
#include <gtest/gtest.h>

#include "fake_width.h"
#include "support/golden.h"
#include "support/lexicon.h"
#include "text/breaks.h"
#include "text/lines.h"

namespace xp::text {
namespace {

constexpr const char* kTexts[] = {
    "《反电信网络诈骗法》自2022年12月1日起施行，涉案金额达3,500.50万元，同比增长95.6%；“不轻信”——不转账……！",
    "警惕高息诱惑远离非法集资守护好您的钱袋子",
    "涉案金额达3500万元，同比增长95.6%。",
    "请拨打96110咨询反诈专线电话核实",
    "他说‘你好’的时候，我说“再见”了",
    "适用于1～3岁儿童，北京·上海，2024—2025年，依据GB/T 15834",
    "２０２４年第三季度，群众和/或企业损失下降１２．５％",
    "拒绝校园贷，南京市长江大桥，谨防客服退款骗局",
};

TEST(LinesGolden, TextsThatOthersBreakWrongly) {
  Breaker breaker;
  std::string out;
  for (const char* utf8 : kTexts) {
    const std::u32string text = decode_utf8(utf8);
    const BreakMap map =
        breaker.breaks(text, "zh-Hans", Strictness::strict, Costs::words, xp::test::test_lexicon().get());
    out += std::string(utf8) + "\n";
    for (const int em : {5, 6, 8, 12}) {
      for (const Filling filling : {Filling::greedy, Filling::optimal, Filling::balanced}) {
        constexpr const char* kNames[] = {"greedy", "optimal", "balanced"};
        const auto lines = choose_lines(text, map, test::fake_widths(text), Em::from(em), filling);
        out += "  " + std::to_string(em) + " " + kNames[static_cast<int>(filling)] + ": " +
               test::joined(text, lines) + "\n";
      }
    }
  }
  xp::test::expect_golden("layout/lines.txt", out);
}

}  // namespace
}  // namespace xp::text
