// SPDX-License-Identifier: MIT
// What people meant by a value of another type.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"
#include "toml/values.h"

namespace xp::toml::detail {

/// As refuse_type() of values.h, with a number that the rule allows.
bool refuse_type(const Item& item, ValueType wanted, const Rule& rule);

/// What is written for true and false in English and Chinese.
std::optional<bool> truth_of(std::string_view text);
/// "2026年5月13日", "2026/5/13", "2026.05.13", "2026-5-13"; a real day.
std::optional<Date> date_of(std::string_view text);

}  // namespace xp::toml::detail
