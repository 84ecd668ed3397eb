// SPDX-License-Identifier: MIT
// Where the running program stands: in a build tree or installed under some prefix.
#pragma once

#include <optional>
#include <string>

namespace xp::inline base {

/// The source tree, when the running program lies in the build tree that was made from it.
std::optional<std::string> development_source_tree();

/// Where the message catalogues (`zh_CN/LC_MESSAGES/xuanping.mo`) are.
std::string locale_directory();

/// `share` of the prefix that the program is installed under: `/usr/share` for `/usr/bin/xuanping`.
std::string share_directory();

}  // namespace xp::inline base
