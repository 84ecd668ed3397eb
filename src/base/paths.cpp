// SPDX-License-Identifier: MIT
#include "base/paths.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/program.h"

namespace xp::inline base {
namespace {

std::string home_directory() {
  if (std::string home = environment_variable("HOME"); !home.empty()) return home;
  const passwd* user = ::getpwuid(::getuid());
  return user ? user->pw_dir : "/";
}

void add_root(std::vector<std::string>& roots, std::string root) {
  if (!root.empty() && std::ranges::find(roots, root) == roots.end()) roots.push_back(std::move(root));
}

}  // namespace

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

DataPath DataPath::from_environment(const std::string& data_option) {
  DataPath path;
  add_root(path.roots, data_option);
  add_root(path.roots, environment_variable("XUANPING_DATA"));
  if (const auto tree = development_source_tree()) {
    add_root(path.roots, *tree);
  } else {
    add_root(path.roots, join_path(share_directory(), "xuanping"));
  }
  add_root(path.roots, "/usr/share/xuanping");
  return path;
}

std::optional<std::string> DataPath::find(const FileSystem& files, std::string_view relative) const {
  for (const std::string& root : roots) {
    std::string path = join_path(root, relative);
    if (files.is_file(path)) return path;
  }
  return std::nullopt;
}

std::string state_directory_of_environment() {
  if (std::string given = environment_variable("STATE_DIRECTORY"); !given.empty()) {
    return given.substr(0, given.find(':'));  // systemd lists several with colons
  }
  if (std::string state = environment_variable("XDG_STATE_HOME"); state.starts_with('/'))
    return join_path(state, "xuanping");
  return join_path(home_directory(), ".local/state/xuanping");
}

std::string join_path(std::string_view directory, std::string_view name) {
  if (directory.empty() || name.starts_with('/')) return std::string(name);
  std::string path(directory);
  if (!path.ends_with('/') && !name.empty()) path += '/';
  return path.append(name);
}

std::string parent_of(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  path = path.substr(0, slash);
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.empty() ? "/" : std::string(path);
}

}  // namespace xp::inline base
