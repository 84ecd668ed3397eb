// SPDX-License-Identifier: MIT
#include "player/waiter.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/i18n.h"

namespace xp::player {

namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int number : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, number);
  return set;
}

timespec to_timespec(Duration d) {
  const auto whole = std::chrono::duration_cast<seconds>(d);
  return {whole.count(), static_cast<long>((d - whole).count())};
}

/// A timer that never rings but ends when somebody sets the clock.
bool arm_clock_watch(int timer) {
  itimerspec never{};
  never.it_value.tv_sec = std::int64_t{1} << 40;
  return timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) == 0;
}

class RealWaiter final : public Waiter {
 public:
  RealWaiter(WakeDescriptors descriptors, int signals, int clock_watch)
      : descriptors_(descriptors), signals_(signals), clock_watch_(clock_watch) {}
  ~RealWaiter() override {
    close(signals_);
    close(clock_watch_);
  }

  ClockReading now() override { return read_clocks(); }

  Wake wait(Duration deadline, int display) override {
    std::array<pollfd, 5> list{{{signals_, POLLIN, 0},
                                {clock_watch_, POLLIN, 0},
                                {descriptors_.files, POLLIN, 0},
                                {descriptors_.worker, POLLIN, 0},
                                {display, POLLIN, 0}}};
    const timespec timeout = to_timespec(std::max(deadline - now().monotonic, Duration{}));
    if (ppoll(list.data(), list.size(), &timeout, nullptr) <= 0) return {};
    const auto woke = [&](std::size_t i) { return list[i].revents != 0; };
    return {woke(0) && drain_signals(), woke(2), woke(3), woke(4), woke(1) && drain_clock_watch()};
  }

 private:
  bool drain_signals() {
    signalfd_siginfo info;
    bool any = false;
    while (read(signals_, &info, sizeof info) == sizeof info) any = true;
    return any;
  }
  bool drain_clock_watch() {
    std::uint64_t count = 0;
    const bool set = read(clock_watch_, &count, sizeof count) < 0 && errno == ECANCELED;
    return arm_clock_watch(clock_watch_) && set;
  }

  WakeDescriptors descriptors_;
  int signals_, clock_watch_;
};

}  // namespace

void take_over_signals() {
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // the log may be piped into something that ends before us
}

Result<std::unique_ptr<Waiter>> open_real_waiter(WakeDescriptors descriptors) {
  const sigset_t set = stop_signals();
  const int signals = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  const int clock_watch = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (signals >= 0 && clock_watch >= 0 && arm_clock_watch(clock_watch)) {
    return std::unique_ptr<Waiter>(std::make_unique<RealWaiter>(descriptors, signals, clock_watch));
  }
  const int code = errno;
  if (signals >= 0) close(signals);
  if (clock_watch >= 0) close(clock_watch);
  return Error{
      trf("cannot wait for signals and the clock: {reason}", fmt::arg("reason", std::strerror(code))), code};
}

Wake VirtualWaiter::wait(Duration deadline, int display) {
  const Wake wake = real_ ? real_->wait(Duration{}, display) : Wake{};
  const Duration step = std::max(deadline - now_.monotonic, Duration{});
  now_ = {now_.monotonic + step, now_.wall + step};
  return wake;
}

}  // namespace xp::player
