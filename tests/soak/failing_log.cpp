// SPDX-License-Identifier: MIT
// A disk that fails at its n-th request while the play log is opened, written and closed, for every n, once
// or for a while.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <ranges>
#include <set>
#include <vector>

#include "journal_sink.h"
#include "playlog/log_file.h"
#include "playlog/log_reader.h"
#include "soak.h"
#include "support/failing_sqlite.h"
#include "support/golden.h"
#include "theatre.h"

namespace xp::soak {

namespace {

using namespace std::chrono_literals;
using test::DiskFault;
using test::FaultLasts;

constexpr auto kSlide = 4s;
constexpr Duration kWatched = 18s;  ///< faults begin before
constexpr Duration kMended = 40s;
constexpr Duration kPatience = 60s;
constexpr Duration kEnd = kMended + kPatience + 2s;
const playlog::Run kBefore{"boot", "before", false}, kNow{"boot", "now", false}, kNext{"boot", "next", false};

enum class When { playing, stopping };

struct Fault {
  DiskFault kind = DiskFault::broken;
  FaultLasts lasts = FaultLasts::once;
  When when = When::playing;
  int n = 0;  ///< 0: none
};

/// Time jumps, and the journal has its turn whenever it is due.
class LogWaiter final : public player::Waiter {
 public:
  LogWaiter(playlog::Journal& journal, std::function<void(Duration)> at)
      : journal_(journal), at_(std::move(at)) {}
  ClockReading now() override { return {elapsed_, *parse_instant("2026-05-15T10:00:00+08:00") + elapsed_}; }
  player::Wake wait(Duration deadline, int) override {
    elapsed_ = std::max(elapsed_, std::min(deadline, journal_.due().value_or(deadline)));
    at_(elapsed_);
    journal_.write(elapsed_);
    return {};
  }

 private:
  playlog::Journal& journal_;
  std::function<void(Duration)> at_;
  Duration elapsed_{};
};

/// Of the status, what it said of the log.
class Reported final : public player::StatusSink {
 public:
  void publish(player::PlayerStatus status) override {
    ever = ever || !status.play_log_error.empty();
    last = status.play_log_error;
  }
  bool ever = false;
  std::string last;
};

struct Played {
  int code = 0;
  Hash pictures;
  std::uint64_t late = 0;
  int requests = 0;  ///< of the disk, in the stretch that faults begin in
  bool failed = false;
  std::optional<Duration> trouble, resumed;
  bool reported = false, still_reported = false;
  std::int64_t showings = 0;
};

Hash followed_by(const Hash& hash, const scene::Scene& scene) {
  Hasher hasher;
  hasher.add(hash);
  for (const scene::Layer& layer : scene.layers)
    hasher.add(layer.ops->hash).add(layer.offset.x).add(layer.offset.y).add(layer.opacity);
  return hasher.done();
}

Played play(test::FailingSqlite& disk, const std::string& state, const Fault& fault) {
  const auto n_of = [&](When when) { return fault.when == when ? fault.n : 0; };
  Played played;
  std::optional<playlog::Journal> journal(std::in_place, state, kNow);
  LogWaiter waiter(*journal, [&](Duration now) {
    if (!journal->trouble().empty() && !played.trouble) played.trouble = now;
    if (journal->trouble().empty() && played.trouble && !played.resumed) played.resumed = now;
    if (fault.when == When::playing && now >= kWatched && played.requests == 0)
      played.requests = disk.requests();
    if (now >= kMended) disk.heal();
  });
  JournalSink sink(*journal);
  player::PlayRecord record(&sink, kNow);
  Reported reported;
  player::Health health({{}, &reported});
  Stage stage{&waiter, &health, &record, kEnd};
  stage.picture = [&](const scene::Scene& scene) { played.pictures = followed_by(played.pictures, scene); };
  disk.fail(fault.kind, n_of(When::playing), fault.lasts);
  played.code = play_on_stage(two_slogans(kSlide), stage);
  played.failed = disk.failed() > 0;

  disk.fail(fault.kind, n_of(When::stopping), fault.lasts);
  record.stopped(played.code, waiter.now());
  journal->flush(waiter.now().monotonic);
  journal.reset();
  if (fault.when == When::stopping) played.requests = disk.requests(), played.failed = disk.failed() > 0;
  disk.heal();
  played.late = health.status().frames.late;
  played.reported = reported.ever;
  played.still_reported = !reported.last.empty();
  played.showings = sink.showings;
  return played;
}

/// What is wrong with the log afterwards, once the next player has written; empty: nothing.
std::string wrong_with(const std::string& state, const std::vector<playlog::Digest>& before,
                       std::int64_t showings) {
  if (std::filesystem::exists(state + "/" + playlog::kLogFile + std::string(".bad")))
    return "a good log was moved aside";
  playlog::Journal next(state, kNext);
  playlog::Update update;
  update.now.at = {kEnd + kSlide, *parse_instant("2026-05-15T10:00:00+08:00") + kEnd + kSlide};
  next.take(std::move(update));
  next.flush({});
  if (!next.trouble().empty()) return "the next player cannot write it: " + next.trouble();
  std::vector<playlog::Row> rows;
  const auto facts = playlog::read_log(state, [&](const playlog::Row& row) { rows.push_back(row); });
  if (!facts) return facts.error().message;
  if (facts->broken_at) return fmt::format("the chain breaks at row {}", facts->broken_at);
  if (rows.size() < before.size() ||
      !std::ranges::equal(before, rows | std::views::take(before.size()), {}, {}, &playlog::Row::hash))
    return "rows from before are missing";
  std::int64_t counted = 0, lost = 0;
  std::set<Duration> begun;
  for (const playlog::Row& row : rows) {
    lost += row.lost;
    if (row.run != kNow || row.kind != playlog::RowKind::showing) continue;
    ++counted;
    if (!begun.insert(row.begin.monotonic).second) return "a showing is there twice";
  }
  if (counted + lost != showings)
    return fmt::format("of {} showings {} are written and {} said to be lost", showings, counted, lost);
  return {};
}

/// A state directory that a player left without a word, and the hashes of its rows.
std::vector<playlog::Digest> prepare(const std::string& left) {
  const std::string state = test::scratch_directory() + "/first";
  std::filesystem::remove_all(state);
  std::filesystem::create_directories(state);
  playlog::Journal journal(state, kBefore);
  LogWaiter waiter(journal, [](Duration) {});
  JournalSink sink(journal);
  player::PlayRecord record(&sink, kBefore);
  player::Health health(player::HealthParts{});
  play_on_stage(two_slogans(kSlide), {&waiter, &health, &record, kWatched});
  std::filesystem::remove_all(left);
  std::filesystem::copy(state, left);
  std::vector<playlog::Digest> hashes;
  (void)playlog::read_log(state, [&](const playlog::Row& row) { hashes.push_back(row.hash); });
  return hashes;
}

const char* name_of(DiskFault fault) {
  switch (fault) {
    case DiskFault::broken:
      return "EIO";
    case DiskFault::full:
      return "ENOSPC";
    case DiskFault::read_only:
      return "EROFS";
  }
  return "";
}

}  // namespace

Outcome failing_log(const Amount& amount) {
  const int step = std::max(1, amount.rounds);
  test::FailingSqlite disk;
  const std::string folder = test::scratch_directory(), left = folder + "/left", state = folder + "/state";
  const std::vector<playlog::Digest> before = prepare(left);
  const auto play_anew = [&](const Fault& fault) {
    std::filesystem::remove_all(state);
    std::filesystem::copy(left, state);
    return play(disk, state, fault);
  };
  Outcome outcome;
  outcome.require(!before.empty(), "nothing was written before");
  int plays = 0, troubles = 0;
  Duration longest{};
  const Hash well = play_anew({}).pictures;
  for (const DiskFault kind : {DiskFault::broken, DiskFault::full, DiskFault::read_only}) {
    for (const When when : {When::playing, When::stopping}) {
      const int last = play_anew({kind, FaultLasts::once, when, 0}).requests;
      outcome.require(last > 0, "nothing is asked of the disk");
      for (const FaultLasts lasts : {FaultLasts::once, FaultLasts::on}) {
        for (int n = 1 + int(amount.seed % unsigned(step)); n <= last; n += step, ++plays) {
          const Played played = play_anew({kind, lasts, when, n});
          const std::string where = fmt::format("{} {} from request {} of {} while {}", name_of(kind),
                                                lasts == FaultLasts::once ? "once" : "on", n, last,
                                                when == When::playing ? "playing" : "stopping");
          outcome.require(played.failed, where + ": nothing failed");
          outcome.require(played.code == 0 && played.pictures == well && played.late == 0,
                          where + ": other pictures, or late ones");
          const std::string wrong = wrong_with(state, before, played.showings);
          outcome.require(wrong.empty(), where + ": " + wrong);
          if (!played.trouble) continue;
          ++troubles;
          outcome.require(played.reported && !played.still_reported, where + ": the status does not say so");
          const Duration mended = lasts == FaultLasts::once ? *played.trouble : kMended;
          outcome.require(played.resumed && *played.resumed <= mended + kPatience,
                          where + ": it is not taken up");
          if (played.resumed) longest = std::max(longest, *played.resumed - mended);
        }
      }
    }
  }
  outcome.require(troubles > 0, "no failure was noticed");
  outcome.figures = fmt::format(
      "{} plays with a disk that fails at another request, {} kept the play log waiting: the same pictures, "
      "0 late, each reported; taken up at most {} after, no showing missing or twice",
      plays, troubles, format_duration(longest));
  return outcome;
}

}  // namespace xp::soak
