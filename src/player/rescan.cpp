// SPDX-License-Identifier: MIT
#include "player/rescan.h"

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "base/file.h"
#include "base/folder.h"
#include "player/watch.h"

namespace xp::player {
namespace {

constexpr std::size_t kByContent = std::size_t{1} << 20;  // bytes; larger files go by their facts

void add_names(Hasher& hasher, const std::string& folder) {
  for (const std::string& name : names_in(folder))
    if (!name.starts_with('.')) hasher.add(name);
}

void add_time(Hasher& hasher, const timespec& time) {
  hasher.add(std::int64_t{time.tv_sec}).add(std::int64_t{time.tv_nsec});
}

void add_file(Hasher& hasher, const std::string& path, TellsChanges tells_changes) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) {
    hasher.add(false);
    return;
  }
  const bool small = S_ISREG(facts.st_mode) && static_cast<std::size_t>(facts.st_size) <= kByContent;
  if (small && !tells_changes(path)) {
    if (const auto content = real_files().read(path, kByContent)) {
      hasher.add(hash_bytes(*content));
      return;
    }
  }
  hasher.add(std::int64_t{facts.st_size}).add(std::uint64_t{facts.st_dev}).add(std::uint64_t{facts.st_ino});
  add_time(hasher, facts.st_mtim);
  add_time(hasher, facts.st_ctim);
}

}  // namespace

bool on_a_disk_that_tells(const std::string& path) {
  constexpr std::array<std::uint32_t, 9> kThatTell{
      EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC,       BTRFS_SUPER_MAGIC, F2FS_SUPER_MAGIC,    TMPFS_MAGIC,
      RAMFS_MAGIC,      OVERLAYFS_SUPER_MAGIC, SQUASHFS_MAGIC,    EROFS_SUPER_MAGIC_V1};
  struct statfs system {};
  return ::statfs(path.c_str(), &system) == 0 &&
         std::ranges::find(kThatTell, static_cast<std::uint32_t>(system.f_type)) != kThatTell.end();
}

Hash fingerprint(const std::vector<std::string>& files, TellsChanges tells_changes, Progress* progress) {
  Hasher hasher;
  for (const std::string& file : files) {
    hasher.add(file);
    const std::filesystem::path path(file);
    path.filename() == kAnyName ? add_names(hasher, path.parent_path().string())
                                : add_file(hasher, file, tells_changes);
    if (progress) progress->step();
  }
  return hasher.done();
}

void Rescan::read(std::vector<std::string> files, Duration now) {
  files_ = std::move(files);
  held_.reset();
  due_ = now;
}

std::optional<Duration> Rescan::due() const { return due_; }

std::vector<std::string> Rescan::begin(Duration now) {
  if (!due_ || now < *due_ || files_.empty()) return {};
  due_.reset();
  return files_;
}

bool Rescan::looked(const Hash& print, Duration now) {
  due_ = now + kEvery;
  return std::exchange(held_, print).value_or(print) != print;
}

}  // namespace xp::player
