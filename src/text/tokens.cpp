// SPDX-License-Identifier: MIT
#include "text/tokens.h"

#include <algorithm>
#include <array>

#include "text/char_class.h"

namespace xp::text {
namespace {

using Tokens = std::vector<Token>;

/// Measure words of two characters and more.
constexpr std::array<std::u32string_view, 34> kLongMeasures = {
    U"公里", U"公斤", U"千克", U"千米", U"厘米", U"毫米", U"小时", U"分钟", U"世纪",
    U"年代", U"星期", U"美元", U"欧元", U"英镑", U"日元", U"人次", U"平方", U"立方",
    U"公顷", U"海里", U"毫升", U"千瓦", U"周年", U"多年", U"余年", U"个月", U"月份",
    U"季度", U"小時", U"分鐘", U"世紀", U"公頃", U"英里", U"英尺"};

std::u32string_view text_of(std::u32string_view text, const Token& token) {
  return text.substr(token.start, token.size());
}

bool is_numeral(std::u32string_view word) {
  return word == U"百分之" ||
         std::ranges::all_of(word, [](char32_t c) { return (roles_of(c) & role::numeral) != 0; });
}

/// 万名, 十万元: the rest of a number and its measure word.
bool is_quantity(std::u32string_view word) {
  return word.size() > 1 && (roles_of(word.back()) & (role::numeral | role::measure)) != 0 &&
         is_numeral(word.substr(0, word.size() - 1));
}

bool is_foreign(std::u32string_view word) {
  return std::ranges::all_of(word, [](char32_t c) { return (roles_of(c) & role::foreign) != 0; });
}

/// A single character with a meaning of its own: beside another probably half a word (征|信, 扫|码).
bool is_loose(const Token& token) {
  constexpr WordRoles kOwn = role::particle | role::localizer | role::prefix | role::modifier | role::lead |
                             role::alone | role::numeral;
  return token.chinese && token.size() == 1 && !token.quantity && (token.single & kOwn) == 0;
}

Token make_token(std::u32string_view text, std::size_t start, std::size_t end) {
  Token token{start, end};
  token.chinese = (kinds_of(text[start]) & kind::han) != 0;
  if (!token.chinese) return token;
  token.numeral = is_numeral(text.substr(start, end - start));
  if (end - start > 1) return token;
  token.single = token.last = roles_of(text[start]);
  const bool behind_digit = start > 0 && (kinds_of(text[start - 1]) & kind::any_digit) != 0;
  token.quantity = behind_digit && (token.single & role::measure) != 0;  // 3|岁|儿童
  return token;
}

Tokens split(std::u32string_view text, std::span<const Edge> edges, std::span<const std::size_t> openers) {
  Tokens tokens;
  tokens.reserve(text.size() / 2 + 1);
  auto opener = openers.begin();
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start + 1;
    while (end < text.size() && (edges[end] == Edge::inside || edges[end] == Edge::seam)) ++end;
    tokens.push_back(make_token(text, start, end));
    while (opener != openers.end() && *opener < start) ++opener;
    tokens.back().opens_phrase = opener != openers.end() && *opener == start;
    start = end;
  }
  return tokens;
}

/// Joins neighbours that belong together, from left to right.
class Joiner {
 public:
  Joiner(std::u32string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  Tokens join() {
    out_.reserve(tokens_.size());
    for (next_ = 0; next_ < tokens_.size(); ++next_) {
      const Token& token = tokens_[next_];
      if (is_saying()) {
        out_.push_back(token);
        absorb(out_.back(), tokens_[++next_]);
        absorb(out_.back(), tokens_[++next_]);
        continue;
      }
      if (!out_.empty() && out_.back().chinese && token.chinese && belongs(out_.back(), token)) {
        absorb(out_.back(), token);
      } else {
        out_.push_back(token);
      }
    }
    return std::move(out_);
  }

 private:
  void absorb(Token& a, const Token& b) {
    const bool surname = a.size() == 1 && (a.single & role::surname) != 0;
    a.name = a.name ? b.size() == 1
                    : surname && !a.numeral && (b.size() == 1 || ends_names(word(b)) || title_follows());
    a.quantity = is_number(a, b);
    a.numeral = is_numeral(text_.substr(a.start, b.end - a.start));
    a.end = b.end;
    a.last = b.single;
    a.single = 0;
  }

  bool title_follows() const { return next_ + 1 < tokens_.size() && ends_names(word(tokens_[next_ + 1])); }

  std::u32string_view word(const Token& token) const { return text_of(text_, token); }

  bool belongs(const Token& a, const Token& b) const {
    return is_number(a, b) || leans_left(a, b) || is_suffix(a, b) || is_person(a, b) || is_repeated(a, b) ||
           is_foreign_name(a, b) || is_pair(a, b);
  }

  /// 奋|不顾|身: a phrase of four characters with a word in its middle.
  bool is_saying() const {
    if (next_ + 2 >= tokens_.size()) return false;
    const Token &first = tokens_[next_], &middle = tokens_[next_ + 1], &last = tokens_[next_ + 2];
    if (!is_loose(first) || !is_loose(last) || !middle.chinese || middle.size() != 2) return false;
    constexpr WordRoles kFunction = role::lead | role::particle | role::localizer | role::modifier;
    const std::u32string_view inner = word(middle);
    if (((roles_of(inner[0]) | roles_of(inner[1])) & kFunction) != 0 || ends_names(inner)) return false;
    if (!out_.empty() && out_.back().chinese) {
      const Token& before = out_.back();
      const bool trails = (first.single & role::suffix) != 0 || before.numeral || before.quantity;
      if (trails || is_loose(before)) return false;
    }
    return (next_ + 3 >= tokens_.size() || !is_loose(tokens_[next_ + 3]));
  }

  bool is_number(const Token& a, const Token& b) const {
    if (!a.numeral) return a.quantity && (b.single & role::measure) != 0;
    if (b.numeral || (b.single & role::measure) != 0 || is_quantity(word(b))) return true;
    return std::ranges::find(kLongMeasures, word(b)) != kLongMeasures.end();
  }

  static bool leans_left(const Token&, const Token& b) {
    return (b.single & (role::particle | role::localizer)) != 0;
  }

  /// Unless it begins a word of its own: 购买|机|票.
  bool is_suffix(const Token& a, const Token& b) const {
    constexpr WordRoles kNone = role::particle | role::localizer;
    if ((b.single & role::suffix) == 0 || (b.single & role::alone) != 0 || a.size() < 2 ||
        (a.last & kNone) != 0)
      return false;
    return next_ + 1 >= tokens_.size() || !is_loose(tokens_[next_ + 1]);
  }

  /// 王|局长, 张|晓|梅, 王|小明|局长, 张晓梅|女士.
  bool is_person(const Token& a, const Token& b) const {
    const bool surname = a.size() == 1 && (a.single & role::surname) != 0;
    if (surname && is_loose(a) && b.size() == 2 && title_follows()) return true;
    if ((surname || a.name) && ends_names(word(b))) return true;
    const bool given =
        b.size() == 1 && (b.single & (role::lead | role::alone | role::prefix | role::modifier)) == 0;
    return given && ((surname && !a.numeral && is_loose(a)) || (a.name && a.size() == 2));
  }

  /// 看|看, 看|一|看, 是|不|是.
  bool is_repeated(const Token& a, const Token& b) const {
    if (b.size() != 1) return false;
    const char32_t c = text_[b.start];
    if (a.size() == 1 && text_[a.start] == c) return true;
    const bool middle = c == U'一' || c == U'不' || c == U'没';
    if (a.size() == 1 && middle && b.end < text_.size()) return text_[b.end] == text_[a.start];
    return a.size() == 2 && text_[a.start] == c &&
           (text_[a.start + 1] == U'一' || text_[a.start + 1] == U'不');
  }

  bool is_foreign_name(const Token& a, const Token& b) const {
    constexpr WordRoles kOther = role::lead | role::particle | role::prefix;
    if ((a.single & kOther) != 0 || (b.single & kOther) != 0) return false;
    return (a.size() == 1 || b.size() == 1) && is_foreign(word(a)) && is_foreign(word(b));
  }

  static bool is_pair(const Token& a, const Token& b) { return is_loose(a) && is_loose(b); }

  std::u32string_view text_;
  const Tokens& tokens_;
  Tokens out_;
  std::size_t next_ = 0;
};

/// 不|轻信, 副|总理: after the rest, so that what they stand before is whole.
Tokens join_prefixes(Tokens tokens) {
  std::size_t out = 0;
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    Token token = tokens[k];
    while ((token.last & token.single & role::prefix) != 0 && k + 1 < tokens.size() &&
           tokens[k + 1].chinese) {
      const std::size_t start = token.start;
      token = tokens[++k];
      token.start = start;
    }
    tokens[out++] = token;
  }
  tokens.resize(out);
  return tokens;
}

Edge edge_between(std::u32string_view text, const Token& a, const Token& b) {
  if (!a.chinese || !b.chinese) return Edge::word;
  if ((a.single & role::lead) != 0) return Edge::bound;
  if ((a.single & role::modifier) != 0) return Edge::bound;
  if ((b.single & role::lead) != 0) return is_loose(a) ? Edge::uncertain : Edge::phrase;
  if (b.opens_phrase) return is_loose(a) ? Edge::uncertain : Edge::phrase;
  if (a.opens_phrase) return Edge::bound;
  if ((a.last & role::particle) != 0 && a.size() > 1) return Edge::clear;
  if (is_loose(a) || is_loose(b)) return Edge::uncertain;
  constexpr WordRoles kEither = role::suffix | role::alone;
  if ((b.single & kEither) == kEither || (a.single & kEither) == kEither) return Edge::seam;
  if (ends_names(text_of(text, b))) return Edge::seam;
  return Edge::word;
}

}  // namespace

std::vector<Token> joined_tokens(std::u32string_view text, std::span<const Edge> edges,
                                 std::span<const std::size_t> openers) {
  const Tokens tokens = split(text, edges, openers);
  return join_prefixes(Joiner(text, tokens).join());
}

void set_edges(std::u32string_view text, std::span<const Token> tokens, std::span<Edge> edges) {
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    const Token& token = tokens[k];
    for (std::size_t i = token.start + 1; i < token.end; ++i)
      if (token.chinese && edges[i] != Edge::seam) edges[i] = Edge::inside;
    edges[token.start] = k == 0 ? Edge::phrase : edge_between(text, tokens[k - 1], token);
  }
}

}  // namespace xp::text
