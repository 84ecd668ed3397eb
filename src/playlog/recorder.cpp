// SPDX-License-Identifier: MIT
#include "playlog/recorder.h"

#include <algorithm>
#include <utility>

namespace xp::playlog {

namespace {

/// The log counts milliseconds; what is over sooner nobody can have seen.
constexpr Duration kShortest = milliseconds(1);

/// Show time follows wall time in small steps, by at most a thousandth of the time that passes.
bool was_moved(Duration shown, Duration passed) {
  const Duration error = shown > passed ? shown - passed : passed - shown;
  return error > seconds(1) + passed / 500;
}

ClockState worse(ClockState a, ClockState b) { return std::max(a, b); }

}  // namespace

Duration Recorder::seen(Moment now) const {
  return seen_ + (visible_since_ ? now.at.monotonic - *visible_since_ : Duration{});
}

void Recorder::hidden(Moment now) {
  seen_ = seen(now);
  visible_since_.reset();
}

void Recorder::visible(Moment now) {
  if (!visible_since_) visible_since_ = now.at.monotonic;
}

/// The same content is still in its time: a reload that left it alone does not end it.
bool Recorder::goes_on(const Open& open, const Slot& slot, Instant t) const {
  const Subject &a = open.slot.subject, &b = slot.subject;
  return a.zone == b.zone && a.slide == b.slide && a.content == b.content && t >= open.slot.start &&
         t < open.slot.end;
}

Reason Recorder::reason_of(const Open& open, const std::vector<Slot>& next, Instant t, Moment now) const {
  const Duration passed = now.at.monotonic - open.row.begin.monotonic;
  if (!run_.simulated && was_moved(t - open.began, passed)) return Reason::clock_set;
  if (t >= open.slot.end) return Reason::slot_over;
  if (t < open.slot.start) return Reason::clock_set;
  const bool same_show = std::ranges::all_of(
      next, [&](const Slot& slot) { return slot.subject.show == open.slot.subject.show; });
  return same_show ? Reason::preempted : Reason::reload;
}

Row Recorder::ended(const Open& open, Reason reason, Moment now) const {
  Row row = open.row;
  row.reason = reason;
  row.clock = worse(row.clock, now.clock);
  row.end = now.at;
  row.on_screen = seen(now) - open.seen_before;
  return row;
}

void Recorder::end_gap(Moment now, std::vector<Row>& rows) {
  if (!gap_) return;
  gap_->end = now.at;
  gap_->clock = worse(gap_->clock, now.clock);
  rows.push_back(*std::exchange(gap_, std::nullopt));
}

void Recorder::shows(std::vector<Slot> slots, Instant t, Moment now) {
  std::vector<Row> rows;
  end_gap(now, rows);
  std::vector<Open> open;
  for (Open& old : open_) {
    const auto same = std::ranges::find_if(slots, [&](const Slot& slot) { return goes_on(old, slot, t); });
    if (same == slots.end()) {
      const bool was_there = now.at.monotonic - old.row.begin.monotonic >= kShortest;
      if (was_there) rows.push_back(ended(old, reason_of(old, slots, t, now), now));
    } else {
      old.slot.end = same->end;
      open.push_back(std::move(old));
      slots.erase(same);
    }
  }
  for (Slot& slot : slots) {
    Row row;
    row.run = run_;
    row.subject = slot.subject;
    row.clock = now.clock;
    row.begin = now.at;
    open.push_back({std::move(slot), std::move(row), t, seen(now)});
  }
  open_ = std::move(open);
  publish(std::move(rows), now);
}

void Recorder::shows_none(Reason reason, Moment now) {
  if (gap_ && gap_->reason == reason) return;
  std::vector<Row> rows;
  end_gap(now, rows);
  for (const Open& open : open_) rows.push_back(ended(open, reason, now));
  open_.clear();
  gap_.emplace();
  gap_->kind = RowKind::gap;
  gap_->reason = reason;
  gap_->run = run_;
  gap_->clock = now.clock;
  gap_->begin = now.at;
  publish(std::move(rows), now);
}

void Recorder::turn(Moment now) {
  if (published_ && now.at.monotonic - *published_ >= kSeenEvery) publish({}, now);
}

void Recorder::stopped(Reason reason, Moment now) {
  std::vector<Row> rows;
  end_gap(now, rows);
  for (const Open& open : open_) rows.push_back(ended(open, reason, now));
  open_.clear();
  publish(std::move(rows), now);
}

void Recorder::publish(std::vector<Row> rows, Moment now) {
  published_ = now.at.monotonic;
  if (!sink_) return;
  Update update{std::move(rows), {}, {}, now};
  for (const Open& open : open_) update.open.push_back(ended(open, Reason::unfinished, now));
  sink_->take(std::move(update));
}

}  // namespace xp::playlog
