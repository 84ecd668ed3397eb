// SPDX-License-Identifier: MIT
#include "random_paragraph.h"

#include <array>

namespace xp::test {
namespace {

using namespace text;

struct Range {
  char32_t first, last;
};
constexpr Range kRanges[] = {
    {0x4E00, 0x9FFF},   {0x4E00, 0x9FFF},   {0x3400, 0x4DBF},     {0x20000, 0x2A6DF}, {0x30000, 0x323AF},
    {'0', '9'},         {'A', 'z'},         {' ', '~'},           {0xA0, 0x17F},      {0x300, 0x36F},
    {0x370, 0x52F},     {0x590, 0x5FF},     {0x600, 0x6FF},       {0x900, 0x97F},     {0xE00, 0xE7F},
    {0xF00, 0xFFF},     {0x1100, 0x11FF},   {0x1800, 0x18AF},     {0x2000, 0x206F},   {0x20A0, 0x2BFF},
    {0x3000, 0x303F},   {0x3040, 0x30FF},   {0xA000, 0xA4CF},     {0xAC00, 0xD7A3},   {0xD800, 0xDFFF},
    {0xE000, 0xF8FF},   {0xFE00, 0xFE6F},   {0xFF00, 0xFFEF},     {0x1F1E6, 0x1F1FF}, {0x1F300, 0x1FAFF},
    {0xE0000, 0xE007F}, {0xE0100, 0xE01EF}, {0x100000, 0x10FFFF}, {0, 0x1F},          {0x7F, 0x9F},
    {0x200B, 0x200F},   {0x202A, 0x202F},   {0x2060, 0x2069},     {0xFFF0, 0xFFFF},   {0, 0x10FFFF},
};

constexpr std::u32string_view kMarks =
    U"，。、：；！？“”‘’（）《》【】「」『』〈〉·・—…～／–-/%％￥　 \"'()[]";

constexpr std::u32string_view kPhrases[] = {
    U"防范电信网络诈骗",
    U"3,500.50万元",
    U"2024—2025年",
    U"第１２条",
    U"95.6%",
    U"GB/T 15834",
    U"https://www.example.cn/a/b-c.html?d=1",
    U"——",
    U"……",
    U"————",
    U"！！！",
    U"。”）",
    U"：“《",
    U"\U0001F468\u200D\U0001F469\u200D\U0001F467",
    U"❤\uFE0F",
    U"\U0001F1E8\U0001F1F3",
    U"1\uFE0F\u20E3",
    U"\U0001F44D\U0001F3FD",
    U"葛\U000E0100",
    U"，\uFE01",
    U"ئۇيغۇر تىلى",
    U"སྐད་ཡིག་",
    U"ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ",
    U"\u202B12\u202C",
    U"\u2067א\u2069",
    U"\n",
    U"\r\n",
    U"\u2028",
    U"\u200B",
    U"\u2060",
    U"\u00A0",
    U"   ",
    U"don’t",
    U"e\u0301\u0301\u0301",
    U"fi ffl",
    U"A+",
};

constexpr const char* kLanguages[] = {
    "zh-Hans", "zh-Hans", "zh-Hans", "zh-Hant", "zh-HK", "zh",  "ja",     "ko",
    "ug",      "bo",      "mn",      "ii",      "en",    "und", "x-none", "zh-Hans-CN-u-lb-loose"};
constexpr const char* kRoles[] = {"body", "body", "headline", "title", "figures", "led-16", "led"};

std::uint32_t random_length(Dice& dice) {
  if (dice.once_in(400)) return dice.below(3000);
  return dice.once_in(10) ? dice.below(300) : dice.below(40);
}

void append_from(std::u32string& text, Range range, Dice& dice) {
  for (std::uint32_t n = 1 + dice.below(6); n > 0; --n) {
    text += range.first + dice.below(static_cast<std::uint32_t>(range.last - range.first + 1));
  }
}

void append_piece(std::u32string& text, Dice& dice) {
  switch (dice.below(4)) {
    case 0:
      append_from(text, kRanges[0], dice);
      break;
    case 1:
      append_from(text, kRanges[dice.below(std::size(kRanges))], dice);
      break;
    case 2:
      for (std::uint32_t n = 1 + dice.below(3); n > 0; --n) {
        text += kMarks[dice.below(static_cast<std::uint32_t>(kMarks.size()))];
      }
      break;
    default:
      text += kPhrases[dice.below(std::size(kPhrases))];
      break;
  }
}

template <class Enum>
Enum any_up_to(Enum last, Dice& dice) {
  return static_cast<Enum>(dice.below(static_cast<std::uint32_t>(last) + 1));
}

}  // namespace

std::uint64_t Dice::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

StyledText random_text(Dice& dice) {
  StyledText styled;
  const std::uint32_t length = random_length(dice);
  while (styled.text.size() < length) append_piece(styled.text, dice);
  for (std::uint32_t at = 0; dice.once_in(2) && at < styled.text.size(); at += 1 + dice.below(20)) {
    styled.runs.push_back({at, any_up_to(Emphasis::accent, dice)});
  }
  return styled;
}

ParagraphStyle random_style(Dice& dice) {
  ParagraphStyle style;
  style.role = kRoles[dice.below(std::size(kRoles))];
  style.language = kLanguages[dice.below(std::size(kLanguages))];
  if (!dice.once_in(6)) style.width = Em{static_cast<std::int32_t>(dice.below(40 * 65536 + 1))};
  if (dice.once_in(4)) style.width = Em{static_cast<std::int32_t>(dice.below(41)) * 65536};
  style.mode = any_up_to(Mode::vertical, dice);
  style.line_break = any_up_to(Strictness::loose, dice);
  style.trim = any_up_to(Trim::gb, dice);
  style.autospace = any_up_to(Autospace::ideograph_numeric, dice);
  style.gap = Em{static_cast<std::int32_t>(dice.below(65537))};
  style.phrase = dice.once_in(2);
  style.balance = dice.once_in(3);
  style.tcy = static_cast<int>(dice.below(5));
  if (dice.once_in(4)) append_piece(style.tcy_text, dice);
  style.orientation = any_up_to(Orientation::upright, dice);
  style.hang = any_up_to(Hang::allow_end, dice);
  style.align = any_up_to(Align::justify, dice);
  style.direction = any_up_to(Direction::rtl, dice);
  return style;
}

}  // namespace xp::test
