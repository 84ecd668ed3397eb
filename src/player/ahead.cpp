// SPDX-License-Identifier: MIT
#include "player/ahead.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace xp::player {

namespace {

constexpr std::ptrdiff_t kMostAhead = 1;     ///< slides beyond those that are shown
constexpr Duration kTidyAfter = seconds(2);  ///< after a change of slides: transitions are over

/// A tile is asked for at least a second before it is seen; a step of a movement is over before it is
/// painted.
constexpr Duration kLookEvery = seconds(1), kLookAhead = seconds(2), kWorthPainting = milliseconds(500);

/// The pictures of a change are kept no longer than they are needed. Into it: both are seen.
constexpr Duration kBeforeChange = seconds(1), kIntoChange = milliseconds(100), kLongestChange = seconds(1);

/// What is shown at t, and the first of what follows.
std::vector<show::Coming> next_slides(const show::Show& show, Instant t) {
  std::vector<show::Coming> all = show::upcoming(show, t, kHorizon);
  const auto later = std::ranges::upper_bound(all, t, {}, &show::Coming::due);
  all.erase(later + std::min(all.end() - later, kMostAhead), all.end());
  return all;
}

/// Nothing fades within what is looked at: no zone changes its slide now or later.
bool stands_still(const show::Show& show, const std::vector<show::Coming>& slides, Instant t) {
  return slides.size() <= show.zones.size() && (slides.empty() || slides.back().due <= t);
}

}  // namespace

void Ahead::prepare(const show::ShowPtr& show, Instant t, Instant change, Worker& worker) {
  change_ = change;
  change_at_ = change > t ? change - kBeforeChange : kNever;
  tidy_at_ = std::min(tidy_at_, t + kTidyAfter);
  look_at_ = t + kLookEvery;
  PrepareJob job{show, {}, engines_.painter().painted()};
  const std::vector<show::Coming> slides = next_slides(*show, t);
  if (stands_still(*show, slides, t)) spare_grounds(*show, slides, job.painted);
  submit(std::move(job), slides, worker);
}

void Ahead::prepare_first(const show::ShowPtr& show, Instant t, Worker& worker) {
  submit({show, {}, engines_.painter().painted()}, show::upcoming(*show, t, Duration::zero()), worker);
}

/// With those of the slides that lack something and that the worker does not have already.
void Ahead::submit(PrepareJob job, const std::vector<show::Coming>& slides, Worker& worker) {
  for (const show::Coming& coming : slides) {
    if (!is_painted(*job.show, coming, job.painted) && preparing_.insert(coming.key).second)
      job.coming.push_back(coming);
  }
  if (!job.coming.empty()) worker.submit(std::move(job));
}

void Ahead::look(const show::ShowPtr& show, Instant t, Worker& worker) {
  look_at_ = t + kLookEvery;
  if (painting_) return;
  const std::vector<scene::OpsPtr> later =
      show::ops_at(*show, t + kLookAhead + kWorthPainting, engines_.caches());
  std::vector<scene::OpsPtr> soon = show::ops_at(*show, t + kLookAhead, engines_.caches());
  std::erase_if(soon, [&](const scene::OpsPtr& ops) {
    return std::ranges::find(later, ops->hash, [](const auto& each) { return each->hash; }) == later.end();
  });
  paint(show, soon, worker);
}

void Ahead::look_at_change(const show::ShowPtr& show, Worker& worker) {
  change_at_ = kNever;
  changed_by_ = change_ + kLongestChange;
  changing_ = show::ops_of_frame_at(*show, change_ + kIntoChange, engines_.caches());
  paint(show, changing_, worker);
}

void Ahead::paint(const show::ShowPtr& show, const std::vector<scene::OpsPtr>& all, Worker& worker) {
  const Painted painted = engines_.painter().painted();
  PaintJob job{show->catalog, {}};
  for (const scene::OpsPtr& ops : all) {
    if (paint::needs_pixels(*ops) && !paint::is_ground(*ops) && !painted.contains(ops->hash))
      job.orders.push_back({ops, parts_of(*ops)});
  }
  painting_ = !job.orders.empty();
  if (painting_) worker.submit(std::move(job));
}

PaintedPixels Ahead::parts_of(const scene::Ops& ops) {
  PaintedPixels parts;
  for (const scene::Op& op : ops.list) {
    const auto* group = std::get_if<scene::GroupOp>(&op);
    if (!group) continue;
    for (const scene::Layer& layer : group->layers)
      if (const auto pixels = engines_.painter().kept(layer.ops)) parts.emplace_back(layer.ops, pixels);
  }
  return parts;
}

void Ahead::tidy(const show::Show& show, const show::Frame& frame, Instant t) {
  tidy_at_ = kNever;
  std::vector<scene::OpsPtr> wanted = show::ops_of(frame);
  std::ranges::move(show::ops_at(show, t + kLookAhead, engines_.caches()), std::back_inserter(wanted));
  if (t >= changed_by_) changing_.clear();
  std::ranges::copy(changing_, std::back_inserter(wanted));
  for (const show::Coming& coming : next_slides(show, t)) {
    if (engines_.caches().has(coming.key))
      std::ranges::move(ops_of(show, coming), std::back_inserter(wanted));
  }
  engines_.painter().keep_only(wanted);
  engines_.give_back_pages();
}

/// What stands still has been painted without pixels of its ground, as large as the screen: they are not made
/// for nothing.
void Ahead::spare_grounds(const show::Show& show, const std::vector<show::Coming>& slides, Painted& painted) {
  for (const show::Coming& coming : slides) {
    if (!engines_.caches().has(coming.key)) continue;
    for (const scene::OpsPtr& ops : ops_of(show, coming))
      if (paint::is_ground(*ops)) painted.insert(ops->hash);
  }
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
