// SPDX-License-Identifier: MIT
// Which of several scheduled things are active, stretch by stretch of a day.
#pragma once

#include <memory>
#include <vector>

#include "base/time.h"
#include "playlist/calendar.h"
#include "playlist/schedule.h"

namespace xp::playlist {

/// One entry a thing.
using Mask = std::vector<bool>;

/// Immutable; any thread. Days are worked out once and remembered.
class Activity {
 public:
  /// A thing is active where all of its schedules are.
  using Rules = std::vector<Schedule>;
  Activity(std::vector<Rules> things, CalendarPtr calendar, UtcOffset offset);

  /// A stretch [begin, end) in which the same things are active, as long as it can be within its day.
  struct Stretch {
    Instant begin, end;
    Mask active;
  };
  using StretchPtr = std::shared_ptr<const Stretch>;
  StretchPtr at(Instant t) const;
  /// None of the things has a rule: all are always active.
  bool always() const { return always_; }
  /// How many edges of the schedules, midnight among them, lie within an hour at most.
  int most_edges_an_hour() const;
  std::size_t size() const { return things_.size(); }

 private:
  struct Memo;
  std::vector<StretchPtr> day_of(Instant midnight) const;
  Mask active_at(Instant t) const;

  std::vector<Rules> things_;
  CalendarPtr calendar_;
  UtcOffset offset_;
  bool always_;
  std::vector<int> edges_;  ///< minutes after midnight
  std::shared_ptr<Memo> memo_;
};

}  // namespace xp::playlist
