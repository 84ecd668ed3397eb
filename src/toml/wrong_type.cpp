// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "base/i18n.h"
#include "toml/values.h"

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

/// What people write for true and false.
std::optional<bool> meant(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  constexpr std::array<std::string_view, 7> kYes{"true", "yes", "on", "1", "是", "开", "启用"};
  constexpr std::array<std::string_view, 8> kNo{"false", "no", "off", "0", "否", "关", "停用", "禁用"};
  if (std::ranges::find(kYes, text) != kYes.end()) return true;
  if (std::ranges::find(kNo, text) != kNo.end()) return false;
  return std::nullopt;
}

/// The value as it would be right, where what is meant can be seen; otherwise an example of the type.
std::string corrected(const Value& value, ValueType wanted) {
  const auto* text = std::get_if<std::string>(&value.data);
  const auto* integer = std::get_if<std::int64_t>(&value.data);
  const auto* real = std::get_if<double>(&value.data);
  const bool as_number = wanted == ValueType::integer || wanted == ValueType::number;
  if (text && as_number && is_number(*text, wanted == ValueType::integer)) return *text;
  if (const auto yes = text && wanted == ValueType::boolean ? meant(*text) : std::nullopt)
    return *yes ? "true" : "false";
  if (text && wanted == ValueType::date && parse_date(*text)) return *text;
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
  return std::string(example_of(wanted));
}

}  // namespace

bool refuse_type(const Item& item, ValueType wanted) {
  const auto key = fmt::arg("key", item.key);
  const std::string example = corrected(item.value, wanted);
  std::string remedy = item.in_list ? trf("write {example} here", fmt::arg("example", example))
                                    : trf("write {key} = {example}", key, fmt::arg("example", example));
  if (wanted == ValueType::table) remedy = trf("write a heading [{key}] and the keys below it", key);
  return item.refuse("wrong-type",
                     trf("“{key}” must be {wanted}, not {found}", key, fmt::arg("wanted", name_of(wanted)),
                         fmt::arg("found", name_of_found(item.value))),
                     std::move(remedy));
}

}  // namespace detail
}  // namespace xp::toml
