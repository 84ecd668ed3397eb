// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "playlog/journal.h"
#include "playlog/writer.h"

namespace xp::soak {

/// Gives the journal what it takes, and waits for no disk: who moves time on has the journal write.
class JournalSink final : public playlog::Sink {
 public:
  explicit JournalSink(playlog::Journal& journal) : journal_(journal) {}
  void take(playlog::Update update) override {
    showings += std::ranges::count(update.ended, playlog::RowKind::showing, &playlog::Row::kind);
    journal_.take(std::move(update));
  }
  std::string trouble() const override { return journal_.trouble(); }
  std::int64_t showings = 0;  ///< that ended

 private:
  playlog::Journal& journal_;
};

}  // namespace xp::soak
