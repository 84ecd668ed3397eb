// SPDX-License-Identifier: MIT
#include "media/decode_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "base/i18n.h"
#include "base/paths.h"
#include "media/decode/protocol.h"

namespace xp::media {
namespace {

/// The processor's time is limited by the decoder itself; this is for one that does not run at all.
constexpr int kWallLimitMs = 15'000;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

class SharedMemory {
 public:
  explicit SharedMemory(std::size_t size) : size_(size), descriptor_(created(size)) {
    if (descriptor_.number() >= 0) {
      address_ = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_.number(), 0);
    }
  }
  ~SharedMemory() {
    if (address_ != MAP_FAILED) munmap(address_, size_);
  }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;
  explicit operator bool() const { return address_ != MAP_FAILED; }
  char* data() const { return static_cast<char*>(address_); }
  int descriptor() const { return descriptor_.number(); }

 private:
  /// Sealed, so that the decoder cannot take the memory away under us. Out of the way of the numbers it is
  /// given.
  static int created(std::size_t size) {
    const Descriptor low(memfd_create("xuanping-picture", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (low.number() < 0 || ftruncate(low.number(), static_cast<off_t>(size)) != 0) return -1;
    if (fcntl(low.number(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) return -1;
    return fcntl(low.number(), F_DUPFD_CLOEXEC, 16);
  }

  std::size_t size_;
  Descriptor descriptor_;
  void* address_ = MAP_FAILED;
};

/// Beside the running program, in the build tree, or installed.
std::string decoder_path() {
  std::array<char, 4096> self{};
  const auto length = readlink("/proc/self/exe", self.data(), self.size());
  if (length > 0) {
    const std::string own(self.data(), static_cast<std::size_t>(length));
    const std::string beside = join_path(parent_of(own), "xuanping-decode");
    if (access(beside.c_str(), X_OK) == 0) return beside;
  }
  return access(XUANPING_DECODE_BUILT, X_OK) == 0 ? XUANPING_DECODE_BUILT : XUANPING_DECODE_INSTALLED;
}

/// What the decoder starts with: its two descriptors, no environment, the signals' default ways.
class Spawn {
 public:
  Spawn(int input, int output) {
    posix_spawn_file_actions_init(&files_);
    for (const int standard : {0, 1, 2})
      posix_spawn_file_actions_addopen(&files_, standard, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&files_, input, kInputDescriptor);
    posix_spawn_file_actions_adddup2(&files_, output, kOutputDescriptor);
    posix_spawn_file_actions_addclosefrom_np(&files_, kOutputDescriptor + 1);
    posix_spawnattr_init(&attributes_);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Spawn() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }
  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;

  /// The process, or −errno.
  pid_t start(const std::string& program) {
    std::string name = program;
    std::array<char*, 2> arguments{name.data(), nullptr};
    std::array<char*, 1> environment{nullptr};
    pid_t process = 0;
    const int failed =
        posix_spawn(&process, program.c_str(), &files_, &attributes_, arguments.data(), environment.data());
    return failed ? -failed : process;
  }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

/// The wait status; kills what takes too long.
int wait_for(pid_t process) {
  // By its number: glibc 2.36 declares pidfd_open for C only.
  const Descriptor watch(static_cast<int>(syscall(SYS_pidfd_open, process, 0)));
  pollfd ready{watch.number(), POLLIN, 0};
  int polled = -1;
  do {
    polled = watch.number() < 0 ? 1 : poll(&ready, 1, kWallLimitMs);
  } while (polled < 0 && errno == EINTR);
  if (polled == 0) kill(process, SIGKILL);
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::optional<Error> failure_of(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGKILL) return Error{tr("decoding the picture takes too long")};
    return Error{tr("the picture is cut off or damaged")};
  }
  switch (static_cast<Outcome>(WEXITSTATUS(status))) {
    case Outcome::decoded:
      return std::nullopt;
    case Outcome::damaged:
      return Error{tr("the picture is cut off or damaged")};
    case Outcome::unsupported:
      return Error{tr("this variant of the format is not supported (an animation?)")};
    case Outcome::no_memory:
      return Error{tr("decoding the picture takes too much memory")};
    case Outcome::unconfined:
      return Error{tr("the system refuses to confine the picture decoder")};
    case Outcome::misused:
      break;
  }
  return Error{tr("the picture decoder does not work")};
}

Result<Picture> picture_from(const SharedMemory& memory, std::size_t count) {
  DecodeHeader header;
  std::memcpy(&header, memory.data(), sizeof header);
  const bool plausible = header.width <= std::uint32_t{kMaxSide} &&
                         header.height <= std::uint32_t{kMaxSide} &&
                         std::size_t{header.width} * header.height == count;
  if (!plausible) return Error{tr("the picture is cut off or damaged")};
  Picture picture;
  picture.size = {static_cast<int>(header.width), static_cast<int>(header.height)};
  picture.opaque = header.opaque == 1;
  picture.pixels.resize(count);
  std::memcpy(picture.pixels.data(), memory.data() + kPixelOffset, count * sizeof(std::uint32_t));
  return picture;
}

}  // namespace

Result<Picture> decode_in_process(std::string_view file, Size claimed) {
  const std::size_t count = static_cast<std::size_t>(claimed.w) * static_cast<std::size_t>(claimed.h);
  const SharedMemory input(file.size()), output(kPixelOffset + count * sizeof(std::uint32_t));
  if (!input || !output) return Error{tr("there is not enough memory for the picture"), errno};
  std::memcpy(input.data(), file.data(), file.size());
  const DecodeHeader header{static_cast<std::uint32_t>(claimed.w), static_cast<std::uint32_t>(claimed.h), 0,
                            0};
  std::memcpy(output.data(), &header, sizeof header);
  const std::string program = decoder_path();
  const pid_t process = Spawn(input.descriptor(), output.descriptor()).start(program);
  if (process < 0) {
    return Error{trf("cannot start “{program}”: {reason}", fmt::arg("program", program),
                     fmt::arg("reason", std::strerror(-process))),
                 -process};
  }
  if (auto failure = failure_of(wait_for(process))) return *std::move(failure);
  return picture_from(output, count);
}

}  // namespace xp::media
