// SPDX-License-Identifier: MIT
// What the type of a member says about its key.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/color.h"
#include "base/time.h"
#include "toml/field.h"
#include "toml/value_type.h"

namespace xp::toml::detail {

template <class X>
struct Unwrapped {
  using type = X;
};
template <class X>
struct Unwrapped<std::optional<X>> : Unwrapped<X> {};
template <class X>
struct Unwrapped<Located<X>> : Unwrapped<X> {};
template <class X>
struct Unwrapped<OrFile<X>> : Unwrapped<X> {};
/// The type without std::optional, Located and OrFile around it.
template <class X>
using unwrapped = typename Unwrapped<X>::type;

template <class X>
inline constexpr bool is_optional = false;
template <class X>
inline constexpr bool is_optional<std::optional<X>> = true;
template <class X>
inline constexpr bool is_located = false;
template <class X>
inline constexpr bool is_located<Located<X>> = true;
template <class X>
inline constexpr bool is_or_file = false;
template <class X>
inline constexpr bool is_or_file<OrFile<X>> = true;
template <class X>
inline constexpr bool is_vector = false;
template <class X>
inline constexpr bool is_vector<std::vector<X>> = true;
template <class X>
inline constexpr std::size_t array_size = 0;  ///< of std::array; otherwise 0
template <class X, std::size_t N>
inline constexpr std::size_t array_size<std::array<X, N>> = N;

template <class X>
concept WithFields = requires {
  FieldsOf<X>::rows;
};

template <class X>
constexpr ValueType value_type() {
  using Y = unwrapped<X>;
  if constexpr (std::is_same_v<Y, std::string>)
    return ValueType::string;
  else if constexpr (std::is_same_v<Y, bool>)
    return ValueType::boolean;
  else if constexpr (std::is_integral_v<Y>)
    return ValueType::integer;
  else if constexpr (std::is_same_v<Y, double>)
    return ValueType::number;
  else if constexpr (std::is_same_v<Y, Duration>)
    return ValueType::duration;
  else if constexpr (std::is_same_v<Y, Color>)
    return ValueType::color;
  else if constexpr (std::is_same_v<Y, Date>)
    return ValueType::date;
  else if constexpr (std::is_same_v<Y, UtcOffset>)
    return ValueType::utc_offset;
  else if constexpr (std::is_enum_v<Y>)
    return ValueType::choice;
  else if constexpr (is_vector<Y> || array_size<Y> != 0)
    return ValueType::array;
  else {
    static_assert(WithFields<Y>, "a member's type must be one that field.h lists, or have FieldsOf");
    return ValueType::table;
  }
}

/// A vector of structs: an array of tables.
template <class X>
constexpr bool is_list_of_tables() {
  using Y = unwrapped<X>;
  if constexpr (is_vector<Y>)
    return value_type<typename Y::value_type>() == ValueType::table;
  else
    return false;
}

/// The words of an enum, in the order of EnumNames.
template <class E>
std::array<std::string_view, std::size(EnumNames<E>::names)> enum_words() {
  std::array<std::string_view, std::size(EnumNames<E>::names)> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = EnumNames<E>::names[i].first;
  return words;
}

}  // namespace xp::toml::detail
