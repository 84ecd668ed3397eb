// SPDX-License-Identifier: MIT
#include "player/watchdog.h"

#include <algorithm>
#include <utility>

#include "base/i18n.h"

namespace xp::player {

namespace {

/// Over wall time that stands still show time runs on so far, before it is set back to it (show_clock.h).
constexpr Duration kFidgets = milliseconds(300);

}  // namespace

void Watchdog::presented(Duration took) { slowest_ = std::max(slowest_, took); }

std::string Watchdog::check(const Signs& signs) {
  const bool stands = stands_still(signs);
  std::string what = stands && stood_ ? tr("show time stands still") : wrong(signs);
  stood_ = stands;
  last_ = signs;
  slowest_ = {};
  next_ = signs.reading.monotonic + step_;
  return what;
}

std::string Watchdog::wrong(const Signs& signs) const {
  if (slowest_ > step_) return trf("a picture took {time}", fmt::arg("time", format_duration(slowest_)));
  if (signs.picture_due && signs.reading.monotonic - *signs.picture_due > step_)
    return tr("a picture that is due does not come");
  const bool stands =
      last_ && signs.worker.busy && last_->worker.busy && signs.worker.steps == last_->worker.steps;
  // A player started anew would wait for the same files, and without a picture.
  if (stands && !signs.worker.on_files) return tr("the worker is stuck");
  return {};
}

bool Watchdog::stands_still(const Signs& signs) const {
  if (!last_ || !signs.time_runs || !last_->time_runs) return false;
  const Duration passed = signs.show_time - last_->show_time, least = std::min(kFidgets, step_ / 2);
  return passed < least && -passed < least;
}

}  // namespace xp::player
