// SPDX-License-Identifier: MIT
#include "player/rescan.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/file.h"
#include "player/watch.h"

namespace xp::player {
namespace {

constexpr std::size_t kByContent = std::size_t{1} << 20;  // bytes; larger files go by their facts

void add_names(Hasher& hasher, const std::string& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  for (const std::string& name : names) hasher.add(name);
}

void add_file(Hasher& hasher, const std::string& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) {
    hasher.add(false);
    return;
  }
  const bool small = S_ISREG(facts.st_mode) && static_cast<std::size_t>(facts.st_size) <= kByContent;
  if (const auto content = small ? real_files().read(path, kByContent) : Result<std::string>(Error{"", 0})) {
    hasher.add(*content);
    return;
  }
  hasher.add(static_cast<std::int64_t>(facts.st_size)).add(static_cast<std::int64_t>(facts.st_mtim.tv_sec));
  hasher.add(static_cast<std::int64_t>(facts.st_mtim.tv_nsec)).add(static_cast<std::int64_t>(facts.st_ino));
}

}  // namespace

Hash fingerprint(const std::vector<std::string>& files) {
  Hasher hasher;
  for (const std::string& file : files) {
    hasher.add(file);
    const std::filesystem::path path(file);
    path.filename() == kAnyName ? add_names(hasher, path.parent_path().string()) : add_file(hasher, file);
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
