// SPDX-License-Identifier: MIT
#include "toml/wrong_type.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/i18n.h"

namespace xp::toml {

const char* name_of(ValueType type) {
  switch (type) {
    case ValueType::string:
      return tr("a text in quotes");
    case ValueType::integer:
      return tr("a whole number");
    case ValueType::number:
      return tr("a number");
    case ValueType::boolean:
      return tr("true or false");
    case ValueType::duration:
      return tr("a length of time in quotes");
    case ValueType::color:
      return tr("a colour in quotes");
    case ValueType::date:
      return tr("a date");
    case ValueType::utc_offset:
      return tr("an offset from UTC in quotes");
    case ValueType::choice:
      return tr("a word in quotes");
    case ValueType::array:
      return tr("a list in brackets");
    case ValueType::table:
      return tr("a table");
  }
  return "";
}

std::string_view example_of(ValueType type) {
  switch (type) {
    case ValueType::string:
    case ValueType::choice:
      return "\"…\"";
    case ValueType::integer:
      return "3";
    case ValueType::number:
      return "58.3";
    case ValueType::boolean:
      return "true";
    case ValueType::duration:
      return "\"8s\"";
    case ValueType::color:
      return "\"#ffcf5c\"";
    case ValueType::date:
      return "2022-05-13";
    case ValueType::utc_offset:
      return "\"+08:00\"";
    case ValueType::array:
      return "[…, …]";
    case ValueType::table:
      return "{…}";
  }
  return "";
}

namespace detail {
namespace {

const char* name_of_found(const Value& value) {
  struct Name {
    const char* operator()(const std::string&) const { return tr("a text in quotes"); }
    const char* operator()(std::int64_t) const { return tr("a whole number"); }
    const char* operator()(double) const { return tr("a number with a decimal point"); }
    const char* operator()(bool) const { return tr("true or false"); }
    const char* operator()(const Date&) const { return tr("a date"); }
    const char* operator()(const LocalTime&) const { return tr("a time of day"); }
    const char* operator()(const DateTimeText&) const { return tr("a date with a time of day"); }
    const char* operator()(const Array&) const { return tr("a list in brackets"); }
    const char* operator()(const Table&) const { return tr("a table"); }
  };
  return std::visit(Name{}, value.data);
}

bool is_number(std::string_view text, bool whole) {
  std::int64_t integer = 0;
  double real = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] =
      whole ? std::from_chars(text.data(), end, integer) : std::from_chars(text.data(), end, real);
  return error == std::errc{} && stop == end && !text.empty();
}

/// The figure at the beginning of “58.3%”; nothing where more digits follow (1,056).
std::optional<std::string> figure_of(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("-0123456789."), text.size());
  if (text.find_first_of("0123456789", end) != text.npos || !is_number(text.substr(0, end), false))
    return std::nullopt;
  return std::string(text.substr(0, end));
}

/// The whole number that the rule allows and is nearest.
std::string nearest(double value, const std::optional<Range>& range) {
  if (range) value = std::clamp(value, range->low, range->high);
  return fmt::format("{:.0f}", std::round(value));
}

/// A number of one digit or more at the beginning, taken off.
std::optional<unsigned> take_number(std::string_view& text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take_any(std::string_view& text, std::initializer_list<std::string_view> signs) {
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return true;
  }
  return false;
}

/// The value as it would be right, where what is meant can be seen.
std::optional<std::string> corrected(const Value& value, ValueType wanted, const Rule& rule) {
  const auto* text = std::get_if<std::string>(&value.data);
  const auto* integer = std::get_if<std::int64_t>(&value.data);
  const auto* real = std::get_if<double>(&value.data);
  const bool as_number = wanted == ValueType::integer || wanted == ValueType::number;
  if (text && as_number && is_number(*text, wanted == ValueType::integer)) return *text;
  if (const auto figure = text && wanted == ValueType::number ? figure_of(*text) : std::nullopt)
    return *figure;
  if (real && wanted == ValueType::integer) return nearest(*real, rule.range);
  if (const auto yes = text && wanted == ValueType::boolean ? truth_of(*text) : std::nullopt)
    return *yes ? "true" : "false";
  if (const auto day = text && wanted == ValueType::date ? date_of(*text) : std::nullopt)
    return format_date(*day);
  if (integer && wanted == ValueType::boolean) return *integer ? "true" : "false";
  if (integer && wanted == ValueType::duration && *integer >= 0) return fmt::format("\"{}s\"", *integer);
  if (real && wanted == ValueType::duration && *real >= 0) return fmt::format("\"{}s\"", *real);
  if (integer && wanted == ValueType::string) return fmt::format("\"{}\"", *integer);
  if (real && wanted == ValueType::string) return fmt::format("\"{}\"", *real);
  if (const auto* date = std::get_if<Date>(&value.data); date && wanted == ValueType::string) {
    return fmt::format("\"{}\"", format_date(*date));
  }
  const auto* moment = std::get_if<DateTimeText>(&value.data);
  if (moment && wanted == ValueType::date) return moment->text.substr(0, 10);
  return std::nullopt;
}

}  // namespace

std::optional<bool> truth_of(std::string_view word) {
  std::string text(word);
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  constexpr std::array<std::string_view, 7> kYes{"true", "yes", "on", "1", "是", "开", "启用"};
  constexpr std::array<std::string_view, 8> kNo{"false", "no", "off", "0", "否", "关", "停用", "禁用"};
  if (std::ranges::find(kYes, text) != kYes.end()) return true;
  if (std::ranges::find(kNo, text) != kNo.end()) return false;
  return std::nullopt;
}

std::optional<Date> date_of(std::string_view text) {
  const auto year = take_number(text);
  if (!year || !take_any(text, {"年", "/", ".", "-"})) return std::nullopt;
  const auto month = take_number(text);
  if (!month || !take_any(text, {"月", "/", ".", "-"})) return std::nullopt;
  const auto day = take_number(text);
  take_any(text, {"日", "号"});
  if (!day || !text.empty() || *year < 1000 || *year > 9999) return std::nullopt;
  return parse_date(fmt::format("{:04}-{:02}-{:02}", *year, *month, *day));
}

bool refuse_type(const Item& item, ValueType wanted) { return refuse_type(item, wanted, Rule{}); }

bool refuse_type(const Item& item, ValueType wanted, const Rule& rule) {
  const auto key = fmt::arg("key", item.key);
  const std::optional<std::string> meant = corrected(item.value, wanted, rule);
  const std::string example = meant.value_or(std::string(example_of(wanted)));
  std::string remedy = item.in_list ? trf("write {example} here", fmt::arg("example", example))
                                    : trf("write {key} = {example}", key, fmt::arg("example", example));
  if (!meant && rule.range && std::isfinite(rule.range->low) && std::isfinite(rule.range->high))
    remedy = trf("write a value from {low} to {high}", fmt::arg("low", fmt::format("{}", rule.range->low)),
                 fmt::arg("high", fmt::format("{}", rule.range->high)));
  if (wanted == ValueType::table) remedy = trf("write a heading [{key}] and the keys below it", key);
  return item.refuse("wrong-type",
                     trf("“{key}” must be {wanted}, not {found}", key, fmt::arg("wanted", name_of(wanted)),
                         fmt::arg("found", name_of_found(item.value))),
                     std::move(remedy));
}

}  // namespace detail
}  // namespace xp::toml
