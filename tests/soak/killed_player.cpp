// SPDX-License-Identifier: MIT
// A player that is killed at any moment of reading anew and of writing its log.
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <map>
#include <random>
#include <thread>

#include "base/log.h"
#include "player/crash_mark.h"
#include "player/player.h"
#include "player/player_status.h"
#include "playlist/playlist.h"
#include "playlog/log_reader.h"
#include "soak.h"
#include "support/golden.h"

namespace xp::soak {

namespace {

constexpr Duration kLongestStart = seconds(3);
constexpr Duration kPatience = seconds(60);
constexpr double kSpeed = 20;  ///< slides of a second: twenty rows a second
constexpr const char* kScreen =
    "[screen]\nname = \"stage\"\nsize = [64, 32]\n\n[[zone]]\nname = \"main\"\nrect = [0, 0, 64, 32]\n";

std::string playlist_of(int version) {
  std::string text = fmt::format("[campaign]\ntitle = \"第{}版\"\n", version);
  for (int i = 0; i < 3; ++i)
    text += fmt::format("[[slide]]\nid = \"v{}-{}\"\nkind = \"slogan\"\ntext = \"第{}版{}\"\nduration = \"1s\"\n",
                        version, i, version, i);
  return text;
}

class Stage {
 public:
  Stage() : folder_(test::scratch_directory()), state_(folder_ + "/state") {
    (void)real_files().write_atomically(folder_ + "/screen.toml", kScreen);
  }
  ~Stage() { kill(); }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  const std::string& state() const { return state_; }

  /// The hash that the player will say it shows.
  std::string save(int version) {
    (void)real_files().write_atomically(folder_ + "/playlist.toml", playlist_of(version));
    Diagnostics ignored;
    const auto playlist = playlist::read_playlist(real_files(), folder_ + "/playlist.toml", ignored);
    return playlist ? playlist->hash.hex() : std::string{};
  }

  /// As after a power cut: what a crash leads to is another story.
  void start() {
    for (const char* file : {player::kMarkFile, player::kCrashFile})
      std::filesystem::remove(state_ + "/" + file);
    player_ = ::fork();
    if (player_ != 0) return;
    set_log_level(LogLevel::error);
    player::PlayOptions options;
    options.data.roots = {test::source_path("")};
    options.version = "soak";
    options.playlist = folder_ + "/playlist.toml";
    options.screen = folder_ + "/screen.toml";
    options.state_directory = state_;
    options.own_state = true;
    options.offscreen = true;
    options.speed = kSpeed;
    ::_exit(player::play(options));
  }

  /// The hash of what it plays; empty: it does not yet.
  std::string playing() const {
    const auto text = real_files().read(state_ + "/" + player::kStatusFile, 1 << 20);
    const auto status = text ? player::parse_status(*text) : Result<player::PlayerStatus>(text.error());
    const bool ours = status && status->pid == player_ && status->state == player::PlayerState::playing;
    return ours ? status->playlist_hash : std::string{};
  }

  void kill() {
    if (player_ <= 0) return;
    ::kill(player_, SIGKILL);
    ::waitpid(player_, nullptr, 0);
    player_ = 0;
  }

 private:
  std::string folder_, state_;
  pid_t player_ = 0;
};

/// What the log must never do between two looks at it.
class LogWatch {
 public:
  void look(const std::string& state, int round, Outcome& outcome) {
    std::map<std::string, Duration> last;  // by zone: when its latest showing began; the wall clock may be set back
    std::int64_t before = 0;
    const auto facts = playlog::read_log(state, [&](const playlog::Row& row) {
      outcome.require(before == 0 || row.sequence == before + 1, fmt::format("round {}: a row is missing", round));
      before = row.sequence;
      if (row.sequence == seen_)
        outcome.require(row.hash == hash_, fmt::format("round {}: row {} was changed", round, row.sequence));
      if (row.kind == playlog::RowKind::gap) return;
      Duration& began = last[row.subject.zone];
      outcome.require(row.begin.monotonic > began, fmt::format("round {}: row {} is there twice", round, row.sequence));
      began = row.begin.monotonic;
      unfinished_ += row.sequence > seen_ && row.reason == playlog::Reason::unfinished;
    });
    outcome.require(bool(facts), fmt::format("round {}: the log cannot be read", round));
    if (!facts) return;
    outcome.require(facts->broken_at == 0, fmt::format("round {}: the chain breaks at {}", round, facts->broken_at));
    outcome.require(facts->last >= seen_, fmt::format("round {}: committed rows are gone", round));
    seen_ = facts->last;
    hash_ = facts->head;
  }
  std::int64_t rows() const { return seen_; }
  int unfinished() const { return unfinished_; }

 private:
  std::int64_t seen_ = 0;
  playlog::Digest hash_{};
  int unfinished_ = 0;
};

}  // namespace

Outcome killed_player(const Amount& amount) {
  std::mt19937 random(amount.seed);
  const auto up_to = [&](int ms) { return milliseconds(std::uniform_int_distribution(0, ms)(random)); };
  Outcome outcome;
  Stage stage;
  LogWatch log;
  Duration longest{};
  int version = 0;
  std::string old = stage.save(version), fresh = old;
  for (int round = 0; round < amount.rounds; ++round) {
    const Duration begun = read_clocks().monotonic;
    stage.start();
    std::string shown;
    Duration taken{};
    while (shown.empty() && taken < kPatience) {
      std::this_thread::sleep_for(milliseconds(2));  // another process: there is nothing to wait on
      shown = stage.playing();
      taken = read_clocks().monotonic - begun;
    }
    longest = std::max(longest, taken);
    outcome.require(shown == old || shown == fresh, fmt::format("round {}: it shows neither the old nor the new", round));
    std::this_thread::sleep_for(up_to(150));
    old = fresh;
    fresh = stage.save(++version);
    std::this_thread::sleep_for(up_to(300));
    stage.kill();
    log.look(stage.state(), round, outcome);
  }
  if (amount.timed)
    outcome.require(longest <= kLongestStart, fmt::format("a start took {}", format_duration(longest)));
  outcome.figures = fmt::format(
      "{} times killed; the slowest start took {:.0f} ms; {} rows in one chain, {} of them closed as unfinished",
      amount.rounds, std::chrono::duration<double, std::milli>(longest).count(), log.rows(), log.unfinished());
  return outcome;
}

}  // namespace xp::soak
