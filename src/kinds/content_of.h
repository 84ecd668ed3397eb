// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kinds/slide_kind.h"

namespace xp::kinds {

/// Content that is the values of a kind's keys, a plain struct with `void hash_into(Hasher&) const`; with
/// `std::optional<Duration> length() const` where it has a length of its own.
template <class Values>
class ContentOf : public Content {
 public:
  explicit ContentOf(Values read) : values(std::move(read)) {}
  Hash hash() const override {
    Hasher hasher;
    values.hash_into(hasher);
    return hasher.done();
  }
  std::optional<Duration> length() const override {
    if constexpr (requires { values.length(); }) return values.length();
    return std::nullopt;
  }
  const Values values;
};

/// The values of `content`, which the same kind made.
template <class Values>
const Values& values_of(const Content& content) {
  return static_cast<const ContentOf<Values>&>(content).values;
}

/// Reads a kind's keys; null after an error.
template <class Values>
ContentPtr read_values(toml::TableReader& reader, Values values) {
  if (!reader.read(values)) return nullptr;
  return std::make_shared<ContentOf<Values>>(std::move(values));
}

inline void add_date(Hasher& hasher, const std::optional<Date>& date) {
  hasher.add(date.has_value());
  if (date) hasher.add(format_date(*date));
}

inline void add_strings(Hasher& hasher, const std::vector<std::string>& strings) {
  hasher.add(strings.size());
  for (const std::string& string : strings) hasher.add(string);
}

/// Time to read a text: two seconds to notice it, a quarter of a second a character, whole seconds from 5
/// to 30.
Duration reading_time(const std::string& text);

/// The texts that are not empty, a line each, without markup.
std::string reading_lines(const std::vector<std::string>& markups);

}  // namespace xp::kinds
