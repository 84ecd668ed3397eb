// SPDX-License-Identifier: MIT
// A player whose state directory takes nothing for a day of its life.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "base/unsynced_files.h"
#include "journal_sink.h"
#include "player/status_writer.h"
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

Instant opening() { return *parse_instant("2026-05-15T10:00:00+08:00"); }

/// Time jumps, and the journal has its turn whenever it is due, as on its thread beside the pictures. At the
/// real pace what the program does takes the time it really takes: a picture that waits for a disk is late.
enum class Pace { none, real };
class DiskWaiter final : public player::Waiter {
 public:
  DiskWaiter(playlog::Journal& journal, Pace pace, std::function<void(Duration)> at)
      : journal_(journal), pace_(pace), at_(std::move(at)) {}
  ClockReading now() override {
    const Duration t = elapsed_ + worked();
    return {t, opening() + t};
  }
  player::Wake wait(Duration deadline, int) override {
    const Duration due = journal_.due().value_or(deadline);
    elapsed_ = std::max(now().monotonic, std::min(deadline, due));
    at_(elapsed_);
    journal_.write(elapsed_);
    awake_since_ = read_clocks().monotonic;
    return {};
  }

 private:
  Duration worked() const {
    return pace_ == Pace::real ? read_clocks().monotonic - awake_since_ : Duration{};
  }

  playlog::Journal& journal_;
  Pace pace_;
  std::function<void(Duration)> at_;
  Duration elapsed_{}, awake_since_ = read_clocks().monotonic;
};

/// The status files as the player writes them, on a thread of their own.
class StatusFiles final : public player::StatusSink {
 public:
  explicit StatusFiles(const std::string& state)
      : files_(player::start_status_writer(unsynced_files(), state, [] { return player::MachineFacts{}; })) {}
  void publish(player::PlayerStatus status) override {
    reported = reported || !status.play_log_error.empty();
    files_->publish(std::move(status));
  }
  bool reported = false;  ///< that the play log cannot be written

 private:
  std::unique_ptr<player::StatusSink> files_;
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
  DiskWaiter waiter(journal, amount.timed ? Pace::real : Pace::none, [&](Duration now) {
    if (now >= full_from && now < full_until && !full) full.emplace(kFull);
    if (now >= full_until) full.reset();
  });
  JournalSink sink(journal);
  player::PlayRecord record(&sink, run);
  StatusFiles status(state);
  player::Health health({{}, &status});
  const int code = play_on_stage(two_slogans(8s), {&waiter, &health, &record, end});
  record.stopped(code, waiter.now());
  const player::FrameStatus& frames = health.status().frames;

  Outcome outcome;
  int gaps = 0;
  std::int64_t lost = 0, showings = 0;
  Duration covered{};
  const auto facts = playlog::read_log(state, [&](const playlog::Row& row) {
    showings += row.kind == playlog::RowKind::showing;
    if (row.kind != playlog::RowKind::gap) return;
    ++gaps;
    lost += row.lost;
    covered = row.end.wall - row.begin.wall;
    resumed = row.end.wall - opening();
    outcome.require(row.reason == playlog::Reason::not_written, "the gap has another cause");
  });
  outcome.require(code == 0 && frames.presented > 0, "nothing was shown");
  outcome.require(frames.late == 0, fmt::format("{} pictures were late", frames.late));
  outcome.require(status.reported && health.status().play_log_error.empty(), "the status does not say so");
  outcome.require(bool(facts) && facts->broken_at == 0, "the chain is broken");
  outcome.require(gaps == 1 && lost > 0, fmt::format("{} gaps", gaps));
  outcome.require(resumed && *resumed <= full_until + kLongestPause, "it was not taken up within a minute");
  outcome.require(showings + lost >= end / 8s - 1,
                  fmt::format("{} written and {} lost are too few", showings, lost));
  outcome.figures = fmt::format(
      "{} hours without room: {} pictures, {} late{}; {} showings written, {} in the gap of {}, taken up {} "
      "after",
      amount.rounds, frames.presented, frames.late,
      amount.timed ? fmt::format(" (the longest took {:.1f} ms)", double(frames.longest.count()) / 1e6) : "",
      showings, lost, format_duration(covered),
      resumed ? format_duration(std::max(*resumed - full_until, Duration{})) : "never");
  return outcome;
}

}  // namespace xp::soak
