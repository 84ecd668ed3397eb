// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/i18n.h"
#include "base/paths.h"
#include "base/unsynced_files.h"

namespace xp::inline base {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  explicit operator bool() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string reason(int code) { return std::generic_category().message(code); }

Error read_error(const std::string& path, int code) {
  const auto name = fmt::arg("path", path);
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return {trf("there is no file “{path}”", name), code};
    case EACCES:
    case EPERM:
      return {trf("“{path}” may not be read: permission denied", name), code};
    case EISDIR:
      return {trf("“{path}” is a folder, not a file", name), code};
    case EINVAL:
      return {trf("“{path}” is a device or a pipe, not a file", name), code};
    default:
      return {trf("“{path}” cannot be read: {reason}", name, fmt::arg("reason", reason(code))), code};
  }
}

Error too_large(const std::string& path, std::size_t limit) {
  return {trf("“{path}” is larger than {limit} bytes", fmt::arg("path", path), fmt::arg("limit", limit)),
          EFBIG};
}

Error write_error(const std::string& path, int code) {
  return {
      trf("“{path}” cannot be written: {reason}", fmt::arg("path", path), fmt::arg("reason", reason(code))),
      code};
}

int write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// Whether a file is on the disk once it is written, or some time later.
enum class Sync { now, later };

/// errno, or 0.
int write_new(const std::string& path, std::string_view content, Sync sync) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file) return errno;
  if (const int code = write_all(file.get(), content)) return code;
  return sync == Sync::later || ::fsync(file.get()) == 0 ? 0 : errno;
}

/// A device or a pipe, which a regular file must not replace.
int write_through(const std::string& path, std::string_view content) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
  return file ? write_all(file.get(), content) : errno;
}

/// What a link points to in the end, whether it is there or not.
std::string behind_links(std::string path) {
  std::error_code none;
  for (auto target = std::filesystem::read_symlink(path, none); !none;
       target = std::filesystem::read_symlink(path, none))
    path = join_path(parent_of(path), target.string());
  return path;
}

int sync_directory(const std::string& path) {
  const Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory) return errno;
  // Some file systems (FUSE, SMB) cannot sync a directory and say EINVAL; the rename has happened all the
  // same.
  return ::fsync(directory.get()) == 0 || errno == EINVAL ? 0 : errno;
}

std::string temporary_name(const std::string& path) {
  static std::atomic<unsigned> next{0};
  return fmt::format("{}.{}-{}.tmp", path, ::getpid(), next++);
}

class RealFiles : public FileSystem {
 public:
  explicit RealFiles(Sync sync) : sync_(sync) {}

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    // Without O_NONBLOCK the opening of a pipe waits for a writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) return read_error(path, errno == ENXIO ? EINVAL : errno);
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0) return read_error(path, errno);
    if (S_ISDIR(facts.st_mode)) return read_error(path, EISDIR);
    if (!S_ISREG(facts.st_mode)) return read_error(path, EINVAL);
    if (static_cast<std::uintmax_t>(facts.st_size) > limit) return too_large(path, limit);
    return read_all(file.get(), path, static_cast<std::size_t>(facts.st_size), limit);
  }

  Status write_atomically(const std::string& path, std::string_view content) override {
    struct stat facts {};
    const bool there = ::stat(path.c_str(), &facts) == 0;
    if (!there && errno == ELOOP) return write_error(path, ELOOP);
    const bool special = there && !S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode);
    const int code = special ? write_through(path, content) : replace(behind_links(path), content);
    return code == 0 ? Status(Done{}) : write_error(path, code);
  }

  bool is_file(const std::string& path) const override {
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
  }

  bool is_directory(const std::string& path) const override {
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode);
  }

 private:
  /// errno, or 0.
  int replace(const std::string& path, std::string_view content) const {
    const std::string temporary = temporary_name(path);
    int code = write_new(temporary, content, sync_);
    if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
    if (code == 0 && sync_ == Sync::now) code = sync_directory(parent_of(path));
    if (code != 0) ::unlink(temporary.c_str());
    return code;
  }

  /// The size is a hint: a file may grow while it is read, and those of /proc say 0.
  static Result<std::string> read_all(int fd, const std::string& path, std::size_t hint, std::size_t limit) {
    std::string content;
    std::size_t used = 0;
    for (std::size_t room = hint + 1;; room = 64 * 1024) {
      content.resize(used + room);
      const ssize_t got = ::read(fd, content.data() + used, room);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return read_error(path, errno);
      used += static_cast<std::size_t>(got);
      if (used > limit) return too_large(path, limit);
      if (got == 0) break;
    }
    content.resize(used);
    return content;
  }

  Sync sync_;
};

}  // namespace

FileSystem& real_files() {
  static RealFiles files(Sync::now);
  return files;
}

FileSystem& unsynced_files() {
  static RealFiles files(Sync::later);
  return files;
}

Result<std::string> MemoryFiles::read(const std::string& path, std::size_t limit) const {
  const auto found = files.find(path);
  if (found == files.end()) return read_error(path, is_directory(path) ? EISDIR : ENOENT);
  if (found->second.size() > limit) return too_large(path, limit);
  return found->second;
}

Status MemoryFiles::write_atomically(const std::string& path, std::string_view content) {
  files.insert_or_assign(path, std::string(content));
  return Done{};
}

bool MemoryFiles::is_file(const std::string& path) const { return files.contains(path); }

bool MemoryFiles::is_directory(const std::string& path) const {
  const std::string folder = path.ends_with('/') ? path : path + '/';
  const auto first = files.lower_bound(folder);
  return first != files.end() && first->first.starts_with(folder);
}

}  // namespace xp::inline base
