// SPDX-License-Identifier: MIT
// From what the screen shows at its moments to rows of the log.
#pragma once

#include <optional>
#include <vector>

#include "playlog/row.h"
#include "playlog/writer.h"

namespace xp::playlog {

/// A zone's slot, in show time.
struct Slot {
  Subject subject;
  Instant start, end;
};

/// One thread. Nothing here waits.
class Recorder {
 public:
  static constexpr Duration kSeenEvery = seconds(30);  ///< how much of a showing a crash can cost

  /// `sink`: null: nobody keeps a log.
  Recorder(Sink* sink, Run run) : sink_(sink), run_(std::move(run)) {}

  /// What all zones show from now on; `t`: show time.
  void shows(std::vector<Slot> slots, Instant t, Moment now);
  /// No slide any more: what was shown ends for `reason`, and the time until the next is a gap of the log.
  void shows_none(Reason reason, Moment now);
  /// The picture does not get to the screen, until shows() or visible().
  void hidden(Moment now);
  void visible(Moment now);
  /// At every turn: now and then says that what is shown is still shown.
  void turn(Moment now);
  /// The end of the run.
  void stopped(Reason reason, Moment now);
  /// As the sink's.
  std::string trouble() const { return sink_ ? sink_->trouble() : std::string{}; }

 private:
  struct Open {
    Slot slot;
    Row row;
    Instant began;         ///< show time
    Duration seen_before;  ///< seen_ when it began
  };
  bool goes_on(const Open& open, const Slot& slot, Instant t) const;
  Reason reason_of(const Open& open, const std::vector<Slot>& next, Instant t, Moment now) const;
  Row ended(const Open& open, Reason reason, Moment now) const;
  Duration seen(Moment now) const;
  void end_gap(Moment now, std::vector<Row>& rows);
  void publish(std::vector<Row> rows, Moment now);

  Sink* sink_;
  Run run_;
  std::vector<Open> open_;
  std::optional<Row> gap_;
  Duration seen_{};                        ///< how long anything was visible, until visible_since_
  std::optional<Duration> visible_since_;  ///< monotonic; nothing: it is hidden
  std::optional<Duration> published_;
};

}  // namespace xp::playlog
