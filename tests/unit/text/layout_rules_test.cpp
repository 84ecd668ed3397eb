// SPDX-License-Identifier: MIT
// Every line of tests/golden/layout/rules.tsv is one assertion on the answer of `xuanping layout`.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "layout_rules.h"
#include "text/dump.h"
#include "text_support.h"

namespace xp::text {
namespace {

using nlohmann::json;
using test::LayoutRule;

json ask(const LayoutRule& rule, const std::string& text) {
  return json::parse(answer_layout_request(test::test_engine(), test::request_of(rule, text)));
}

/// What a rule's kind looks at: text and answer of the rule, and the rule itself for a second question.
struct Subject {
  const LayoutRule& rule;
  std::u32string text;
  const json& reply;
};

std::u32string decoded(const std::string& field) { return decode_utf8(test::unescaped(field)); }

template <class Value>
std::string by_line(const json& reply, Value value_of_line) {
  std::vector<std::string> lines;
  for (const json& line : reply["lines"]) lines.push_back(value_of_line(line));
  return fmt::format("{}", fmt::join(lines, "|"));
}

std::string visible(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    const bool hidden = c == 0xA0 || (c >= 0x200B && c <= 0x200F && c != 0x200D) || c == 0x2007 ||
                        c == 0x2011 || c == 0x202B || c == 0x202F || c == 0x2003 || c == 0x2060 ||
                        c == 0xFEFF || (c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F) ||
                        c == 0x20E3 || c == 0x180B || c == 0x11A8 || c >= 0xE0000 || c == 0x31350;
    out += c == U'\n' ? "\\n"
           : hidden   ? fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(c))
                      : encode_utf8(std::u32string_view(&c, 1));
  }
  return out;
}

std::string lines(const Subject& s) {
  return by_line(s.reply, [&](const json& line) {
    const std::size_t start = line["start"], end = line["end"];
    return visible(std::u32string_view(s.text).substr(start, end - start));
  });
}

std::string with_marks(const Subject& s, const json& indices, const char* mark) {
  const std::set<std::size_t> at = indices;
  std::string out;
  for (std::size_t i = 0; i < s.text.size(); ++i) {
    if (i > 0 && at.contains(i)) out += mark;
    out += visible(s.text.substr(i, 1));
  }
  return out;
}

std::string breaks(const Subject& s) { return with_marks(s, s.reply["opportunities"], "|"); }
std::string clusters(const Subject& s) { return with_marks(s, s.reply["clusters"], "|"); }

std::string gaps(const Subject& s) {
  json at = json::array();
  for (const json& gap : s.reply["gaps"]) at.push_back(gap["before"]);
  return with_marks(s, at, "␣");
}

/// The places that the expected text marks and where no break is allowed.
std::string keep(const Subject& s) {
  const std::set<std::size_t> allowed = s.reply["opportunities"];
  json kept = json::array();
  std::size_t at = 0;
  for (const char32_t c : decoded(s.rule.expected)) {
    if (c != U'¦') {
      ++at;
    } else if (!allowed.contains(at)) {
      kept.push_back(at);
    }
  }
  return with_marks(s, kept, "¦");
}

/// Advance of every code point; that of a cluster stands at its first.
std::string advances(const Subject& s) {
  return by_line(s.reply, [](const json& line) {
    std::map<std::size_t, double> row;
    for (std::size_t i = line["start"]; i < line["end"]; ++i) row[i] = 0;
    for (const json& glyph : line["glyphs"]) row[glyph["char"]] += glyph["advance_em"].get<double>();
    std::vector<double> values;
    for (const auto& [index, value] : row) values.push_back(value);
    return fmt::format("{}", fmt::join(values, " "));
  });
}

std::string of_glyphs(const Subject& s, const char* separator,
                      std::function<std::string(const json&)> value) {
  return by_line(s.reply, [&](const json& line) {
    std::vector<std::string> values;
    for (const json& glyph : line["glyphs"]) values.push_back(value(glyph));
    return fmt::format("{}", fmt::join(values, separator));
  });
}

std::string width(const Subject& s) {
  return by_line(s.reply, [](const json& line) { return fmt::format("{}", line["width_em"].get<double>()); });
}
std::string pens(const Subject& s) {
  return of_glyphs(s, " ", [](const json& glyph) { return fmt::format("{}", glyph["x_em"].get<double>()); });
}
std::string turned(const Subject& s) {
  return of_glyphs(s, "", [](const json& glyph) { return glyph["upright"].get<bool>() ? "U" : "R"; });
}
std::string faces(const Subject& s) {
  return of_glyphs(s, " ", [](const json& glyph) { return glyph["font"].get<std::string>(); });
}
std::string count(const Subject& s) {
  return by_line(s.reply, [](const json& line) { return std::to_string(line["glyphs"].size()); });
}

std::string missing(const Subject& s) {
  std::vector<std::string> all;
  for (const json& one : s.reply["missing"]) all.push_back(one["codepoint"]);
  return fmt::format("{}", fmt::join(all, " "));
}

std::string bidi(const Subject& s) {
  const std::vector<int> levels = s.reply["levels"], order = s.reply["visual_order"];
  return fmt::format("{} / {}", fmt::join(levels, " "), fmt::join(order, " "));
}

std::string glyphs(const json& reply) {
  std::string all;
  for (const json& line : reply["lines"]) {
    for (const json& glyph : line["glyphs"]) {
      if (glyph["advance_em"] > 0) all += glyph["gid"].dump() + glyph["font"].dump();
    }
  }
  return all;
}

/// The rule's own expectation where it holds: two layouts have the same glyphs, or they differ.
std::string compared(const Subject& s, const LayoutRule& other, const std::string& text) {
  const bool same = glyphs(s.reply) == glyphs(ask(other, text));
  const bool wanted = s.rule.kind.starts_with("same");
  return same == wanted ? s.rule.expected : same ? "the same glyphs" : "other glyphs";
}
std::string beside_text(const Subject& s) { return compared(s, s.rule, test::unescaped(s.rule.expected)); }
std::string beside_language(const Subject& s) {
  LayoutRule other = s.rule;
  other.style += " lang=" + s.rule.expected;
  return compared(s, other, encode_utf8(s.text));
}

using Observe = std::string (*)(const Subject&);
const std::map<std::string_view, Observe>& kinds() {
  static const std::map<std::string_view, Observe> table = {{"lines", lines},
                                                            {"breaks", breaks},
                                                            {"clusters", clusters},
                                                            {"gaps", gaps},
                                                            {"keep", keep},
                                                            {"advances", advances},
                                                            {"width", width},
                                                            {"x", pens},
                                                            {"turned", turned},
                                                            {"faces", faces},
                                                            {"count", count},
                                                            {"missing", missing},
                                                            {"bidi", bidi},
                                                            {"same", beside_text},
                                                            {"differs", beside_text},
                                                            {"same-in", beside_language},
                                                            {"differs-in", beside_language}};
  return table;
}

std::vector<double> figures(std::string text) {
  std::ranges::replace(text, '|', ' ');
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  std::vector<double> all;
  for (double figure = 0; in >> figure;) all.push_back(figure);
  return all;
}

/// Lengths agree within 0.002 em: rows are written in thousandths.
bool same_lengths(const std::string& a, const std::string& b) {
  const auto near = [](double x, double y) { return std::abs(x - y) <= 0.002; };
  return std::ranges::count(a, '|') == std::ranges::count(b, '|') &&
         std::ranges::equal(figures(a), figures(b), near);
}

bool is_length(const std::string& kind) { return kind == "advances" || kind == "width" || kind == "x"; }

void check(const LayoutRule& rule) {
  const std::string where = fmt::format("{} ({}): {} of {} with {}. {}", rule.id, rule.rule, rule.kind,
                                        rule.text, rule.style, rule.note);
  const auto kind = kinds().find(rule.kind);
  ASSERT_NE(kind, kinds().end()) << where;
  const json reply = ask(rule, test::unescaped(rule.text));
  ASSERT_FALSE(reply.contains("error")) << where << ' ' << reply;
  const std::string actual = kind->second({rule, decoded(rule.text), reply});
  if (is_length(rule.kind) && same_lengths(actual, rule.expected)) return;
  EXPECT_EQ(actual, rule.expected) << where;
}

std::vector<std::string> rule_groups() {
  std::vector<std::string> groups;
  for (const LayoutRule& rule : test::layout_rules()) {
    const std::string group = test::group_of(rule);
    if (std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
  }
  return groups;
}

class LayoutRules : public testing::TestWithParam<std::string> {};

TEST_P(LayoutRules, Hold) {
  for (const LayoutRule& rule : test::layout_rules()) {
    if (test::group_of(rule) == GetParam()) check(rule);
  }
}

INSTANTIATE_TEST_SUITE_P(Groups, LayoutRules, testing::ValuesIn(rule_groups()), [](const auto& group) {
  std::string name = group.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(LayoutRulesFile, NamesEveryCaseOnce) {
  std::set<std::string> ids;
  for (const LayoutRule& rule : test::layout_rules()) EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
  EXPECT_GE(ids.size(), 500u);
}

}  // namespace
}  // namespace xp::text
