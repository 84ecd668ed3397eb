// SPDX-License-Identifier: MIT
// The service manager that started the player: sd_notify's protocol. It is one datagram to a socket that the
// environment names, so there is no libsystemd: boards that start the player in another way need not have it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace xp::player {

class ServiceManager {
 public:
  virtual ~ServiceManager() = default;
  /// Lines of KEY=value. Never waits; a manager that does not listen misses it.
  virtual void say(std::string_view lines) = 0;
};

/// As $NOTIFY_SOCKET has it: a path, or @ and an abstract name. Null for anything else.
std::unique_ptr<ServiceManager> open_service_manager(const std::string& socket);

/// How long the manager waits for a sign of life: $WATCHDOG_USEC, where $WATCHDOG_PID is empty or `pid`.
std::optional<Duration> watchdog_period(std::string_view usec, std::string_view watched,
                                        std::string_view pid);

}  // namespace xp::player
