// SPDX-License-Identifier: MIT
// The templates of reader.h: which function of values.h takes which member. Messages are made in .cpp files.
#pragma once

#include <iterator>
#include <tuple>

#include "toml/reader.h"
#include "toml/traits.h"
#include "toml/values.h"

namespace xp::toml {
namespace detail {

inline constexpr std::size_t kFileName = 255;  // characters

template <class X>
bool take_any(const Item& item, const Rule& rule, X& out);

template <WithFields S>
bool take_struct(const Item& item, S& out) {
  const Table* table = take_table(item);
  if (!table) return false;
  const std::size_t before = item.diagnostics.list().size();
  TableReader reader(item.document, *table, item.diagnostics);
  const bool fine = reader.read(out);
  reader.finish();
  return fine && item.diagnostics.list().size() == before;
}

template <class X>
bool take_vector(const Item& item, const Rule& rule, std::vector<X>& out) {
  const Array* array =
      is_list_of_tables<std::vector<X>>() ? take_tables(item, rule) : take_array(item, rule, 0);
  if (!array) return false;
  Rule of_element = rule;
  of_element.length.reset();  // it counted the elements
  bool fine = true;
  std::vector<X> taken;
  taken.reserve(array->size());
  for (const Value& value : *array) {
    X element{};
    fine &= take_any(item.element(value), of_element, element);
    taken.push_back(std::move(element));
  }
  if (fine || is_list_of_tables<std::vector<X>>()) out = std::move(taken);
  return fine;
}

template <class X, std::size_t N>
bool take_tuple(const Item& item, const Rule& rule, std::array<X, N>& out) {
  const Array* array = take_array(item, rule, N);
  if (!array) return false;
  std::array<X, N> taken{};
  bool fine = true;
  for (std::size_t i = 0; i < N; ++i) fine &= take_any(item.element((*array)[i]), rule, taken[i]);
  if (fine) out = taken;
  return fine;
}

template <class E>
bool take_enum(const Item& item, E& out) {
  const auto words = enum_words<E>();
  std::size_t index = 0;
  if (!take_word(item, words, index)) return false;
  out = EnumNames<E>::names[index].second;
  return true;
}

template <class X>
bool take_any(const Item& item, const Rule& rule, X& out) {
  if constexpr (is_optional<X>) {
    typename X::value_type value{};
    if (!take_any(item, rule, value)) return false;
    out = std::move(value);
    return true;
  } else if constexpr (is_located<X>) {
    out.at = item.at();
    return take_any(item, rule, out.value);
  } else if constexpr (is_or_file<X>) {
    if (!std::holds_alternative<std::string>(item.value.data)) return take_any(item, rule, out.value);
    return take_any(item, rule_of(Length{1, kFileName}), out.file);
  } else if constexpr (std::is_enum_v<X>) {
    return take_enum(item, out);
  } else if constexpr (is_vector<X>) {
    return take_vector(item, rule, out);
  } else if constexpr (array_size<X> != 0) {
    return take_tuple(item, rule, out);
  } else if constexpr (value_type<X>() == ValueType::table) {
    return take_struct(item, out);
  } else {
    return take(item, rule, out);
  }
}

template <class S, class M, class R>
RowFacts facts_of(const Field<S, M, R>& row) {
  RowFacts facts{row.key, row.doc, row.needed, value_type<M>(), is_list_of_tables<M>(), {}};
  if constexpr (std::is_enum_v<unwrapped<M>>) facts.first_word = EnumNames<unwrapped<M>>::names[0].first;
  return facts;
}

}  // namespace detail

template <class T>
bool TableReader::read(T& out) {
  const auto read_row = [&]<class S, class M, class R>(const Field<S, M, R>& row) {
    const Value* value = expect(detail::facts_of(row));
    if (!value) return !row.needed;
    const detail::Item item{document_, diagnostics_, row.key, *value, false};
    return detail::take_any(item, detail::rule_of(row.rule), out.*row.member);
  };
  return std::apply([&](const auto&... row) { return (int{read_row(row)} & ... & 1) != 0; },
                    FieldsOf<T>::rows);
}

}  // namespace xp::toml
