// SPDX-License-Identifier: MIT
// For LD_PRELOAD: one call of the system on the files of a folder fails, the others are as ever.
//   XP_FAIL_UNDER  the folder
//   XP_FAIL_CALL   which call on it, from 1; 0: none
//   XP_FAIL_CODE   the errno that it fails with
//   XP_FAIL_TOLD   a file outside of it that says in the end how many calls there were, then which one failed
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

long number(const char* name) {
  const char* value = std::getenv(name);
  return value ? std::strtol(value, nullptr, 10) : 0;
}

std::string_view text(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::atomic<long> calls{0};
std::string failed;  ///< by the only thread that comes there

/// Counts the call; true: it is the one.
bool is_the_one(const char* name, std::string_view path) {
  static const std::string_view folder = text("XP_FAIL_UNDER");
  static const long which = number("XP_FAIL_CALL"), code = number("XP_FAIL_CODE");
  if (folder.empty() || path.substr(0, folder.size()) != folder) return false;
  if (++calls != which) return false;
  failed = std::string(name) + ' ' + std::string(path.substr(folder.size()));
  errno = static_cast<int>(code);
  return true;
}

bool is_the_one(const char* name, int file) {
  char link[64], path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = ::readlink(link, path, sizeof path);
  return size > 0 && is_the_one(name, std::string_view(path, static_cast<std::size_t>(size)));
}

template <class F>
F real(const char* name) {
  return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

/// By the system itself: open() of this library would count.
struct Tally {
  ~Tally() {
    const std::string path(text("XP_FAIL_TOLD")), line = std::to_string(calls) + '\n' + failed + '\n';
    const long file = ::syscall(SYS_open, path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) ::syscall(SYS_write, file, line.data(), line.size());
  }
} tally;

}  // namespace

extern "C" {

#define XP_OPEN(name)                                                      \
  int name(const char* path, int flags, ...) {                             \
    std::va_list more;                                                     \
    va_start(more, flags);                                                 \
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0; \
    va_end(more);                                                          \
    if (is_the_one(#name, path)) return -1;                                \
    return real<int (*)(const char*, int, ...)>(#name)(path, flags, mode); \
  }
XP_OPEN(open)
XP_OPEN(open64)
#undef XP_OPEN

ssize_t read(int file, void* to, std::size_t size) {
  return is_the_one("read", file) ? -1 : real<ssize_t (*)(int, void*, std::size_t)>("read")(file, to, size);
}
ssize_t write(int file, const void* from, std::size_t size) {
  return is_the_one("write", file)
             ? -1
             : real<ssize_t (*)(int, const void*, std::size_t)>("write")(file, from, size);
}

#define XP_AT(name, pointer)                                                                         \
  ssize_t name(int file, pointer buffer, std::size_t size, off_t at) {                               \
    return is_the_one(#name, file)                                                                   \
               ? -1                                                                                  \
               : real<ssize_t (*)(int, pointer, std::size_t, off_t)>(#name)(file, buffer, size, at); \
  }
XP_AT(pread, void*)
XP_AT(pread64, void*)
XP_AT(pwrite, const void*)
XP_AT(pwrite64, const void*)
#undef XP_AT

int fsync(int file) { return is_the_one("fsync", file) ? -1 : real<int (*)(int)>("fsync")(file); }
int fdatasync(int file) { return is_the_one("fdatasync", file) ? -1 : real<int (*)(int)>("fdatasync")(file); }
int ftruncate(int file, off_t size) noexcept {
  return is_the_one("ftruncate", file) ? -1 : real<int (*)(int, off_t)>("ftruncate")(file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
  return is_the_one("ftruncate64", file) ? -1 : real<int (*)(int, off64_t)>("ftruncate64")(file, size);
}
int rename(const char* from, const char* to) noexcept {
  return is_the_one("rename", from) ? -1 : real<int (*)(const char*, const char*)>("rename")(from, to);
}
int unlink(const char* path) noexcept {
  return is_the_one("unlink", path) ? -1 : real<int (*)(const char*)>("unlink")(path);
}
int mkdir(const char* path, mode_t mode) noexcept {
  return is_the_one("mkdir", path) ? -1 : real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

}  // extern "C"
