// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <algorithm>
#include <unordered_set>

namespace xp::text {
namespace {

// Entries are separated by spaces.
constexpr std::u32string_view kPhraseVerbs =
    U"远离 警惕 拒绝 防范 守护 守护好 守好 谨防 切勿 抵制 打击 提高 增强 树立 保护 珍惜 珍爱 共建 共创 共享 "
    U"构建 维护 "
    U"严防 严禁 严惩 举报 识别 牢记 认清 看清 看好 管好 捂紧 捂好 拨打 咨询 参与 落实 加强 坚持 推进 营造 "
    U"不要 不能 "
    U"不可 不得 请勿 如遇 遇到 发现 避免 谨慎 助力 不轻信 不转账 不透露 不点击 不贪心 不参与 不出借 切莫 "
    U"莫让 勿让 "
    U"反对 服务 倡导 践行 弘扬 筑牢 守住 保持 擦亮 扫码 下载 依法";
constexpr std::u32string_view kWords =
    // fraud
    U"反诈 反诈骗 电信网络诈骗 诈骗分子 骗子 套路 圈套 陷阱 刷单 返利 杀猪盘 冒充 公检法 客服 钓鱼 木马 "
    U"验证码 转账 汇款 "
    U"屏幕共享 裸聊 网恋 引流 话术 跑分 洗钱 反洗钱 两卡 断卡 电话卡 银行卡 实名制 预警 劝阻 止付 上当 受骗 "
    U"上当受骗 "
    U"天上 掉馅饼 馅饼 传销 拉人头 入门费 假币 假钞 "
    // finance
    U"高息 高回报 低风险 保本 保息 稳赚不赔 集资 非法集资 众筹 校园贷 套路贷 网贷 现金贷 裸贷 贷款 征信 普惠 "
    U"理财 投资 "
    U"养老 养老钱 血汗钱 钱袋子 救命钱 存款 取款 存单 利息 本金 合同 签约 担保 抵押 中介 代理 保险 退保 "
    U"代理退保 股票 "
    U"荐股 虚拟货币 数字货币 数字人民币 区块链 消费者 投资者 出资人 参与人 金融机构 持牌 资质 许可证 银保监 "
    U"人民银行 "
    // policing and places
    U"公安 公安局 公安机关 经侦 民警 派出所 检察院 法院 报警 立案 破案 侦破 追赃 挽损 挽回 追缴 查处 嫌疑人 "
    U"犯罪嫌疑人 "
    U"群众 人民群众 受害人 当事人 案件 线索 举报电话 热线 "
    // phones and the net
    U"微信 微信群 公众号 微信公众号 朋友圈 二维码 小程序 链接 短信 陌生人 陌生 个人信息 身份证 密码 账户 "
    U"账号 网址 网站 "
    U"客户端 手机 电脑 "
    // everyday
    U"您的 你的 我的 我们 你们 他们 大家 一起 一时 一生 一世 一定 家人 父母 子女 老人 老年人 青少年 大学生 "
    U"未成年人 同比 环比 "
    U"增长 下降 多起 此类 各类 以上 以下 以内 之后 之前 什么 怎么 如何 没有 不会 不是 可以 需要 务必 及时 "
    U"立即 马上 随时 "
    U"任何 所有 一切 从我做起 从源头 提示 温馨提示 亲爱的 广大 市民 市民朋友";

using Entries = std::unordered_set<std::u32string_view>;

void read(std::u32string_view list, Entries& out) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(U' ', at), list.size());
    if (end > at) out.insert(list.substr(at, end - at));
    at = end + 1;
  }
}

const Entries& verbs() {
  static const Entries entries = [] {
    Entries out;
    read(kPhraseVerbs, out);
    return out;
  }();
  return entries;
}

const Entries& all() {
  static const Entries entries = [] {
    Entries out = verbs();
    read(kWords, out);
    return out;
  }();
  return entries;
}

}  // namespace

bool in_lexicon(std::u32string_view word) { return all().contains(word); }

std::size_t longest_in_lexicon() {
  static const std::size_t longest = [] {
    std::size_t n = 0;
    for (const std::u32string_view word : all()) n = std::max(n, word.size());
    return n;
  }();
  return longest;
}

bool begins_phrase(std::u32string_view word) { return verbs().contains(word); }

}  // namespace xp::text
