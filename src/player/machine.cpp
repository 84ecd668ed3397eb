// SPDX-License-Identifier: MIT
#include "player/machine.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <vector>

namespace xp::player {

namespace {

constexpr std::size_t kSmall = 4096;  ///< no file of the kernel that is read here is larger

std::optional<std::uint64_t> free_bytes(const std::string& directory) {
  struct statvfs facts {};
  if (::statvfs(directory.c_str(), &facts) != 0) return std::nullopt;
  return std::uint64_t{facts.f_bavail} * facts.f_frsize;
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
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const auto status = files.read(entry.path().string() + "/status", kSmall);
    if (status) any = any.value_or(false) || status->starts_with("connected");
  }
  return any;
}

std::string connectors(const FileSystem& files, const std::string& folder) {
  std::vector<std::string> all;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const std::string path = entry.path().string();
    const auto status = files.read(path + "/status", kSmall), modes = files.read(path + "/modes", kSmall);
    if (status) all.push_back(path + ": " + *status + (modes ? *modes : std::string{}));
  }
  std::ranges::sort(all);
  std::string text;
  for (const std::string& one : all) text += one;
  return text;
}

std::string boot_id(const FileSystem& files) {
  const auto id = files.read("/proc/sys/kernel/random/boot_id", kSmall);
  return id ? id->substr(0, id->find('\n')) : std::string{};
}

}  // namespace xp::player
