// SPDX-License-Identifier: MIT
// A machine on which every player crashes, for a day: how often one is started.
#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "player/crash_guard.h"
#include "soak.h"
#include "support/golden.h"

namespace xp::soak {

namespace {

using namespace std::chrono_literals;

constexpr Duration kLives = 1s;    ///< a player, from its first picture to the crash
constexpr Duration kRestart = 1s;  ///< RestartSec of the unit
constexpr std::ptrdiff_t kMostStarts = 10;

enum class Fatal { slides, card_too };

/// When players were started, within `length`.
std::vector<Duration> starts_within(Duration length, Fatal fatal) {
  const std::string state = test::scratch_directory();
  std::vector<Duration> starts;
  for (Duration now{}; now < length; now += kLives + kRestart) {
    starts.push_back(now);
    player::CrashGuard guard(real_files(), state, "boot", {now, Instant{} + now});
    const bool card = guard.play_from() > now && !guard.stays_dark();
    if (card) guard.mark().shows_card();
    if (card && fatal == Fatal::card_too) continue;
    now = std::max(now, guard.play_from());
    guard.mark().shows({fmt::format("slide-{}", starts.size() % 7), hash_bytes("slide")},
                       hash_bytes("playlist"));
  }
  return starts;
}

/// The most within any hour.
std::ptrdiff_t most_an_hour(const std::vector<Duration>& starts) {
  std::ptrdiff_t most = 0;
  for (auto first = starts.begin(); first != starts.end(); ++first)
    most = std::max(most, std::lower_bound(first, starts.end(), *first + 1h) - first);
  return most;
}

}  // namespace

Outcome crash_loop(const Amount& amount) {
  Outcome outcome;
  for (const Fatal fatal : {Fatal::slides, Fatal::card_too}) {
    const std::vector<Duration> starts = starts_within(std::chrono::hours(amount.rounds), fatal);
    const std::ptrdiff_t most = most_an_hour(starts);
    outcome.require(most <= kMostStarts, fmt::format("{} starts within an hour", most));
    outcome.require(std::ssize(starts) >= amount.rounds * 5, "it hardly tries");
    outcome.figures += fmt::format(
        "{}{}: {} starts in {} hours, at most {} in any of them", outcome.figures.empty() ? "" : "; ",
        fatal == Fatal::slides ? "every slide" : "the card too", starts.size(), amount.rounds, most);
  }
  return outcome;
}

}  // namespace xp::soak
