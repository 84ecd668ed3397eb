// SPDX-License-Identifier: MIT
#include "prose.h"

#include <array>
#include <random>
#include <string_view>

namespace xp::bench {
namespace {

// About a megabyte of UTF-8.
constexpr std::size_t kCharacters = 369264;

constexpr std::array<std::u32string_view, 40> kPhrases = {
    U"公安机关提醒广大市民",  U"不要轻信陌生来电",     U"涉案金额达3,500.50万元",   U"同比增长95.6%",
    U"请拨打反诈专线96110",   U"高息诱惑往往是陷阱",   U"自2022年12月1日起施行",    U"《反电信网络诈骗法》",
    U"守护好您的钱袋子",      U"银行工作人员发现异常", U"及时劝阻了这笔转账",       U"“安全账户”并不存在",
    U"嫌疑人通过APP发布广告", U"以高额回报为诱饵",     U"发展下线上千人",           U"资金链断裂后跑路",
    U"老年人是主要受害群体",  U"社区民警上门宣传",     U"电话里的“客服”索要验证码", U"身份证号与银行卡号",
    U"点击不明链接",          U"手机被远程控制",       U"ATM机前要多留神",          U"假币常见于集市与夜间",
    U"水印、安全线、凹印",    U"按照GB/T 15834的规定", U"全市共立案132起",          U"其中非法集资5起",
    U"挽回损失1.6亿余元",     U"联席会议成员单位21家", U"一看二摸三听四测",         U"会计凭证保存十年以上",
    U"买买提·艾则孜告诉记者", U"——天上不会掉馅饼",     U"投资有风险，入市须谨慎",   U"小额贷款“零抵押”",
    U"刷单返利、网络赌博",    U"先交保证金再放款",     U"线上会议时间10:30",        U"参会地点在三楼305室"};
constexpr std::u32string_view kMarks = U"，，，，。。；：！？";
constexpr char32_t kFirstHan = 0x4E00;

class Writer {
 public:
  std::u32string paragraph() {
    std::u32string text;
    const std::size_t size = 100 + pick(200);
    while (text.size() < size) {
      text += kPhrases[pick(kPhrases.size())];
      if (pick(3) == 0) append_rare(text);
      text += kMarks[pick(kMarks.size())];
    }
    return text;
  }

 private:
  std::size_t pick(std::size_t n) { return random_() % n; }
  /// A few ideographs in an order nobody wrote before: caches of words do not help.
  void append_rare(std::u32string& text) {
    for (std::size_t left = 1 + pick(3); left > 0; --left)
      text += kFirstHan + static_cast<char32_t>(pick(6000));
  }
  std::mt19937 random_{20220515};
};

}  // namespace

const std::vector<std::u32string>& prose() {
  static const std::vector<std::u32string> paragraphs = [] {
    std::vector<std::u32string> all;
    Writer writer;
    for (std::size_t size = 0; size < kCharacters; size += all.back().size())
      all.push_back(writer.paragraph());
    return all;
  }();
  return paragraphs;
}

std::size_t prose_size() {
  std::size_t size = 0;
  for (const std::u32string& paragraph : prose()) size += paragraph.size();
  return size;
}

}  // namespace xp::bench
