// SPDX-License-Identifier: MIT
#include "toml/values.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/i18n.h"
#include "base/spell.h"
#include "base/utf8.h"
#include "toml/limits.h"
#include "toml/wrong_type.h"

namespace xp::toml::detail {
namespace {

constexpr std::size_t kListedWords = 40;
constexpr std::size_t kIdentifierLetters = 64;

/// A value in a message: short, in one line.
std::string shown(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::u32string characters = decode_utf8(text);
  std::ranges::replace(characters, U'\n', U' ');
  if (characters.size() > kShown) characters = characters.substr(0, kShown) + U"…";
  return encode_utf8(characters);
}

std::string number(double value) { return fmt::format("{}", value); }

/// "write a value from 1 to 10", with whichever of the limits there are.
std::string range_remedy(double low, double high, std::string (*format)(double)) {
  if (std::isinf(high)) return trf("write {low} or more", fmt::arg("low", format(low)));
  if (std::isinf(low)) return trf("write {high} or less", fmt::arg("high", format(high)));
  return trf("write a value from {low} to {high}", fmt::arg("low", format(low)),
             fmt::arg("high", format(high)));
}

std::string duration_of_seconds(double value) {
  constexpr double kMost = 9e9;  // of int64 nanoseconds
  return format_duration(Duration{std::llround(std::clamp(value, 0.0, kMost) * 1e9)});
}

bool in_range(const Item& item, const Rule& rule, double value, const std::string& as_written,
              std::string (*format)(double)) {
  if (!rule.range || (value >= rule.range->low && value <= rule.range->high)) return true;
  const bool small = value < rule.range->low;
  const auto key = fmt::arg("key", item.key);
  const auto written = fmt::arg("value", as_written);
  return item.refuse("out-of-range",
                     small ? trf("“{key}” is too small: {value}", key, written)
                           : trf("“{key}” is too large: {value}", key, written),
                     range_remedy(rule.range->low, rule.range->high, format));
}

/// Spaces of any width, and nothing that is seen.
bool is_blank(std::string_view text) {
  return std::ranges::all_of(decode_utf8(text), [](char32_t c) {
    return c <= U' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
           c == 0x3000;
  });
}

bool right_length(const Item& item, const Length& length, std::string_view text) {
  const std::size_t count = length.low > 0 && is_blank(text) ? 0 : grapheme_count(text);
  if (count >= length.low && count <= length.high) return true;
  const auto key = fmt::arg("key", item.key);
  if (count > length.high) {
    return item.refuse("too-long",
                       trf("“{key}” has {count} characters; at most {limit} fit", key,
                           fmt::arg("count", count), fmt::arg("limit", length.high)),
                       tr("shorten the text"));
  }
  if (count == 0)
    return item.refuse("too-short", trf("“{key}” is empty", key), tr("write a text between the quotes"));
  return item.refuse("too-short",
                     trf("“{key}” has {count} characters; at least {limit} are needed", key,
                         fmt::arg("count", count), fmt::arg("limit", length.low)),
                     tr("write a longer text"));
}

bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= kIdentifierLetters && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool refuse_duration(const Item& item, std::string_view text) {
  const std::string short_text = shown(text);
  const auto value = fmt::arg("value", short_text);
  const auto key = fmt::arg("key", item.key);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  if (text.starts_with('-') && parse_duration(text.substr(1))) {
    return item.refuse("bad-duration", trf("“{key}” is negative: “{value}”", key, value),
                       trf("write a length of time such as {key} = \"8s\"", key));
  }
  if (digits > 0 && digits == text.size()) {
    return item.refuse(
        "bad-duration", trf("“{key}” has no unit: “{value}”", key, value),
        trf("write {key} = \"{value}s\" for seconds; the units are ms, s, m and h", key, value));
  }
  const std::string_view unit = text.substr(digits);
  if (digits > 0 && (unit == "ms" || unit == "s" || unit == "m" || unit == "h")) {
    return item.refuse("bad-duration", trf("“{value}” is too long a time", value),
                       trf("write a length of time such as {key} = \"8s\"", key));
  }
  if (digits > 0) {
    return item.refuse(
        "bad-duration", trf("“{value}” is no length of time", value),
        trf("write a number and its unit, ms, s, m or h, without a space: {key} = \"8s\"", key));
  }
  return item.refuse("bad-duration", trf("“{value}” is no length of time", value),
                     trf("write a length of time such as {key} = \"8s\"", key));
}

template <class Number>
bool take_integer(const Item& item, const Rule& rule, Number& out) {
  const auto* value = std::get_if<std::int64_t>(&item.value.data);
  if (!value) return refuse_type(item, ValueType::integer, rule);
  constexpr auto low = std::numeric_limits<Number>::min(), high = std::numeric_limits<Number>::max();
  const Rule limits = rule.range ? rule : rule_of(Range{static_cast<double>(low), static_cast<double>(high)});
  if (!in_range(item, limits, static_cast<double>(*value), fmt::format("{}", *value), number)) return false;
  out = static_cast<Number>(std::clamp<std::int64_t>(*value, low, high));
  return true;
}

}  // namespace

void add_mistake(Diagnostics& diagnostics, Diagnostic diagnostic) {
  const std::size_t count = diagnostics.list().size();
  if (count < kMaxMistakes) return diagnostics.add(std::move(diagnostic));
  if (count == kMaxMistakes) {
    diagnostics.add(
        {Severity::error,
         "too-many-mistakes",
         {diagnostic.at.file, 0, 0, 1},
         trf("more than {limit} mistakes; the others are not listed", fmt::arg("limit", kMaxMistakes)),
         tr("mend the first ones and check again")});
  }
}

bool Item::refuse(std::string id, std::string message, std::string remedy) const {
  add_mistake(diagnostics, {Severity::error, std::move(id), at(), std::move(message), std::move(remedy)});
  return false;
}

std::vector<std::string_view> words_of(const Rule& rule) {
  std::vector<std::string_view> words;
  if (!rule.list) return words;
  for (std::size_t i = 0; !rule.list(i).empty(); ++i) words.push_back(rule.list(i));
  return words;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> legal) {
  const std::span<const std::string_view> listed = legal.first(std::min(legal.size(), kListedWords));
  std::string names = fmt::format("{}", fmt::join(listed, tr(", ")));
  if (listed.size() < legal.size()) names += " …";
  const auto all = fmt::arg("names", names);
  const std::string_view near = did_you_mean(word, legal);
  if (!near.empty()) return trf("did you mean “{near}”? Possible are: {names}", fmt::arg("near", near), all);
  return trf("possible are: {names}", all);
}

bool take(const Item& item, const Rule& rule, std::string& out) {
  const auto* text = std::get_if<std::string>(&item.value.data);
  if (!text) return refuse_type(item, ValueType::string);
  if (rule.length && !right_length(item, *rule.length, *text)) return false;
  if (rule.identifier && !is_identifier(*text)) {
    return item.refuse(
        "bad-identifier",
        trf("“{value}” cannot be a name in “{key}”", fmt::arg("value", shown(*text)),
            fmt::arg("key", item.key)),
        trf("use 1 to {limit} Latin letters, digits, - and _", fmt::arg("limit", kIdentifierLetters)));
  }
  if (rule.list) {
    const std::vector<std::string_view> words = words_of(rule);
    std::size_t index = 0;
    if (!take_word(item, words, index)) return false;
  }
  const bool left_out = rule.length && is_blank(*text);
  out = left_out ? std::string() : *text;
  return true;
}

bool take(const Item& item, const Rule&, bool& out) {
  const auto* value = std::get_if<bool>(&item.value.data);
  if (!value) return refuse_type(item, ValueType::boolean);
  out = *value;
  return true;
}

bool take(const Item& item, const Rule& rule, int& out) { return take_integer(item, rule, out); }
bool take(const Item& item, const Rule& rule, std::int64_t& out) { return take_integer(item, rule, out); }

bool take(const Item& item, const Rule& rule, double& out) {
  double value = 0;
  if (const auto* real = std::get_if<double>(&item.value.data)) {
    value = *real;
  } else if (const auto* whole = std::get_if<std::int64_t>(&item.value.data)) {
    value = static_cast<double>(*whole);
  } else {
    return refuse_type(item, ValueType::number, rule);
  }
  if (!std::isfinite(value)) {
    return item.refuse("out-of-range", trf("“{key}” is not an ordinary number", fmt::arg("key", item.key)),
                       rule.range ? range_remedy(rule.range->low, rule.range->high, number)
                                  : tr("write digits, such as 58.3"));
  }
  if (!in_range(item, rule, value, number(value), number)) return false;
  out = value;
  return true;
}

bool take(const Item& item, const Rule& rule, Duration& out) {
  const auto* text = std::get_if<std::string>(&item.value.data);
  if (!text) return refuse_type(item, ValueType::duration);
  const std::optional<Duration> value = parse_duration(*text);
  if (!value) return refuse_duration(item, *text);
  const double in_seconds = std::chrono::duration<double>(*value).count();
  if (!in_range(item, rule, in_seconds, shown(*text), duration_of_seconds)) return false;
  out = *value;
  return true;
}

bool take(const Item& item, const Rule&, Color& out) {
  const auto* text = std::get_if<std::string>(&item.value.data);
  if (!text) return refuse_type(item, ValueType::color);
  const std::optional<Color> value = parse_color(*text);
  if (!value) {
    return item.refuse("bad-colour", trf("“{value}” is not a colour", fmt::arg("value", shown(*text))),
                       trf("write # and six hexadecimal digits, two more for opacity: {key} = \"#ffcf5c\"",
                           fmt::arg("key", item.key)));
  }
  out = *value;
  return true;
}

bool take(const Item& item, const Rule&, Date& out) {
  if (const auto* value = std::get_if<Date>(&item.value.data)) {
    out = *value;
    return true;
  }
  const auto* text = std::get_if<std::string>(&item.value.data);
  if (!text || date_of(*text)) return refuse_type(item, ValueType::date);
  return item.refuse(
      "bad-date", trf("“{value}” is not a date", fmt::arg("value", shown(*text))),
      trf("write year, month and day without quotes: {key} = 2022-05-13", fmt::arg("key", item.key)));
}

bool take(const Item& item, const Rule&, UtcOffset& out) {
  const auto* text = std::get_if<std::string>(&item.value.data);
  if (!text) return refuse_type(item, ValueType::utc_offset);
  const std::optional<UtcOffset> value = parse_utc_offset(*text);
  if (!value) {
    return item.refuse("bad-offset",
                       trf("“{value}” is not an offset from UTC", fmt::arg("value", shown(*text))),
                       trf("write sign, hours and minutes: {key} = \"+08:00\"", fmt::arg("key", item.key)));
  }
  out = *value;
  return true;
}

bool take_word(const Item& item, std::span<const std::string_view> words, std::size_t& index) {
  const auto* text = std::get_if<std::string>(&item.value.data);
  if (!text) return refuse_type(item, ValueType::choice);
  const auto found = std::ranges::find(words, std::string_view(*text));
  if (found == words.end()) {
    return item.refuse("unknown-value",
                       trf("“{value}” is not possible for “{key}”", fmt::arg("value", shown(*text)),
                           fmt::arg("key", item.key)),
                       suggestion(*text, words));
  }
  index = static_cast<std::size_t>(found - words.begin());
  return true;
}

const Array* take_array(const Item& item, const Rule& rule, std::size_t exactly) {
  const auto* array = std::get_if<Array>(&item.value.data);
  if (!array) {
    refuse_type(item, ValueType::array);
    return nullptr;
  }
  const auto key = fmt::arg("key", item.key);
  const std::size_t size = array->size();
  const auto count = fmt::arg("count", size);
  const std::size_t low = exactly ? exactly : rule.length ? rule.length->low : 0;
  const std::size_t high = exactly ? exactly : rule.length ? rule.length->high : SIZE_MAX;
  if (array->size() < low) {
    item.refuse("too-short",
                trf("“{key}” lists {count} values; {limit} are needed", key, count, fmt::arg("limit", low)),
                tr("add the missing ones, with commas between them"));
    return nullptr;
  }
  if (array->size() > high) {
    item.refuse("too-long",
                trf("“{key}” lists {count} values; at most {limit} are possible", key, count,
                    fmt::arg("limit", high)),
                tr("delete those that matter least"));
    return nullptr;
  }
  return array;
}

const Array* take_tables(const Item& item, const Rule& rule) {
  if (const auto* table = std::get_if<Table>(&item.value.data)) {
    add_mistake(item.diagnostics,
                {Severity::error, "wrong-type", location(item.document, table->at),
                 trf("“{key}” is a list of tables, not a single one", fmt::arg("key", item.key)),
                 trf("write double brackets: [[{key}]]", fmt::arg("key", item.key))});
    return nullptr;
  }
  return take_array(item, rule, 0);
}

const Table* take_table(const Item& item) {
  if (const auto* table = std::get_if<Table>(&item.value.data)) return table;
  const auto* array = std::get_if<Array>(&item.value.data);
  if (array && !array->empty() && std::holds_alternative<Table>(array->front().data)) {
    item.refuse("wrong-type", trf("“{key}” is a single table, not a list of them", fmt::arg("key", item.key)),
                trf("write single brackets: [{key}]", fmt::arg("key", item.key)));
  } else {
    refuse_type(item, ValueType::table);
  }
  return nullptr;
}

}  // namespace xp::toml::detail
