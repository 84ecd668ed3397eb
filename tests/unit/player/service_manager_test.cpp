// SPDX-License-Identifier: MIT
#include "player/service_manager.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>

namespace xp::player {

namespace {

/// What systemd listens on: a path, or @ and an abstract name.
class Listener {
 public:
  explicit Listener(std::string name) : descriptor_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name[0] == '@') name[0] = '\0';
    std::memcpy(address.sun_path, name.data(), name.size());
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    EXPECT_EQ(::bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), length), 0);
  }
  ~Listener() { ::close(descriptor_); }
  std::string heard() const {
    char buffer[256];
    const ssize_t got = ::recv(descriptor_, buffer, sizeof buffer, 0);
    return got < 0 ? std::string{} : std::string(buffer, static_cast<std::size_t>(got));
  }

 private:
  int descriptor_;
};

}  // namespace

TEST(ServiceManager, HearsUnderAnAbstractName) {
  const std::string name = "@xuanping-test-" + std::to_string(::getpid());
  const Listener listener(name);
  open_service_manager(name)->say("READY=1");
  EXPECT_EQ(listener.heard(), "READY=1");
}

TEST(ServiceManager, HearsUnderAPath) {
  const std::string path = testing::TempDir() + "xuanping-notify-" + std::to_string(::getpid());
  const Listener listener(path);
  open_service_manager(path)->say("WATCHDOG=1");
  EXPECT_EQ(listener.heard(), "WATCHDOG=1");
  ::unlink(path.c_str());
}

TEST(ServiceManager, OneThatDoesNotListenIsNoTrouble) {
  open_service_manager("/nowhere/at/all")->say("WATCHDOG=1");
}

TEST(ServiceManager, WithoutOneThereIsNone) {
  for (const std::string& name : {std::string(), std::string("@"), std::string("notify"),
                                  std::string("tcp:1"), "/" + std::string(200, 'x')})
    EXPECT_FALSE(open_service_manager(name)) << name;
}

TEST(ServiceManager, AsksForSignsOfLifeOfThisProcessOnly) {
  EXPECT_EQ(watchdog_period("10000000", "", "42"), seconds(10));
  EXPECT_EQ(watchdog_period("10000000", "42", "42"), seconds(10));
  EXPECT_FALSE(watchdog_period("10000000", "41", "42"));
  for (const char* text : {"", "0", "-1", "10s", "99999999999999999"})
    EXPECT_FALSE(watchdog_period(text, "", "42"));
}

}  // namespace xp::player
