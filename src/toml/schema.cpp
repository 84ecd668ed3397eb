// SPDX-License-Identifier: MIT
#include "toml/schema.h"

#include <fmt/format.h>

namespace xp::toml::detail {
namespace {

std::string in_quotes(std::string_view text) {
  std::string made = "\"";
  for (const char c : text) {
    if (c == '\n') {
      made += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') made += '\\';
    made += c;
  }
  return made + '"';
}

}  // namespace

/// An empty text is no default worth showing.
std::string toml_text(const std::string& value) { return value.empty() ? std::string() : in_quotes(value); }
std::string toml_text(bool value) { return value ? "true" : "false"; }
std::string toml_text(std::int64_t value) { return fmt::format("{}", value); }
std::string toml_text(double value) { return fmt::format("{}", value); }
std::string toml_text(Duration value) { return in_quotes(format_duration(value)); }
std::string toml_text(Color value) { return in_quotes(format_color(value)); }
std::string toml_text(Date value) { return value.ok() ? format_date(value) : std::string(); }
std::string toml_text(UtcOffset value) { return in_quotes(format_utc_offset(value)); }

std::string toml_list(const std::vector<std::string>& elements) {
  for (const std::string& element : elements) {
    if (element.empty()) return {};
  }
  return elements.empty() ? std::string() : fmt::format("[{}]", fmt::join(elements, ", "));
}

void apply(const Rule& rule, KeyDescription& description) {
  if (rule.length) {
    description.low = static_cast<double>(rule.length->low);
    description.high = static_cast<double>(rule.length->high);
  }
  KeyDescription& scalar = description.type == ValueType::array ? description.items.front() : description;
  if (rule.range) {
    scalar.low = rule.range->low;
    scalar.high = rule.range->high;
  }
  scalar.identifier = rule.identifier;
  for (const std::string_view word : words_of(rule)) scalar.choices.emplace_back(word);
}

}  // namespace xp::toml::detail
