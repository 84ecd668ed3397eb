// SPDX-License-Identifier: MIT
// The templates of schema.h: members and rules as data.
#pragma once

#include <tuple>

#include "toml/schema.h"
#include "toml/traits.h"
#include "toml/values.h"

namespace xp::toml {
namespace detail {

std::string toml_text(const std::string& value);
std::string toml_text(bool value);
std::string toml_text(std::int64_t value);
std::string toml_text(double value);
std::string toml_text(Duration value);
std::string toml_text(Color value);
std::string toml_text(Date value);
std::string toml_text(UtcOffset value);
std::string toml_list(const std::vector<std::string>& elements);
void apply(const Rule& rule, KeyDescription& description);

template <class X>
std::string default_text(const X& value) {
  if constexpr (is_optional<X>) {
    return value ? default_text(*value) : std::string();
  } else if constexpr (is_located<X> || is_or_file<X>) {
    return default_text(value.value);
  } else if constexpr (std::is_enum_v<X>) {
    for (const auto& [word, of] : EnumNames<X>::names) {
      if (of == value) return toml_text(std::string(word));
    }
    return {};
  } else if constexpr (value_type<X>() == ValueType::array) {
    std::vector<std::string> elements;
    for (const auto& element : value) elements.push_back(default_text(element));
    return toml_list(elements);
  } else if constexpr (value_type<X>() == ValueType::table) {
    return {};  // its keys have theirs
  } else if constexpr (std::is_same_v<X, int>) {
    return toml_text(std::int64_t{value});
  } else {
    return toml_text(value);
  }
}

template <class T>
std::vector<KeyDescription> describe_with(const T& defaults);

template <class X>
KeyDescription describe_value(const X& value) {
  if constexpr (is_optional<X>) {
    return describe_value(value ? *value : typename X::value_type{});
  } else if constexpr (is_located<X>) {
    return describe_value(value.value);
  } else if constexpr (is_or_file<X>) {
    KeyDescription made = describe_value(value.value);
    made.or_file = true;
    return made;
  } else {
    KeyDescription made;
    made.type = value_type<X>();
    if constexpr (std::is_enum_v<X>) {
      for (const std::string_view word : enum_words<X>()) made.choices.emplace_back(word);
    } else if constexpr (value_type<X>() == ValueType::array) {
      made.items.push_back(describe_value(typename X::value_type{}));
      if constexpr (array_size<X> != 0) made.low = made.high = static_cast<double>(array_size<X>);
    } else if constexpr (value_type<X>() == ValueType::table) {
      made.items = describe_with(value);
    }
    return made;
  }
}

template <class T>
std::vector<KeyDescription> describe_with(const T& defaults) {
  std::vector<KeyDescription> keys;
  const auto add = [&]<class S, class M, class R>(const Field<S, M, R>& row) {
    KeyDescription made = describe_value(defaults.*row.member);
    made.key = row.key;
    made.doc = row.doc;
    made.needed = row.needed;
    if (!row.needed) made.default_text = default_text(defaults.*row.member);
    apply(rule_of(row.rule), made);
    keys.push_back(std::move(made));
  };
  std::apply([&](const auto&... row) { (add(row), ...); }, FieldsOf<T>::rows);
  return keys;
}

}  // namespace detail

template <class T>
std::vector<KeyDescription> describe() {
  return detail::describe_with(T{});
}

}  // namespace xp::toml
