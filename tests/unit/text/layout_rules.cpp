// SPDX-License-Identifier: MIT
#include "layout_rules.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/utf8.h"
#include "support/golden.h"

namespace xp::test {
namespace {

LayoutRule parse_rule(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
  fields.resize(7);
  return {fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]};
}

std::vector<LayoutRule> read_rules() {
  std::vector<LayoutRule> rules;
  std::istringstream in(read_file(source_path("tests/golden/layout/rules.tsv")));
  std::string line;
  std::getline(in, line);  // the names of the columns
  while (std::getline(in, line)) rules.push_back(parse_rule(line));
  return rules;
}

nlohmann::json value_of(const std::string& word) {
  if (word.starts_with('"')) return word.substr(1, word.size() - 2);
  const nlohmann::json literal = nlohmann::json::parse(word, nullptr, false);
  return literal.is_number() || literal.is_boolean() ? literal : nlohmann::json(word);
}

}  // namespace

const std::vector<LayoutRule>& layout_rules() {
  static const std::vector<LayoutRule> rules = read_rules();
  return rules;
}

std::string group_of(const LayoutRule& rule) { return rule.id.substr(0, rule.id.rfind('-')); }

std::string request_of(const LayoutRule& rule, const std::string& text) {
  nlohmann::json request{{"id", rule.id}, {"text", text}};
  std::istringstream in(rule.style);
  for (std::string word; in >> word;) {
    const std::size_t equals = word.find('=');
    if (equals != word.npos) request[word.substr(0, equals)] = value_of(word.substr(equals + 1));
  }
  return request.dump();
}

std::string unescaped(const std::string& field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field.compare(i, 2, "\\n") == 0) {
      text += '\n';
      ++i;
    } else if (field.compare(i, 3, "\\u{") == 0) {
      const std::size_t close = field.find('}', i);
      std::uint32_t code = 0;
      std::from_chars(field.data() + i + 3, field.data() + close, code, 16);
      const auto c = static_cast<char32_t>(code);
      text += encode_utf8(std::u32string_view(&c, 1));
      i = close;
    } else {
      text += field[i];
    }
  }
  return text;
}

}  // namespace xp::test
