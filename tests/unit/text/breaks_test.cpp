// SPDX-License-Identifier: MIT
#include "text/breaks.h"

#include <gtest/gtest.h>

#include <array>
#include <ostream>

#include "base/utf8.h"
#include "support/lexicon.h"

namespace xp::text {
namespace {

Breaker& breaker() {
  static Breaker instance;
  return instance;
}

BreakMap map_of(const std::string& text, Strictness strictness = Strictness::strict,
                const char* language = "zh-Hans") {
  return breaker().breaks(decode_utf8(text), language, strictness, Costs::words,
                          xp::test::test_lexicon().get());
}

/// The text with a bar at every allowed break.
std::string bars(const std::string& utf8, Strictness strictness = Strictness::strict,
                 const char* language = "zh-Hans") {
  const std::u32string text = decode_utf8(utf8);
  const BreakMap map = breaker().breaks(text, language, strictness, Costs::none);
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && map.allowed(i)) out += U'|';
    out += text[i];
  }
  return encode_utf8(out);
}

struct RuleCase {
  const char* name;
  const char* text;  // with a bar at every allowed break
};
std::ostream& operator<<(std::ostream& out, const RuleCase& c) { return out << c.text; }

class StrictRules : public testing::TestWithParam<RuleCase> {};

TEST_P(StrictRules, AllowExactlyTheseBreaks) {
  const std::string expected = GetParam().text;
  std::string text = expected;
  std::erase(text, '|');
  EXPECT_EQ(bars(text), expected);
}

constexpr RuleCase kRuleCases[] = {
    {"HanMayBreakAnywhere", "警|惕|诈|骗"},
    // K1, K2
    {"ClosingMarksStay", "一，|二、|三。|四：|五；|六？|七！|八"},
    {"ClosingBracketsStay", "甲）|乙〕|丙】|丁》|戊〉|己」|庚』|辛］|壬｝|癸"},
    {"OpeningBracketsLead", "甲|（乙|〔丙|【丁|《戊|〈己|「庚|『辛|［壬|｛癸"},
    {"MarksInARowStayTogether", "完|了。』」|又"},
    {"StackedMarksStayTogether", "真|的？！|好"},
    // K3
    {"TildeStaysBefore", "甘|肃～|四|川"},
    {"SingleDashStaysBefore", "北|京—|上|海"},
    {"EnDashStaysBefore", "北|京–|上|海"},
    {"WideHyphenStaysBefore", "北|京－|上|海"},
    // K4
    {"InterpunctStaysBefore", "北|京·|上|海"},
    {"HyphenationPointStaysBefore", "北|京‧|上|海"},
    {"KatakanaDotStaysBefore", "北|京・|上|海"},
    // K5
    {"SolidusBindsHan", "和/或"},
    {"WideSolidusBindsHan", "和／或"},
    {"SolidusBindsUnits", "元/kWh"},
    {"SolidusBetweenLatinWordsBreaks", "input/|output"},
    // K6
    {"DashIsOne", "甲|——|乙"},
    {"EllipsisIsOne", "甲……|乙"},
    {"MidlineEllipsisIsOne", "甲⋯⋯|乙"},
    {"LongEllipsisSplitsBetweenPairs", "甲……|……|乙"},
    {"LongDashSplitsBetweenPairs", "甲|——|——|乙"},
    {"ThreeDashesStay", "甲|———|乙"},
    // K8
    {"SingleQuotesPair", "他|说|‘你|好’|的"},
    {"DoubleQuotesPair", "他|说|“你|好”|的"},
    {"QuotesInQuotes", "他|说：|“叫|‘小|王’|的|人”。"},
    {"QuoteAfterLatin", "看|API|‘接|口’"},
    {"ApostropheIsNoQuote", "don’t |panic"},
    {"QuoteBeforeMarkStays", "‘好’，|他"},
    // K9
    {"AsciiNumber", "3,500.50"},
    {"Time", "10:30"},
    {"Date", "2022-12-01"},
    {"Phone", "400-800-1234"},
    {"Percent", "95.6%"},
    {"Money", "￥1,200"},
    {"WideDigits", "２０２４"},
    {"WideDecimal", "３．５％"},
    {"WideDigitsAfterHan", "于|２０２４年"},
    {"WideList", "１，|２，|３"},
    {"Product", "3×5"},
    // K10
    {"NumberAndYear", "于|2022年|起|行"},
    {"NumberAndMagnitudes", "达|3,500.50万元|整"},
    {"NumberAndHundredMillion", "达|1.6亿元|整"},
    {"NumberAbout", "逾|10余人次"},
    {"NumberAboutMagnitude", "逾|10多万元|整"},
    {"NumberSpaceUnit", "约|500 万元|整"},
    {"LongUnit", "升|2.3个百分点|后"},
    {"WideNumberAndUnit", "２０２４年底"},
    {"OrdinalHan", "第十二条|规|定"},
    {"OrdinalDigits", "第3次|会|议"},
    {"OrdinalWithoutNumber", "第|几|次"},
    {"RangeTilde", "1～3岁"},
    {"RangeDash", "2024—2025年"},
    {"RangeHyphen", "10-20人"},
    {"RangeWithUnits", "5%～10%|的"},
    {"UnitEndsTheBond", "有|300户|口|本"},
    {"DateBreaksBetweenParts", "2022年|12月|1日"},
    // K11
    {"ShortCode", "拨|打|96110|咨|询"},
    {"Standard", "见|GB/T 15834|的"},
    {"StandardWithYear", "GB/T 15834—2011|规|定"},
    {"StandardWithoutLetter", "GB 18030"},
    {"GroupedPhone", "拨|138 0013 8000|报|案"},
    {"AreaCode", "拨|（0936）8212345|吧"},
    {"AddressBreaksAfterItsMarks", "https://www.|12321.|cn/|report/|a-|b.|html"},
    {"BareAddress", "见|www.|gov.|cn，|谢"},
    {"NumbersAreNoAddress", "3.14159"},
    {"LatinWordsBreakAtSpaces", "Bank |of |China"},
    // K12
    {"HanAndLatin", "用|APP|转|账"},
    {"AsciiDoubleQuotes", "他|说|\"你|好\"|的"},
    {"AsciiSingleQuotes", "他|说|'你|好'|的"},
    {"AsciiBrackets", "中|(A)|文"},
    // K15
    {"VariationSelector", "葛\xF3\xA0\x84\x80|城"},
    {"Family", "甲|👨‍👩‍👧|乙"},
    {"Flag", "甲|🇨🇳|乙"},
    {"RareHan", "𠮷|野|家"},
    // overrides
    {"WordJoiner", "防\u2060范"},
    {"NoBreakSpace", "甲\u00A0乙"},
    {"NarrowNoBreakSpace", "甲\u202F乙"},
    {"ZeroWidthSpaceInNumber", "123\u200B|456"},
    {"ZeroWidthSpaceBeforeMark", "甲\u200B|，|乙"},
    {"WordJoinerBesideQuote", "说\u2060‘好’"},
    {"NoBreakSpaceBesideDigits", "100\u00A0万元"},
    // the same in traditional characters, and what else public notices hold
    {"TraditionalUnits", "100萬元|整"},
    {"TraditionalLongUnit", "2個月|後"},
    {"TraditionalCounters", "8號樓|5層|3戶|人"},
    {"TraditionalOrdinal", "第十二屆|會"},
    {"TraditionalRange", "1～3歲|的"},
    {"TraditionalAbout", "20餘人|來"},
    {"CornerQuotes", "說：|「好」|嗎？"},
    {"SquareKilometres", "約|3000平方公里|的"},
    {"AboutInHan", "10来个|人|20多人|来"},
    {"OrdinalArticle", "第二百五十六条|规"},
    {"OrdinalRange", "第1—3条"},
    {"HoursAndMinutes", "23小时|56分|整"},
    {"TimeRange", "18:00—20:00"},
    {"DegreesRange", "6～10℃|间"},
    {"WideThousands", "１２，３４５元"},
    {"Signs", "±3%|和"},
    {"InternationalPhone", "+86-10-12345678"},
    {"SpacedPhone", "400 800 1234"},
    {"PoliceStandard", "GA/T 1343.2—2018|的"},
    {"UnitsWithSolidus", "公|里/小|时"},
    {"QuotesSideBySide", "“甲”|“乙”"},
    {"AsciiQuotesSideBySide", "\"甲\"|\"乙\""},
    {"ElidedLetters", "rock |’n’ |roll"},
    {"ForeignName", "约|翰·|史|密|斯"},
    {"ClosingMarkChain", "好。』」）|吧"},
    // spec §4, §16
    {"Law",
     "《反|电|信|网|络|诈|骗|法》|自|2022年|12月|1日|起|施|行，|涉|案|金|额|达|3,500.50万元，|同|比|增|长|95."
     "6%；|“不|轻|"
     "信”|——|不|转|账……！"},
};

INSTANTIATE_TEST_SUITE_P(Chinese, StrictRules, testing::ValuesIn(kRuleCases),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Breaks, NormalLetsHyphensStartALine) {
  EXPECT_EQ(bars("文–字", Strictness::normal), "文|–|字");
  EXPECT_EQ(bars("文‐字", Strictness::normal), "文|‐|字");
  EXPECT_EQ(bars("文〜字", Strictness::normal), "文|〜|字");
  EXPECT_EQ(bars("文゠字", Strictness::normal), "文|゠|字");
}

TEST(Breaks, NormalKeepsStopsAndDashes) {
  EXPECT_EQ(bars("文！字", Strictness::normal), "文！|字");
  EXPECT_EQ(bars("文・字", Strictness::normal), "文・|字");
  EXPECT_EQ(bars("文……字", Strictness::normal), "文……|字");
  EXPECT_EQ(bars("3,500万元", Strictness::normal), "3,500万元");
}

TEST(Breaks, LooseLetsMoreMarksStartALine) {
  EXPECT_EQ(bars("文！字", Strictness::loose), "文|！|字");
  EXPECT_EQ(bars("文：字", Strictness::loose), "文|：|字");
  EXPECT_EQ(bars("文・字", Strictness::loose), "文|・|字");
  EXPECT_EQ(bars("文％字", Strictness::loose), "文|％|字");
  EXPECT_EQ(bars("文…字", Strictness::loose), "文|…|字");
  EXPECT_EQ(bars("文–字", Strictness::loose), "文|–|字");
  EXPECT_EQ(bars("文〻字", Strictness::loose), "文|〻|字");
}

TEST(Breaks, LooseStillKeepsBracketsAndCommas) {
  EXPECT_EQ(bars("文，字（甲）乙", Strictness::loose), "文，|字|（甲）|乙");
}

TEST(Breaks, OtherLanguagesHaveIcusRulesAlone) {
  EXPECT_EQ(bars("北京·上海", Strictness::strict, "ja"), "北|京|·|上|海");
  EXPECT_EQ(bars("aaa bbb", Strictness::strict, "en"), "aaa |bbb");
  EXPECT_EQ(bars("aaa\u00A0bbb", Strictness::strict, "und"), "aaa\u00A0bbb");
}

TEST_P(StrictRules, HoldInTraditionalTextToo) {
  const std::string expected = GetParam().text;
  std::string text = expected;
  std::erase(text, '|');
  EXPECT_EQ(bars(text, Strictness::strict, "zh-Hant"), expected);
}

TEST(Breaks, EveryChineseTagHasTheOverlay) {
  for (const char* tag : {"zh", "zh-Hans", "zh-Hant", "zh-HK", "zh-Hans-CN"}) {
    EXPECT_EQ(bars("北京·上海", Strictness::strict, tag), "北|京·|上|海") << tag;
  }
}

TEST(Breaks, TibetanBreaksBehindTheTsheg) {
  EXPECT_EQ(bars("ལྷ་སའི་སྐད་", Strictness::strict, "bo"), "ལྷ་|སའི་|སྐད་");
}

TEST(Breaks, EmptyTextHasOnlyAnEnd) {
  const BreakMap map = map_of("");
  EXPECT_EQ(map.cost, std::vector<std::uint8_t>{0});
  EXPECT_EQ(map.clusters, std::vector<std::uint32_t>{});
}

TEST(Breaks, NewlinesForceAndNothingElseDoes) {
  const BreakMap map = map_of("甲乙\n丙");
  EXPECT_EQ(map.forced, (std::vector<bool>{false, false, false, true, false}));
  EXPECT_FALSE(map.allowed(2)) << "no line may begin with the newline";
}

TEST(Breaks, ClustersCountCodePointsBeyondThePlane) {
  EXPECT_EQ(map_of("𠮷野é家").clusters, (std::vector<std::uint32_t>{0, 1, 2, 3}));
  EXPECT_EQ(map_of("e\u0301家").clusters, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(map_of("🇨🇳👍🏽").clusters, (std::vector<std::uint32_t>{0, 2}));
}

TEST(Breaks, SurrogatesAndBeyondAreTakenForReplacements) {
  const std::u32string odd = {U'甲', static_cast<char32_t>(0xD800), static_cast<char32_t>(0x110000), U'乙'};
  EXPECT_EQ(breaker().breaks(odd, "zh", Strictness::strict).clusters.size(), 4u);
}

TEST(Breaks, AreTheSameWarmAndCold) {
  Breaker cold;
  const std::u32string text = U"警惕高息诱惑，远离非法集资";
  breaker().breaks(U"别的文字", "ja", Strictness::loose);
  EXPECT_EQ(
      cold.breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get()).cost,
      breaker().breaks(text, "zh", Strictness::strict, Costs::words, xp::test::test_lexicon().get()).cost);
}

int cost_in(const std::string& before, const std::string& after) {
  return map_of(before + after).cost[decode_utf8(before).size()];
}

TEST(Costs, BehindMarks) {
  EXPECT_EQ(cost_in("不轻信。", "不转账"), 0);
  EXPECT_EQ(cost_in("不轻信！”", "不转账"), 0);
  EXPECT_EQ(cost_in("不轻信，", "不转账"), 1);
  EXPECT_EQ(cost_in("口号：", "不转账"), 1);
  EXPECT_EQ(cost_in("防范 ", "诈骗"), 1);
  EXPECT_EQ(cost_in("说：“先核实，”", "再挂断"), 1);
  EXPECT_GT(cost_in("接到“客服”", "来电"), 1) << "a quoted name is a word of its sentence";
}

TEST(Costs, WordsAndTheirInside) {
  EXPECT_EQ(cost_in("高息", "诱惑"), 4);
  EXPECT_EQ(cost_in("诱", "惑"), 30);
  EXPECT_EQ(cost_in("守", "护好"), 30);
  EXPECT_EQ(cost_in("钱袋", "子"), 30);
  EXPECT_EQ(cost_in("您", "的钱袋子"), 30);
  EXPECT_EQ(cost_in("不", "轻信"), 30);
}

TEST(Costs, PhrasesAreBetterThanWords) {
  EXPECT_EQ(cost_in("高息诱惑", "远离集资"), 2);
  EXPECT_EQ(cost_in("存款", "和理财"), 2);
  EXPECT_EQ(cost_in("根据", "《民法典》"), 2);
  EXPECT_GT(cost_in("存款和", "理财"), 4);
}

TEST(Costs, KnownTermsBreakBetweenTheirPartsAtAPrice) {
  EXPECT_EQ(cost_in("非法", "集资"), 12);
  EXPECT_EQ(cost_in("非法集", "资"), 30);
}

TEST(Costs, DashesTitlesAndAddressesHaveTheirOwn) {
  EXPECT_EQ(cost_in("不轻信", "——不转账"), 20);                   // K7
  EXPECT_GE(cost_in("《电信网络", "诈骗法》"), 25);               // K13, short
  EXPECT_EQ(cost_in("《电信网络诈骗活动专项", "治理办法》"), 8);  // K13, long: at a word
  EXPECT_EQ(cost_in("http://a.cn/", "bc"), 8);
  EXPECT_EQ(cost_in("www.gov.", "cn"), 20);
}

TEST(Costs, ShortQuotationsHadBetterStayWhole) {
  EXPECT_EQ(cost_in("“安全", "账户”"), 20);
  EXPECT_EQ(cost_in("“先挂断，", "再核实”"), 14);
  EXPECT_EQ(cost_in("“我撞了人，", "快打3万元！”"), 1) << "speech";
}

TEST(Costs, AParticleLeansOnWhateverStandsBeforeIt) {
  EXPECT_EQ(cost_in("“客服”", "的来电"), 20);
  EXPECT_EQ(cost_in("年化365%", "的好事"), 20);
  EXPECT_EQ(cost_in("“客服”", "了解情况"), 3);
}

TEST(Costs, FiguresLeanOnTheirVerbAndDate) {
  EXPECT_EQ(cost_in("金额达", "300万元"), 14);
  EXPECT_EQ(cost_in("2022年", "12月"), 14);
  EXPECT_EQ(cost_in("历时23小时", "56分"), 14);
}

TEST(Costs, NoneLeavesOutTheWords) {
  const BreakMap map = breaker().breaks(U"诱惑，远离——甲", "zh", Strictness::strict, Costs::none);
  EXPECT_EQ(map.cost[1], 4);
  EXPECT_EQ(map.cost[3], 4);
  EXPECT_EQ(map.cost[5], 20);
}

}  // namespace
}  // namespace xp::text
