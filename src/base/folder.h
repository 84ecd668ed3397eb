// SPDX-License-Identifier: MIT
// What lies in a folder of the machine itself, past FileSystem: hints for messages, devices, what changed.
#pragma once

#include <string>
#include <vector>

namespace xp::inline base {

/// Of its entries, in order; none of a folder that is not there, those before the fault where its disk fails.
std::vector<std::string> names_in(const std::string& folder);

}  // namespace xp::inline base
