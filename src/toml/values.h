// SPDX-License-Identifier: MIT
// How one value becomes a member: the part of the reader that is no template. Mistakes are reported on the
// spot.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/diagnostic.h"
#include "base/time.h"
#include "toml/document.h"
#include "toml/field.h"
#include "toml/value_type.h"

namespace xp::toml::detail {

/// The rule of a row, whichever it is.
struct Rule {
  std::optional<Range> range;
  std::optional<Length> length;
  bool identifier = false;
  std::string_view (*list)(std::size_t index) = nullptr;
};
constexpr Rule rule_of(AnyValue) { return {}; }
constexpr Rule rule_of(Range range) { return {range, {}, false, nullptr}; }
constexpr Rule rule_of(Length length) { return {{}, length, false, nullptr}; }
constexpr Rule rule_of(Identifier) { return {{}, {}, true, nullptr}; }
constexpr Rule rule_of(Choice choice) { return {{}, {}, false, choice.list}; }

/// Adds a diagnostic, as long as there are not kMaxMistakes already.
void add_mistake(Diagnostics& diagnostics, Diagnostic diagnostic);

/// A value, the key it belongs to, and whom to tell what is wrong with it.
struct Item {
  const Document& document;
  Diagnostics& diagnostics;
  std::string_view key;
  const Value& value;
  bool in_list = false;  ///< one of several values of the key

  Item element(const Value& of_array) const { return {document, diagnostics, key, of_array, true}; }
  Location at() const { return location(document, value.at); }
  /// Reports a mistake; always false.
  bool refuse(std::string id, std::string message, std::string remedy) const;
};

bool take(const Item& item, const Rule& rule, std::string& out);
bool take(const Item& item, const Rule& rule, bool& out);
bool take(const Item& item, const Rule& rule, int& out);
bool take(const Item& item, const Rule& rule, std::int64_t& out);
bool take(const Item& item, const Rule& rule, double& out);
bool take(const Item& item, const Rule& rule, Duration& out);
bool take(const Item& item, const Rule& rule, Color& out);
bool take(const Item& item, const Rule& rule, Date& out);
bool take(const Item& item, const Rule& rule, UtcOffset& out);
/// The index of one of `words`.
bool take_word(const Item& item, std::span<const std::string_view> words, std::size_t& index);
/// Null after a mistake. `exactly`: the only legal number of elements; 0: as the rule says.
const Array* take_array(const Item& item, const Rule& rule, std::size_t exactly);
const Array* take_tables(const Item& item, const Rule& rule);
const Table* take_table(const Item& item);

std::vector<std::string_view> words_of(const Rule& rule);

/// Says what the value is, what it should be and how that is written; always false.
bool refuse_type(const Item& item, ValueType wanted);

/// "did you mean “x”? Legal are: …"
std::string suggestion(std::string_view word, std::span<const std::string_view> legal);

}  // namespace xp::toml::detail
