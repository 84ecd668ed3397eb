// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace xp::toml {

/// What a key takes.
enum class ValueType {
  string,
  integer,
  number,
  boolean,
  duration,
  color,
  date,
  utc_offset,
  choice,
  array,
  table
};

/// "a whole number": for messages, translated.
const char* name_of(ValueType type);
/// A value of the type as it is written in TOML.
std::string_view example_of(ValueType type);

}  // namespace xp::toml
