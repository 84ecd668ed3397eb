// SPDX-License-Identifier: MIT
#include "player/ahead.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace xp::player {

namespace {

constexpr std::ptrdiff_t kMostAhead = 2;     ///< slides beyond those that are shown
constexpr Duration kTidyAfter = seconds(2);  ///< after a change of slides: transitions are over

/// What is shown at t, and the first of what follows.
std::vector<show::Coming> next_slides(const show::Show& show, Instant t) {
  std::vector<show::Coming> all = show::upcoming(show, t, kHorizon);
  const auto later = std::ranges::upper_bound(all, t, {}, &show::Coming::due);
  all.erase(later + std::min(all.end() - later, kMostAhead), all.end());
  return all;
}

}  // namespace

void Ahead::prepare(const show::ShowPtr& show, Instant t, Worker& worker) {
  tidy_at_ = std::min(tidy_at_, t + kTidyAfter);
  PrepareJob job{show, {}, engines_.painter().painted()};
  for (const show::Coming& coming : next_slides(*show, t)) {
    if (!is_painted(*show, coming, job.painted) && preparing_.insert(coming.key).second)
      job.coming.push_back(coming);
  }
  if (!job.coming.empty()) worker.submit(std::move(job));
}

void Ahead::tidy(const show::Show& show, const show::Frame& frame, Instant t) {
  tidy_at_ = kNever;
  std::vector<scene::OpsPtr> wanted = show::ops_of(frame);
  for (const show::Coming& coming : next_slides(show, t)) {
    if (engines_.caches().has(coming.key))
      std::ranges::move(ops_of(show, coming), std::back_inserter(wanted));
  }
  engines_.painter().keep_only(wanted);
  engines_.give_back_pages();
}

/// Laid out, and every pixel of its rest is there.
bool Ahead::is_painted(const show::Show& show, const show::Coming& coming, const Painted& painted) {
  if (!engines_.caches().has(coming.key)) return false;
  return std::ranges::all_of(ops_of(show, coming), [&](const scene::OpsPtr& ops) {
    return !paint::needs_pixels(*ops) || painted.contains(ops->hash);
  });
}

std::vector<scene::OpsPtr> Ahead::ops_of(const show::Show& show, const show::Coming& coming) {
  return show::ops_of(coming, *engines_.caches().laid(show, coming.request()));
}

}  // namespace xp::player
