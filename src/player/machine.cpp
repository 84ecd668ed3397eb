// SPDX-License-Identifier: MIT
#include "player/machine.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <charconv>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/paths.h"

namespace xp::player {

namespace {

constexpr std::size_t kSmall = 4096;  ///< no file of the kernel that is read here is larger

std::optional<std::uint64_t> free_bytes(const std::string& directory) {
  struct statvfs facts {};
  if (::statvfs(directory.c_str(), &facts) != 0) return std::nullopt;
  return std::uint64_t{facts.f_bavail} * facts.f_frsize;
}

struct Connector {
  std::string path, status;
};

/// What lies there without a status is the card itself.
std::vector<Connector> connectors_in(const FileSystem& files, const std::string& folder) {
  std::vector<Connector> all;
  for (const std::string& name : names_in(folder)) {
    const std::string path = join_path(folder, name);
    if (auto status = files.read(path + "/status", kSmall)) all.push_back({path, *std::move(status)});
  }
  return all;
}

}  // namespace

MachineFacts read_machine_facts(const std::string& state_directory) {
  const FileSystem& files = real_files();
  MachineFacts facts;
  if (const auto statm = files.read("/proc/self/statm", kSmall))
    facts.rss_bytes = rss_of_statm(*statm, static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)));
  facts.disk_free_bytes = free_bytes(state_directory);
  facts.display_connected = any_display_connected(files, kConnectors);
  return facts;
}

std::optional<std::uint64_t> rss_of_statm(std::string_view statm, std::uint64_t page_size) {
  const auto space = statm.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  std::uint64_t pages = 0;
  const char* end = statm.data() + statm.size();
  if (std::from_chars(statm.data() + space + 1, end, pages).ec != std::errc{}) return std::nullopt;
  return pages * page_size;
}

std::optional<bool> any_display_connected(const FileSystem& files, const std::string& folder) {
  std::optional<bool> any;
  for (const Connector& one : connectors_in(files, folder))
    any = any.value_or(false) || one.status.starts_with("connected");
  return any;
}

std::string connectors(const FileSystem& files, const std::string& folder) {
  std::string text;
  for (const Connector& one : connectors_in(files, folder)) {
    const auto modes = files.read(one.path + "/modes", kSmall);
    text += one.path + ": " + one.status + (modes ? *modes : std::string{});
  }
  return text;
}

std::string boot_id(const FileSystem& files) {
  const auto id = files.read("/proc/sys/kernel/random/boot_id", kSmall);
  return id ? id->substr(0, id->find('\n')) : std::string{};
}

}  // namespace xp::player
