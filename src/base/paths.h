// SPDX-License-Identifier: MIT
// Where data and state live (interface: --data, $XUANPING_DATA, the source tree of a development build, /usr/share/xuanping).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace xp::inline base {

/// Folders in which bundled data is looked for, best first. Immutable after start.
struct DataPath {
  std::vector<std::string> roots;
  /// `data_option`: the value of --data, or empty.
  static DataPath from_environment(const std::string& data_option);
  /// The first root that holds `relative` as a file; the path or nothing.
  std::optional<std::string> find(const FileSystem& files, std::string_view relative) const;
};

std::string environment_variable(const char* name);  ///< empty where it is not set

/// $STATE_DIRECTORY, else $XDG_STATE_HOME/xuanping, else ~/.local/state/xuanping.
std::string state_directory_of_environment();

std::string join_path(std::string_view directory, std::string_view name);  ///< an absolute `name` stays
std::string parent_of(std::string_view path);                              ///< "." for a bare name

}  // namespace xp::inline base
