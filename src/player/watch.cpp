// SPDX-License-Identifier: MIT
#include "player/watch.h"

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/i18n.h"

namespace xp::player {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kEvents =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR;
constexpr int kMaxLinks = 16;  ///< as the kernel: more are a loop

void add_names(const fs::path& file, std::set<WatchedName>& out, int links) {
  fs::path folder = file.root_path();
  const fs::path relative = file.relative_path();
  const std::vector<fs::path> parts(relative.begin(), relative.end());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const fs::path here = folder / parts[i];
    std::error_code error;
    const fs::file_status status = fs::symlink_status(here, error);
    const bool missing = !fs::exists(status), link = fs::is_symlink(status);
    if (missing || link || i + 2 >= parts.size()) out.insert({folder.string(), parts[i].string()});
    if (missing) return;
    if (link && links < kMaxLinks) {
      const fs::path target = fs::read_symlink(here, error);
      if (!error) add_names((folder / target).lexically_normal(), out, links + 1);
    }
    folder = here;
  }
}

/// When the file was last changed or put into its place; the beginning of time where there is none.
Instant change_time(const std::string& file) {
  struct stat info {};
  if (stat(file.c_str(), &info) != 0) return Instant{0};
  return Instant{info.st_ctim.tv_sec * 1'000'000'000 + info.st_ctim.tv_nsec};
}

class FolderWatch final : public Watch {
 public:
  explicit FolderWatch(int descriptor) : descriptor_(descriptor) {}
  ~FolderWatch() override { close(descriptor_); }

  bool watch(const std::vector<std::string>& files, Instant since) override;
  bool changed() override;
  int descriptor() const override { return descriptor_; }

 private:
  bool concerns(const inotify_event& event) const;

  int descriptor_;
  std::map<int, std::set<std::string>> names_;  ///< by watch
};

bool FolderWatch::watch(const std::vector<std::string>& files, Instant since) {
  std::map<int, std::set<std::string>> names;
  std::map<std::string, int> ids;  // many files lie in one folder
  bool late = false;
  for (const std::string& file : files) {
    for (const WatchedName& watched : watched_names(file)) {
      const auto [known, fresh] = ids.try_emplace(watched.folder);
      if (fresh) known->second = inotify_add_watch(descriptor_, watched.folder.c_str(), kEvents);
      if (known->second >= 0) names[known->second].insert(watched.name);
    }
    late = late || change_time(file) >= since;
  }
  for (const auto& [id, unused] : names_) {
    if (!names.contains(id)) inotify_rm_watch(descriptor_, id);
  }
  names_ = std::move(names);
  return late;
}

bool FolderWatch::concerns(const inotify_event& event) const {
  if (event.mask & IN_Q_OVERFLOW) return true;  // something was lost; it may have been ours
  const auto found = names_.find(event.wd);
  if (found == names_.end() || event.len == 0) return false;
  return found->second.contains(event.name) || (found->second.contains(kAnyName) && event.name[0] != '.');
}

bool FolderWatch::changed() {
  alignas(inotify_event) char buffer[16384];
  bool any = false;
  for (ssize_t length; (length = read(descriptor_, buffer, sizeof buffer)) > 0;) {
    for (const char* at = buffer; at < buffer + length;) {
      const auto& event = *reinterpret_cast<const inotify_event*>(at);
      any = any || concerns(event);
      at += sizeof event + event.len;
    }
  }
  return any;
}

class NoWatch final : public Watch {
 public:
  bool watch(const std::vector<std::string>&, Instant) override { return false; }
  bool changed() override { return false; }
  int descriptor() const override { return -1; }
};

}  // namespace

std::unique_ptr<Watch> no_watch() { return std::make_unique<NoWatch>(); }

std::set<WatchedName> watched_names(const std::string& file) {
  std::set<WatchedName> out;
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error).lexically_normal();
  if (!error) add_names(absolute, out, 0);
  return out;
}

Result<std::unique_ptr<Watch>> open_folder_watch() {
  const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor < 0) {
    const int code = errno;
    return Error{trf("cannot watch files: {reason}", fmt::arg("reason", std::strerror(code))), code};
  }
  return std::unique_ptr<Watch>(std::make_unique<FolderWatch>(descriptor));
}

}  // namespace xp::player
