// SPDX-License-Identifier: MIT
// A player whose state directory takes nothing for a day of its life.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "player/loop.h"
#include "playlog/journal.h"
#include "playlog/log_reader.h"
#include "soak.h"
#include "support/full_disk.h"
#include "support/golden.h"
#include "theatre.h"

namespace xp::soak {

namespace {

using namespace std::chrono_literals;

constexpr Duration kLongestPause = 60s;
constexpr rlim_t kFull = 4096;

/// The journal as its thread does it, in the time of the player.
class JournalSink final : public playlog::Sink {
 public:
  JournalSink(playlog::Journal& journal, const std::function<Duration()>& now)
      : journal_(journal), now_(now) {}
  void take(playlog::Update update) override {
    journal_.take(std::move(update));
    journal_.write(now_());
  }

 private:
  playlog::Journal& journal_;
  const std::function<Duration()>& now_;
};

/// Time jumps; at the end of each hour `hour` is called, and every time that is due is the journal's too.
class DiskWaiter final : public player::Waiter {
 public:
  DiskWaiter(playlog::Journal& journal, std::function<void(Duration)> at)
      : journal_(journal), at_(std::move(at)) {}
  ClockReading now() override { return {elapsed_, *parse_instant("2026-05-15T10:00:00+08:00") + elapsed_}; }
  player::Wake wait(Duration deadline, int) override {
    const Duration due = journal_.due().value_or(deadline);
    elapsed_ = std::max(elapsed_, std::min(deadline, due));
    at_(elapsed_);
    journal_.write(elapsed_);
    return {};
  }

 private:
  playlog::Journal& journal_;
  std::function<void(Duration)> at_;
  Duration elapsed_{};
};

}  // namespace

Outcome full_disk(const Amount& amount) {
  const Duration full_from = 1h, full_until = full_from + std::chrono::hours(amount.rounds),
                 end = full_until + 30min;
  const std::string state = test::scratch_directory();
  const playlog::Run run{"boot", "soak", false};
  playlog::Journal journal(state, run);
  std::optional<test::FullDisk> full;
  std::optional<Duration> resumed;
  DiskWaiter waiter(journal, [&](Duration now) {
    if (now >= full_from && now < full_until && !full) full.emplace(kFull);
    if (now >= full_until) full.reset();
  });
  const std::function<Duration()> now = [&] {
    const Duration t = waiter.now().monotonic;
    return t;
  };
  JournalSink sink(journal, now);
  player::PlayRecord record(&sink, run);
  player::Health health{{}};
  const int code = play_on_stage(two_slogans(8s), {&waiter, &health, &record, end});
  record.stopped(code, waiter.now());
  const player::FrameStatus& frames = health.status().frames;

  Outcome outcome;
  int gaps = 0;
  std::int64_t lost = 0, showings = 0;
  const Instant opening = *parse_instant("2026-05-15T10:00:00+08:00");
  Duration covered{};
  const auto facts = playlog::read_log(state, [&](const playlog::Row& row) {
    showings += row.kind == playlog::RowKind::showing;
    if (row.kind != playlog::RowKind::gap) return;
    ++gaps;
    lost += row.lost;
    covered = row.end.wall - row.begin.wall;
    resumed = row.end.wall - opening;
    outcome.require(row.reason == playlog::Reason::not_written, "the gap has another cause");
  });
  outcome.require(code == 0 && frames.presented > 0, "nothing was shown");
  outcome.require(frames.late == 0, fmt::format("{} pictures were late", frames.late));
  outcome.require(bool(facts) && facts->broken_at == 0, "the chain is broken");
  outcome.require(gaps == 1 && lost > 0, fmt::format("{} gaps", gaps));
  outcome.require(resumed && *resumed <= full_until + kLongestPause, "it was not taken up within a minute");
  outcome.require(showings + lost >= end / 8s - 1,
                  fmt::format("{} written and {} lost are too few", showings, lost));
  outcome.figures = fmt::format(
      "{} hours without room: {} pictures, {} late; {} showings written, {} in the gap of {}, taken up {} "
      "after",
      amount.rounds, frames.presented, frames.late, showings, lost, format_duration(covered),
      resumed ? format_duration(std::max(*resumed - full_until, Duration{})) : "never");
  return outcome;
}

}  // namespace xp::soak
