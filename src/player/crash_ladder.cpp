// SPDX-License-Identifier: MIT
#include "player/crash_ladder.h"

#include <algorithm>

namespace xp::player {

namespace {

constexpr Duration kHour = std::chrono::hours(1);
/// Without one guilty slide there is no quarantine between the whole playlist and the last good one.
constexpr std::size_t kCrashesOfNobody = 2 * kCrashesAStep;

std::size_t crashes_of(const CrashHistory& history, const SlideVersion& slide) {
  return static_cast<std::size_t>(std::ranges::count(history.crashes, slide, &Crash::suspect));
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
    return other_playlist || crash.at - c.at > kCrashWindow;
  };
  std::erase_if(history.crashes, counts_no_more);
  history.crashes.push_back(crash);
  const bool guilty = !crash.suspect.slide.empty() && crashes_of(history, crash.suspect) >= kCrashesAStep;
  if (guilty) quarantine(history, crash.suspect, wall);
  switch (history.rung) {
    case Rung::whole:
      if (guilty)
        climb(history, Rung::quarantine);
      else if (history.crashes.size() >= kCrashesOfNobody)
        history.bad_playlist = crash.playlist, climb(history, Rung::last_good);
      break;
    case Rung::quarantine:
      if (history.crashes.size() >= kCrashesAStep)
        history.bad_playlist = crash.playlist, climb(history, Rung::last_good);
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

Duration may_play_at(const CrashHistory& history, Duration now) {
  if (history.rung != Rung::safe_card || history.starts.empty()) return now;
  const auto& starts = history.starts;
  Duration then = std::max(now, starts.back() + kRestBetween);
  if (starts.size() >= kMostStarts) then = std::max(then, starts[starts.size() - kMostStarts] + kHour);
  return then;
}

CrashHistory after_start(CrashHistory history, Duration start) {
  auto& starts = history.starts;
  std::erase_if(starts, [&](Duration earlier) { return start - earlier > kHour; });
  starts.push_back(start);
  if (starts.size() > kMostStarts) starts.erase(starts.begin());
  return history;
}

bool is_quarantined(const CrashHistory& history, const SlideVersion& slide) {
  return std::ranges::find(history.quarantined, slide, &Quarantine::slide) != history.quarantined.end();
}

}  // namespace xp::player
