// SPDX-License-Identifier: MIT
// A disk that fails at its n-th writing of the player's own files: what it says of itself, and what it
// remembers of its crashes.
#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "log_lines.h"
#include "player/crash_guard.h"
#include "player/crash_ladder.h"
#include "player/status_writer.h"
#include "soak.h"
#include "support/golden.h"
#include "theatre.h"

namespace xp::soak {

namespace {

using namespace std::chrono_literals;

constexpr std::array kWriteErrors{EIO, ENOSPC, EROFS};

/// Fails once. Each failure has a number of its own, so that the log cannot take two for one.
class FailingState final : public MemoryFiles {
 public:
  FailingState(int n, int code) : left_(n), code_(code) {}
  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    if (counts_reads && fails()) return error(path);
    return MemoryFiles::read(path, limit);
  }
  Status write_atomically(const std::string& path, std::string_view content) override {
    if (fails()) return error(path);
    return MemoryFiles::write_atomically(path, content);
  }
  bool counts_reads = false;
  int accesses() const { return accesses_; }
  const std::string& said() const { return said_; }

 private:
  bool fails() const {
    ++accesses_;
    return left_ > 0 && --left_ == 0;
  }
  Error error(const std::string& path) const {
    static int number = 0;
    said_ = fmt::format("failure {} of {}", ++number, path);
    return {said_ + ": " + std::generic_category().message(code_), code_};
  }
  mutable int left_, accesses_ = 0;
  int code_;
  mutable std::string said_;
};

/// The thread that writes, waited for each time.
class StatusFiles final : public player::StatusSink {
 public:
  explicit StatusFiles(FileSystem& files) : files_(files) {}
  void publish(player::PlayerStatus status) override {
    player::start_status_writer(files_, "state", [] {
      return player::MachineFacts{};
    })->publish(std::move(status));
  }

 private:
  FileSystem& files_;
};

struct Played {
  int code = 0;
  std::uint64_t pictures = 0, late = 0;
  Instant stopped;
};

Played play(FailingState& files) {
  player::VirtualWaiter waiter({{}, *parse_instant("2026-05-15T10:00:00+08:00")}, nullptr);
  StatusFiles sink(files);
  player::Health health({{}, &sink});
  Played played;
  played.code = play_on_stage(two_slogans(8s), {&waiter, &health, nullptr, 60s});
  played.pictures = health.status().frames.presented;
  played.late = health.status().frames.late;
  health.stopped(waiter.now());
  played.stopped = waiter.now().wall;
  return played;
}

int status_files(const Amount& amount, LogLines& log, Outcome& outcome) {
  FailingState well(0, 0);
  const Played as_it_should = play(well);
  const int last = well.accesses(), step = std::max(1, amount.rounds);
  outcome.require(last >= 12, fmt::format("only {} status files are written", last));
  int failures = 0;
  for (const int code : kWriteErrors) {
    for (int n = 1 + int(amount.seed % unsigned(step)); n <= last; n += step, ++failures) {
      FailingState files(n, code);
      const Played played = play(files);
      const std::string where = fmt::format("status file {} of {} ({})", n, last, code);
      outcome.require(played.code == 0 && played.pictures == as_it_should.pictures && played.late == 0,
                      where + ": other pictures, or late ones");
      outcome.require(log.fresh_with(files.said()) == 1, where + ": it is not said once");
      const auto status = player::parse_status(files.files["state/status.json"]);
      const bool newest = status && status->written == played.stopped;
      outcome.require(status && (newest || n > last - 2), where + ": the status stays old");
    }
  }
  return failures;
}

constexpr int kStarts = 12;

/// A slide that makes the player crash whenever it plays it, over some starts; how often it did.
struct Crashes {
  std::size_t count = 0;
  bool quarantined = false;
};
Crashes start_again_and_again(FailingState& files, int starts) {
  files.files["state/crashes.json"] = "{ half of it";
  const std::string marks = test::scratch_directory();
  files.counts_reads = true;
  const player::SlideVersion bad{"bad", hash_bytes("bad")};
  Crashes crashes;
  for (int start = 0; start < starts; ++start) {
    const Duration now = 10s * start;
    player::CrashGuard guard(files, marks, "boot", {now, Instant{} + now});
    crashes.quarantined = player::is_quarantined(guard.history(), bad);
    if (crashes.quarantined) {
      guard.mark().shows({"good", hash_bytes("good")}, hash_bytes("playlist"));
      guard.stops();
    } else {
      guard.mark().shows(bad, hash_bytes("playlist"));
      ++crashes.count;
    }
  }
  return crashes;
}

int crash_history(LogLines& log, Outcome& outcome) {
  FailingState well(0, 0);
  outcome.require(start_again_and_again(well, kStarts).count == player::kCrashesAStep,
                  "no quarantine without a failure");
  int failures = 0;
  for (const int code : kWriteErrors) {
    for (int n = 1; n <= well.accesses(); ++n, ++failures) {
      FailingState files(n, code);
      const Crashes crashes = start_again_and_again(files, kStarts + int(player::kCrashesAStep));
      const std::string where = fmt::format("access {} to the history of crashes ({})", n, code);
      outcome.require(crashes.quarantined, where + ": no quarantine");
      outcome.require(crashes.count <= 2 * player::kCrashesAStep,
                      fmt::format("{}: {} crashes", where, crashes.count));
      outcome.require(log.fresh_with(files.said()) == 1, where + ": it is not said once");
    }
  }
  return failures;
}

}  // namespace

Outcome failing_writes(const Amount& amount) {
  Outcome outcome;
  LogLines log;
  const int of_status = status_files(amount, log, outcome);
  const int of_crashes = crash_history(log, outcome);
  outcome.figures = fmt::format(
      "{} writings of the status and {} accesses to the history of crashes failed one by one (EIO, ENOSPC, "
      "EROFS): each is "
      "said once, no picture is missing or late, a crashing slide is left out all the same",
      of_status, of_crashes);
  return outcome;
}

}  // namespace xp::soak
