// SPDX-License-Identifier: MIT
#include "playlist/power.h"

#include <algorithm>
#include <utility>

namespace xp::playlist {
namespace {

constexpr Duration kFarthest = std::chrono::hours(24) * 366;

std::vector<Activity::Rules> each_by_itself(const std::vector<Schedule>& schedules) {
  std::vector<Activity::Rules> things;
  for (const Schedule& schedule : schedules) things.push_back({schedule});
  return things;
}

bool is_on(const Activity::Stretch& stretch) {
  return std::ranges::any_of(stretch.active, [](bool active) { return active; });
}

}  // namespace

Power::Power(const std::vector<Schedule>& on, CalendarPtr calendar, UtcOffset offset)
    : hours_(each_by_itself(on), std::move(calendar), offset) {}

PowerStretch Power::at(Instant t) const {
  if (hours_.always()) return {};
  auto stretch = hours_.at(t);
  if (is_on(*stretch)) return {PanelState::on, stretch->end};
  while (!is_on(*stretch) && stretch->end < t + kFarthest) stretch = hours_.at(stretch->end);
  return {PanelState::off, is_on(*stretch) ? stretch->begin : stretch->end};
}

}  // namespace xp::playlist
