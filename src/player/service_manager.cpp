// SPDX-License-Identifier: MIT
#include "player/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstring>

namespace xp::player {

namespace {

class NotifySocket final : public ServiceManager {
 public:
  NotifySocket(int descriptor, const sockaddr_un& address, socklen_t length)
      : descriptor_(descriptor), address_(address), length_(length) {}
  ~NotifySocket() override { ::close(descriptor_); }
  NotifySocket(const NotifySocket&) = delete;
  NotifySocket& operator=(const NotifySocket&) = delete;

  void say(std::string_view lines) override {
    (void)::sendto(descriptor_, lines.data(), lines.size(), MSG_DONTWAIT | MSG_NOSIGNAL,
                   reinterpret_cast<const sockaddr*>(&address_), length_);
  }

 private:
  int descriptor_;
  sockaddr_un address_;
  socklen_t length_;
};

}  // namespace

std::unique_ptr<ServiceManager> open_service_manager(const std::string& socket) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket.size() < 2 || socket.size() >= sizeof address.sun_path) return nullptr;
  if (socket[0] != '/' && socket[0] != '@') return nullptr;
  std::memcpy(address.sun_path, socket.data(), socket.size());
  if (socket[0] == '@') address.sun_path[0] = '\0';
  const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return nullptr;
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket.size());
  return std::make_unique<NotifySocket>(descriptor, address, length);
}

std::optional<Duration> watchdog_period(std::string_view usec, std::string_view watched,
                                        std::string_view pid) {
  if (!watched.empty() && watched != pid) return std::nullopt;
  std::int64_t microseconds = 0;
  const auto [end, error] = std::from_chars(usec.data(), usec.data() + usec.size(), microseconds);
  if (error != std::errc{} || end != usec.data() + usec.size() || microseconds <= 0) return std::nullopt;
  if (microseconds > std::chrono::duration_cast<std::chrono::microseconds>(Duration::max()).count())
    return std::nullopt;
  return std::chrono::microseconds(microseconds);
}

}  // namespace xp::player
