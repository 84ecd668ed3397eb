// SPDX-License-Identifier: MIT
// The one description of every key. A field table is a constexpr tuple of rows (key, member, rule, doc); it drives the
// reader, its diagnostics, did-you-mean, the JSON Schema and the reference page. A key's default is T{}'s value.
//
//   struct Bar { std::string label; double value = 0; std::optional<Duration> hold; };
//   template <> struct xp::toml::FieldsOf<Bar> {
//     static constexpr auto rows = std::tuple{
//         required(field("label", &Bar::label, Length{1, 40}, N_("what the bar counts"))),
//         required(field("value", &Bar::value, Range{0, 1e15}, N_("how much; bars start at zero"))),
//         field("hold", &Bar::hold, N_("how long it stays, such as \"2s\""))};
//   };
//
// The member's type decides what TOML is taken: std::string, bool, int, std::int64_t, double (an integer too), Duration
// ("8s"), Color ("#ffcf5c"), Date, UtcOffset ("+08:00"), an enum with EnumNames<E>, std::optional<X>, std::vector<X>,
// std::array<int|double, N>, Located<X>, OrFile<X>, and a struct with FieldsOf<S> (table; a vector of them is an array of tables).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/i18n.h"
#include "toml/document.h"

namespace xp::toml {

/// A value that remembers where it stood, for the diagnostics of later stages (references, lint).
template <class X>
struct Located {
  X value{};
  Location at;
};

/// A value, or the name of a file that holds it: a string instead of it. Who reads the slide reads the file.
template <class X>
struct OrFile {
  X value{};
  Located<std::string> file;  ///< empty: the value itself was written
};

template <class S>
struct FieldsOf;  ///< specialise: `static constexpr auto rows = std::tuple{field(…), …};`

/// Specialise: `static constexpr std::pair<std::string_view, E> names[] = {{"number", Chart::number}, …};`
template <class E>
struct EnumNames;

struct AnyValue {};
struct Range {
  double low, high;  ///< inclusive; for Duration in seconds
};
struct Length {
  std::size_t low, high;  ///< graphemes of a string, elements of an array; inclusive
};
struct Identifier {};  ///< letters, digits, - and _; 1–64 of them
struct Choice {        ///< a name out of an open set (kinds, font roles) that a function lists at run time
  std::string_view (*list)(std::size_t index);  ///< empty at the end
};

template <class T, class M, class Rule>
struct Field {
  std::string_view key;
  M T::*member;
  Rule rule;
  const char* doc;  ///< English, marked with N_
  bool needed = false;
};

template <class T, class M>
constexpr Field<T, M, AnyValue> field(std::string_view key, M T::*member, const char* doc) {
  return {key, member, {}, doc};
}
template <class T, class M, class Rule>
constexpr Field<T, M, Rule> field(std::string_view key, M T::*member, Rule rule, const char* doc) {
  return {key, member, rule, doc};
}
/// The key must be there.
template <class T, class M, class Rule>
constexpr Field<T, M, Rule> required(Field<T, M, Rule> row) {
  row.needed = true;
  return row;
}

}  // namespace xp::toml
