// SPDX-License-Identifier: MIT
#include "base/program.h"

#include <unistd.h>

#include <array>
#include <string_view>

#include "base/paths.h"

namespace xp::inline base {
namespace {

std::string program_folder() {
  std::array<char, 4096> path;
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  if (length <= 0) return {};
  return parent_of({path.data(), static_cast<std::size_t>(length)});
}

bool in_build_tree() {
  constexpr std::string_view build = XUANPING_BUILD_DIR;
  const std::string folder = program_folder();
  return folder.starts_with(build) && (folder.size() == build.size() || folder[build.size()] == '/');
}

}  // namespace

std::optional<std::string> development_source_tree() {
  if (!in_build_tree()) return std::nullopt;
  return XUANPING_SOURCE_DIR;
}

std::string locale_directory() {
  return in_build_tree() ? join_path(XUANPING_BUILD_DIR, "locale") : join_path(share_directory(), "locale");
}

std::string share_directory() {
  const std::string folder = program_folder();
  return folder.empty() ? "/usr/share" : join_path(parent_of(folder), "share");
}

}  // namespace xp::inline base
