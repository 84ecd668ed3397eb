// SPDX-License-Identifier: MIT
#include "player/waiter.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <csignal>

namespace xp::player {

namespace {

struct Event {
  int descriptor = eventfd(0, EFD_NONBLOCK);
  ~Event() { close(descriptor); }
  void ring() const { eventfd_write(descriptor, 1); }
};

std::unique_ptr<Waiter> real(WakeDescriptors descriptors = {}) {
  auto opened = open_real_waiter(descriptors);
  EXPECT_TRUE(opened);
  return *std::move(opened);
}

Wake wait_long(Waiter& waiter, int display = -1) {
  return waiter.wait(waiter.now().monotonic + std::chrono::hours(1), display);
}

bool any(const Wake& wake) {
  return wake.stop || wake.files || wake.worker || wake.display || wake.clock_set;
}

}  // namespace

TEST(RealWaiter, EveryDescriptorHasItsName) {
  const Event files, worker, display;
  const auto waiter = real({files.descriptor, worker.descriptor});
  worker.ring();
  Wake wake = wait_long(*waiter, display.descriptor);
  EXPECT_TRUE(wake.worker && !wake.files && !wake.display && !wake.stop);
  files.ring();
  display.ring();
  wake = wait_long(*waiter, display.descriptor);
  EXPECT_TRUE(wake.worker && wake.files && wake.display && !wake.stop);
}

TEST(RealWaiter, ATimeThatIsPastDoesNotSleep) {
  const auto waiter = real();
  EXPECT_FALSE(any(waiter->wait(Duration{}, -1)));
}

TEST(RealWaiter, SleepsUntilTheTime) {
  const auto waiter = real();
  const Duration deadline = waiter->now().monotonic + milliseconds(5);
  EXPECT_FALSE(any(waiter->wait(deadline, -1)));
  EXPECT_GE(waiter->now().monotonic, deadline);
}

TEST(RealWaiter, SignalsStopItOnce) {
  take_over_signals();
  const auto waiter = real();
  for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
    raise(number);
    EXPECT_TRUE(wait_long(*waiter).stop) << number;
    EXPECT_FALSE(waiter->wait(Duration{}, -1).stop) << number;
  }
}

TEST(VirtualWaiter, JumpsToTheTime) {
  VirtualWaiter waiter({seconds(5), Instant{1000}}, nullptr);
  EXPECT_FALSE(any(waiter.wait(seconds(65), -1)));
  EXPECT_EQ(waiter.now().monotonic, seconds(65));
  EXPECT_EQ(waiter.now().wall, Instant{1000} + seconds(60));
  waiter.wait(seconds(1), -1);
  EXPECT_EQ(waiter.now().monotonic, seconds(65));
}

TEST(VirtualWaiter, StillHearsSignals) {
  take_over_signals();
  const auto waiter = real();
  VirtualWaiter jumping({}, waiter.get());
  EXPECT_FALSE(jumping.wait(seconds(3600), -1).stop);
  raise(SIGTERM);
  EXPECT_TRUE(jumping.wait(seconds(7200), -1).stop);
}

}  // namespace xp::player
