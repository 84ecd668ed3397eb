// SPDX-License-Identifier: MIT
#include "player/crash_ladder.h"

#include <algorithm>
#include <ranges>

namespace xp::player {

namespace {

constexpr Duration kHour = std::chrono::hours(1);
/// Without one guilty slide there is no quarantine between the whole playlist and the last good one.
constexpr std::size_t kCrashesOfNobody = 2 * kCrashesAStep;

/// Those that lie close enough together to take a step.
auto of_late(const CrashHistory& history) {
  return history.crashes | std::views::filter([now = history.crashes.back().at](const Crash& crash) {
           return now - crash.at <= kCrashWindow;
         });
}

/// A slide is guilty that crashed often of late; or thrice in a row, however long its loop is.
bool is_guilty(const CrashHistory& history, const SlideVersion& slide) {
  if (slide.slide.empty()) return false;
  const auto is_its = [&](const Crash& crash) { return crash.suspect == slide; };
  const auto& all = history.crashes;
  const bool in_a_row =
      all.size() >= kCrashesAStep && std::all_of(all.end() - kCrashesAStep, all.end(), is_its);
  return in_a_row || std::ranges::count_if(of_late(history), is_its) >= std::ptrdiff_t{kCrashesAStep};
}

void quarantine(CrashHistory& history, const SlideVersion& slide, Instant wall) {
  if (is_quarantined(history, slide)) return;
  auto& list = history.quarantined;
  list.push_back({slide, wall});
  if (list.size() > kMostQuarantined) list.erase(list.begin());
}

void climb(CrashHistory& history, Rung rung) {
  history.rung = rung;
  history.crashes.clear();
}

}  // namespace

CrashHistory after_crash(CrashHistory history, const Crash& crash, Instant wall) {
  const auto counts_no_more = [&](const Crash& c) {
    const bool other_playlist =
        c.playlist != Hash{} && crash.playlist != Hash{} && c.playlist != crash.playlist;
    return other_playlist || crash.at - c.at > kCalm;
  };
  std::erase_if(history.crashes, counts_no_more);
  history.crashes.push_back(crash);
  const bool guilty = is_guilty(history, crash.suspect);
  const auto lately = static_cast<std::size_t>(std::ranges::distance(of_late(history)));
  if (guilty) quarantine(history, crash.suspect, wall);
  switch (history.rung) {
    case Rung::whole:
      if (guilty)
        climb(history, Rung::quarantine);
      else if (lately >= kCrashesOfNobody)
        history.bad_playlist = crash.playlist, climb(history, Rung::last_good);
      break;
    case Rung::quarantine:
      if (lately >= kCrashesAStep) history.bad_playlist = crash.playlist, climb(history, Rung::last_good);
      break;
    case Rung::last_good:
      if (history.crashes.size() >= kCrashesAStep) climb(history, Rung::safe_card);
      break;
    case Rung::safe_card:
      if (guilty) history.crashes.clear();
      break;
  }
  return history;
}

CrashHistory after_boot(CrashHistory history, const std::string& boot_id) {
  if (history.boot_id == boot_id) return history;
  history = after_calm(std::move(history));
  history.starts.clear();
  history.boot_id = boot_id;
  return history;
}

CrashHistory after_calm(CrashHistory history) {
  climb(history, Rung::whole);
  return history;
}

CrashHistory after_start(CrashHistory history, Duration start) {
  auto& starts = history.starts;
  std::erase_if(starts, [&](Duration earlier) { return start - earlier >= kHour; });
  starts.push_back(start);
  if (starts.size() > kMostStarts) starts.erase(starts.begin());
  return history;
}

Duration may_play_at(const CrashHistory& history, Duration now) {
  const auto& starts = history.starts;
  const bool last_good_crashed = history.rung == Rung::last_good && !history.crashes.empty();
  const Duration rested = last_good_crashed || history.rung == Rung::safe_card ? now + kRestBetween : now;
  return starts.size() < kMostTries ? rested : std::max(rested, starts[starts.size() - kMostTries] + kHour);
}

bool is_quarantined(const CrashHistory& history, const SlideVersion& slide) {
  return std::ranges::find(history.quarantined, slide, &Quarantine::slide) != history.quarantined.end();
}

}  // namespace xp::player
