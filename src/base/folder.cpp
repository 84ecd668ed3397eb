// SPDX-License-Identifier: MIT
#include "base/folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace xp::inline base {

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code failed;  // of each step too: by itself the iterator throws
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    names.push_back(entry->path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace xp::inline base
