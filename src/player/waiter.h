// SPDX-License-Identifier: MIT
// The one place where the player sleeps: a single ppoll over everything that can wake it (design §5). In its
// virtual form time jumps instead.
#pragma once

#include <memory>

#include "base/result.h"
#include "base/time.h"

namespace xp::player {

/// Why the sleep ended; nothing set: the time had come.
struct Wake {
  bool stop = false;       ///< SIGTERM, SIGINT or SIGHUP
  bool files = false;      ///< a watched folder changed
  bool worker = false;     ///< the worker finished something
  bool display = false;    ///< the display has events
  bool clock_set = false;  ///< somebody set the wall clock
};

class Waiter {
 public:
  virtual ~Waiter() = default;
  virtual ClockReading now() = 0;
  /// Sleeps until `deadline` of the monotonic clock or until something happens. `display`:
  /// Presenter::wait_descriptor().
  virtual Wake wait(Duration deadline, int display) = 0;
};

/// Descriptors that wake the sleeper; −1: none.
struct WakeDescriptors {
  int files = -1, worker = -1;
};

/// SIGTERM, SIGINT and SIGHUP come to the waiter instead of ending the process. Before any thread is started.
void take_over_signals();

Result<std::unique_ptr<Waiter>> open_real_waiter(WakeDescriptors descriptors);

/// As fast as the machine can: wait() moves its own clocks to the deadline and asks `real` without sleeping.
class VirtualWaiter final : public Waiter {
 public:
  VirtualWaiter(ClockReading start, Waiter* real) : now_(start), real_(real) {}
  ClockReading now() override { return now_; }
  Wake wait(Duration deadline, int display) override;

 private:
  ClockReading now_;
  Waiter* real_;  ///< null: nothing but time happens
};

}  // namespace xp::player
