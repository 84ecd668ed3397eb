// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "player/waiter.h"
#include "playlog/journal.h"
#include "playlog/writer.h"

namespace xp::soak {

/// The journal as its thread does it, in the time of the player.
class JournalSink final : public playlog::Sink {
 public:
  JournalSink(playlog::Journal& journal, player::Waiter& clock) : journal_(journal), clock_(clock) {}
  void take(playlog::Update update) override {
    showings += std::ranges::count(update.ended, playlog::RowKind::showing, &playlog::Row::kind);
    journal_.take(std::move(update));
    journal_.write(clock_.now().monotonic);
  }
  std::string trouble() const override { return journal_.trouble(); }
  std::int64_t showings = 0;  ///< that ended

 private:
  playlog::Journal& journal_;
  player::Waiter& clock_;
};

}  // namespace xp::soak
