// SPDX-License-Identifier: MIT
#include "player/ahead.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace xp::player {

namespace {

/// Early enough for a large picture to be decoded, late enough for a slide that stays long to cost its own
/// pixels only.
constexpr Duration kPrepareBefore = seconds(4);
constexpr Duration kTidyAfter = seconds(1);  ///< after a change of slides: transitions are over

/// A tile is asked for at least a second before it is seen; a step of a movement is over before it is
/// painted.
constexpr Duration kLookEvery = seconds(1), kLookAhead = seconds(2), kWorthPainting = milliseconds(500);

/// The pictures of a change are kept no longer than they are needed. Into it: both are seen.
constexpr Duration kPaintBefore = seconds(1), kIntoChange = milliseconds(100), kLongestChange = seconds(1);

std::vector<show::Coming> slides_at(const show::Show& show, Instant t, Ahead::Reach reach) {
  std::vector<show::Coming> all = show::upcoming(show, t, kHorizon);
  const auto later = std::ranges::upper_bound(all, t, {}, &show::Coming::due);
  all.erase(reach == Ahead::Reach::next && later != all.end() ? later + 1 : later, all.end());
  return all;
}

bool contains(const std::vector<scene::OpsPtr>& all, const scene::OpsPtr& ops) {
  return std::ranges::any_of(all, [&](const scene::OpsPtr& each) { return each->hash == ops->hash; });
}

}  // namespace

void Ahead::prepare(const show::ShowPtr& show, Instant t, Instant change, Worker& worker) {
  change_ = change;
  next_ = change > t ? Next::slide : Next::nothing;
  tidy_at_ = std::min(tidy_at_, t + kTidyAfter);
  look_at_ = t + kLookEvery;
  prepare_slides(show, t, Reach::shown, worker);
  turn(show, t, worker);
}

Instant Ahead::due() const {
  switch (next_) {
    case Next::slide:
      return change_ - kPrepareBefore;
    case Next::pictures:
      return painting_ || !preparing_.empty() ? kNever : change_ - kPaintBefore;
    case Next::nothing:
      break;
  }
  return kNever;
}

void Ahead::turn(const show::ShowPtr& show, Instant t, Worker& worker) {
  if (next_ == Next::slide && t >= due()) {
    prepare_slides(show, t, Reach::next, worker);
    next_ = Next::pictures;
  }
  if (next_ == Next::pictures && t >= due()) {
    changing_ = show::ops_of_frame_at(*show, change_ + kIntoChange, engines_.caches());
    changed_by_ = change_ + kLongestChange;
    paint(show, changing_, worker);
    next_ = Next::nothing;
  }
}

void Ahead::prepare_slides(const show::ShowPtr& show, Instant t, Reach reach, Worker& worker) {
  std::vector<show::Coming> slides = slides_at(*show, t, reach);
  std::erase_if(slides, [&](const show::Coming& coming) { return is_done(*show, coming); });
  submit(show, slides, worker);
}

void Ahead::prepare_first(const show::ShowPtr& show, Instant t, Worker& worker) {
  submit(show, show::upcoming(*show, t, Duration::zero()), worker);
}

/// With those of the slides that lack something and that the worker does not have already.
void Ahead::submit(const show::ShowPtr& show, const std::vector<show::Coming>& slides, Worker& worker) {
  PrepareJob job{show, {}, engines_.painter().painted(), grounds_};
  for (const show::Coming& coming : slides) {
    if (!is_painted(job, coming) && preparing_.insert(coming.key).second) job.coming.push_back(coming);
  }
  if (!job.coming.empty()) worker.submit(std::move(job));
}

void Ahead::look(const show::ShowPtr& show, Instant t, Worker& worker) {
  look_at_ = t + kLookEvery;
  if (painting_) return;
  const std::vector<scene::OpsPtr> later =
      show::ops_at(*show, t + kLookAhead + kWorthPainting, engines_.caches());
  std::vector<scene::OpsPtr> soon = show::ops_at(*show, t + kLookAhead, engines_.caches());
  const std::vector<scene::OpsPtr> done = done_at(*show, t);
  std::erase_if(soon, [&](const scene::OpsPtr& ops) { return !contains(later, ops) || contains(done, ops); });
  paint(show, soon, worker);
}

void Ahead::paint(const show::ShowPtr& show, const std::vector<scene::OpsPtr>& all, Worker& worker) {
  const Painted painted = engines_.painter().painted();
  PaintJob job{show->catalog, {}};
  for (const scene::OpsPtr& ops : all) {
    if (paint::needs_pixels(*ops) && !painted.contains(ops->hash))
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
  const bool enters = frame.valid_until < t + kTidyAfter && t + kTidyAfter < change_;
  tidy_at_ = enters ? t + kTidyAfter : kNever;
  std::vector<scene::OpsPtr> wanted = show::ops_of(frame);
  std::ranges::move(show::ops_at(show, t + kLookAhead, engines_.caches()), std::back_inserter(wanted));
  const std::vector<scene::OpsPtr> done = done_at(show, t);
  std::erase_if(wanted, [&](const scene::OpsPtr& ops) { return contains(done, ops); });
  if (t >= changed_by_) changing_.clear();
  std::ranges::copy(changing_, std::back_inserter(wanted));
  for (const show::Coming& coming : slides_at(show, t, Reach::next)) {
    if (engines_.caches().has(coming.key) && !is_done(show, coming))
      std::ranges::move(ops_of(show, coming), std::back_inserter(wanted));
  }
  engines_.painter().keep_only(wanted);
  engines_.give_back_pages();
}

/// On the screen, and not to be painted again as long as it is shown: it needs no pixels any more.
bool Ahead::is_done(const show::Show& show, const show::Coming& coming) {
  if (!coming.standing || !engines_.caches().has(coming.key)) return false;
  const kinds::LaidPtr laid = engines_.caches().laid(show, coming.request());
  if (!show::stands_still(coming, *laid)) return false;
  const Instant until = coming.standing->until;
  const auto follows = [&](const show::Coming& other) { return other.due == until; };
  return show::begins_as_it_stands(coming, *laid) ||
         std::ranges::any_of(show::upcoming(show, coming.due, until - coming.due + Duration{1}), follows);
}

std::vector<scene::OpsPtr> Ahead::done_at(const show::Show& show, Instant t) {
  std::vector<scene::OpsPtr> done;
  for (const show::Coming& coming : show::upcoming(show, t, Duration::zero())) {
    if (!is_done(show, coming)) continue;
    const kinds::LaidPtr laid = engines_.caches().laid(show, coming.request());
    std::ranges::move(show::ops_of(*laid, coming.standing->moment), std::back_inserter(done));
  }
  return done;
}

/// Laid out, and every pixel that is wanted of it is there.
bool Ahead::is_painted(const PrepareJob& job, const show::Coming& coming) {
  if (!engines_.caches().has(coming.key)) return false;
  return std::ranges::all_of(ops_of(*job.show, coming),
                             [&](const scene::OpsPtr& ops) { return !is_wanted(job, *ops); });
}

std::vector<scene::OpsPtr> Ahead::ops_of(const show::Show& show, const show::Coming& coming) {
  return show::ops_of(coming, *engines_.caches().laid(show, coming.request()));
}

}  // namespace xp::player
