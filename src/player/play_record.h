// SPDX-License-Identifier: MIT
// What the loop tells the play log.
#pragma once

#include <vector>

#include "base/time.h"
#include "playlog/recorder.h"
#include "show/frame.h"
#include "show/show.h"

namespace xp::player {

/// Main thread. Nothing here waits.
class PlayRecord {
 public:
  /// `sink`: null: nobody keeps a log.
  PlayRecord(playlog::Sink* sink, playlog::Run run) : recorder_(sink, std::move(run)) {}

  void shows(const show::Show& show, const std::vector<show::Showing>& showing, Instant t,
             ClockReading reading);
  void shows_standby(ClockReading reading);
  void lacks_display(ClockReading reading);
  void hidden(ClockReading reading);  ///< the picture did not get to the screen
  void visible(ClockReading reading);
  void turn(ClockReading reading);
  void stopped(int exit_code, ClockReading reading);
  /// Of all that follows.
  void trusts_clock(show::ClockState state);
  /// Why it cannot be written; empty: it can.
  std::string trouble() const { return recorder_.trouble(); }

 private:
  playlog::Recorder recorder_;
  playlog::ClockState clock_ = playlog::ClockState::trusted;
};

}  // namespace xp::player
