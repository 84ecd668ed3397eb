// SPDX-License-Identifier: MIT
#include "playlist/activity.h"

#include <algorithm>
#include <list>
#include <mutex>
#include <utility>

namespace xp::playlist {
namespace {

constexpr std::size_t kDays = 4;  // remembered

bool is_always(const Activity::Rules& rules) { return std::ranges::all_of(rules, &Schedule::always); }

std::vector<int> edges_of_all(const std::vector<Activity::Rules>& things) {
  std::vector<int> edges{0};
  for (const Activity::Rules& rules : things)
    for (const Schedule& schedule : rules) {
      const std::vector<int> own = edges_of(schedule);
      edges.insert(edges.end(), own.begin(), own.end());
    }
  std::ranges::sort(edges);
  edges.erase(std::ranges::unique(edges).begin(), edges.end());
  return edges;
}

}  // namespace

struct Activity::Memo {
  std::mutex mutex;
  std::list<std::pair<Instant, std::vector<StretchPtr>>> days;  ///< the last asked for first
};

Activity::Activity(std::vector<Rules> things, CalendarPtr calendar, UtcOffset offset)
    : things_(std::move(things)),
      calendar_(calendar ? std::move(calendar) : std::make_shared<const Calendar>()),
      offset_(offset),
      always_(std::ranges::all_of(things_, is_always)),
      edges_(edges_of_all(things_)),
      memo_(std::make_shared<Memo>()) {}

Mask Activity::active_at(Instant t) const {
  Mask mask;
  mask.reserve(things_.size());
  for (const Rules& rules : things_)
    mask.push_back(std::ranges::all_of(rules, [&](const Schedule& schedule) {
      return schedule.always() || is_active(standing_at(schedule, *calendar_, t, offset_));
    }));
  return mask;
}

int Activity::most_edges_an_hour() const {
  constexpr int kMinutes = 60, kMinutesOfDay = 24 * 60;
  std::size_t most = 0;
  for (std::size_t i = 0, end = 0; i < edges_.size(); ++i) {
    const auto edge = [&](std::size_t n) {
      return edges_[n % edges_.size()] + kMinutesOfDay * static_cast<int>(n / edges_.size());
    };
    while (edge(end) < edges_[i] + kMinutes) ++end;
    most = std::max(most, end - i);
  }
  return static_cast<int>(most);
}

std::vector<Activity::StretchPtr> Activity::day_of(Instant midnight) const {
  std::vector<Stretch> day;
  for (const int edge : edges_) {
    const Instant begin = midnight + std::chrono::minutes(edge);
    Mask mask = active_at(begin);
    if (!day.empty() && day.back().active == mask) continue;
    if (!day.empty()) day.back().end = begin;
    day.push_back({begin, midnight + kDay, std::move(mask)});
  }
  std::vector<StretchPtr> shared;
  for (Stretch& stretch : day) shared.push_back(std::make_shared<const Stretch>(std::move(stretch)));
  return shared;
}

Activity::StretchPtr Activity::at(Instant t) const {
  const Instant midnight = local_midnight(t, offset_);
  const std::lock_guard lock(memo_->mutex);
  auto& days = memo_->days;
  const auto known = std::ranges::find(days, midnight, [](const auto& day) { return day.first; });
  if (known == days.end()) {
    days.emplace_front(midnight, day_of(midnight));
    if (days.size() > kDays) days.pop_back();
  } else {
    days.splice(days.begin(), days, known);
  }
  const auto& stretches = days.front().second;
  const auto after = std::ranges::upper_bound(stretches, t, {}, [](const StretchPtr& s) { return s->begin; });
  return *std::prev(after);
}

}  // namespace xp::playlist
