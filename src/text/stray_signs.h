// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xp::text {

/// What looks like markup and is shown as text, in order: a `**` without its partner, a `]{…}` that is not
/// closed, has no bracket or says what is not known. What is escaped is meant.
std::vector<std::string> stray_signs(std::string_view utf8);

}  // namespace xp::text
