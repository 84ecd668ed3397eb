// SPDX-License-Identifier: MIT
// Field tables as data, and that data as JSON Schema (draft 2020-12; editors read it from the first line of a file).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "toml/field.h"
#include "toml/value_type.h"

namespace xp::toml {

/// One key, described: what JSON Schema and the reference page are written from.
struct KeyDescription {
  std::string key;
  ValueType type = ValueType::string;
  std::string doc;                         ///< English; tr() gives the Chinese
  std::string default_text;                ///< as TOML; empty when absent or required
  bool needed = false;
  std::vector<std::string> choices;        ///< legal words
  std::optional<double> low, high;         ///< of the number, the seconds, the length or the count
  std::vector<KeyDescription> items;       ///< table: its keys; array: one element without a key
  bool identifier = false;                 ///< letters, digits, - and _ only
  bool or_file = false;                    ///< or the name of a file, a string
};

template <class T>
std::vector<KeyDescription> describe();

/// Alternatives of one table by the word of a key (`kind`): slides.
struct Variant {
  std::string word;
  std::string doc;
  std::vector<KeyDescription> keys;
};

/// `{"type": "object", "properties": …, "additionalProperties": false}` with indentation and a final newline.
std::string json_schema(std::string_view title, const std::vector<KeyDescription>& keys);
/// The same where the array of tables `array_key` has common keys and further ones by `selector`'s word.
std::string json_schema(std::string_view title, const std::vector<KeyDescription>& keys, std::string_view array_key,
                        std::string_view selector, const std::vector<Variant>& variants);

}  // namespace xp::toml

#include "toml/schema_impl.h"
