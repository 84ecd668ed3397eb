// SPDX-License-Identifier: MIT
#include "playlist/timeline.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "playlist/rotation.h"

namespace xp::playlist {

namespace {

constexpr std::size_t kCycles = 16;  // remembered

Duration floor_to(Duration t, Duration step) {
  const Duration rest = t % step;
  return t - (rest.count() < 0 ? rest + step : rest);
}

std::vector<Turn> turns_of(const std::vector<Item>& items) {
  std::vector<Turn> turns;
  turns.reserve(items.size());
  for (const Item& item : items) turns.push_back({item.duration, {item.min_per_hour}});
  return turns;
}

}  // namespace

struct Timeline::Memo {
  std::mutex mutex;
  std::map<std::pair<Priority, Mask>, std::shared_ptr<const Cycle>> cycles;
};

Timeline::Timeline(std::vector<Item> items, Pace pace)
    : items_(std::move(items)),
      pace_(std::move(pace)),
      turns_(turns_of(items_)),
      urgent_(part_of(Priority::urgent, pace_.calendar)),
      others_(part_of(Priority::normal, pace_.calendar)),
      memo_(std::make_shared<Memo>()) {
  std::vector<std::size_t> every(items_.size());
  for (std::size_t i = 0; i < every.size(); ++i) every[i] = i;
  all_ = cycle_of(every);
}

Timeline::Part Timeline::part_of(Priority priority, const CalendarPtr& calendar) {
  const bool urgent = priority == Priority::urgent;
  std::vector<std::size_t> items;
  std::vector<Activity::Rules> rules;
  std::vector<Turn> turns;
  std::vector<int> weights;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].urgent != urgent) continue;
    items.push_back(i);
    rules.push_back(items_[i].rules);
    turns.push_back(turns_[i]);
    weights.push_back(items_[i].weight);
  }
  Activity activity(std::move(rules), calendar, pace_.offset);
  const bool endless = activity.always() && pace_.sync == Sync::start;
  const int restarts = endless ? 0 : activity.most_edges_an_hour();
  set_limits(turns, rotation(weights), restarts);
  for (std::size_t i = 0; i < items.size(); ++i) turns_[items[i]] = turns[i];
  auto whole = activity.always() ? std::make_shared<const Cycle>(cycle_of(items)) : nullptr;
  return {priority, std::move(items), std::move(activity), restarts, std::move(whole)};
}

Timeline::Cycle Timeline::cycle_of(const std::vector<std::size_t>& items) const {
  std::vector<int> weights;
  std::vector<Turn> turns;
  for (const std::size_t item : items) {
    weights.push_back(items_[item].weight);
    turns.push_back(turns_[item]);
  }
  Cycle cycle{with_promises(rotation(weights), turns), {}};
  Duration at{};
  for (std::size_t& place : cycle.order) {
    place = items[place];
    cycle.starts.push_back(at);
    at += items_[place].duration;
  }
  cycle.starts.push_back(at);
  return cycle;
}

std::shared_ptr<const Timeline::Cycle> Timeline::cycle_of(const Part& part, const Mask& active) const {
  const std::lock_guard lock(memo_->mutex);
  if (memo_->cycles.size() >= kCycles) memo_->cycles.clear();
  auto& known = memo_->cycles[{part.priority, active}];
  if (known) return known;
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < part.items.size(); ++i)
    if (active[i]) items.push_back(part.items[i]);
  return known = std::make_shared<const Cycle>(cycle_of(items));
}

std::optional<Slot> Timeline::slot_of(const Cycle& cycle, Instant origin, Instant t) const {
  if (cycle.length() <= Duration::zero()) return std::nullopt;
  const Instant begin = origin + floor_to(t - origin, cycle.length());
  const auto after = std::ranges::upper_bound(cycle.starts, t - begin);
  const auto place = static_cast<std::size_t>(after - cycle.starts.begin()) - 1;
  const auto item = usable_from(cycle, place);
  if (!item) return std::nullopt;
  return Slot{items_[*item].slide, begin + cycle.starts[place], begin + cycle.starts[place + 1]};
}

std::optional<Slot> Timeline::slot_in(const Part& part, Instant t) const {
  const bool by_start = pace_.sync == Sync::start;
  if (part.whole) {
    const Instant midnight = local_midnight(t, pace_.offset);
    auto slot = slot_of(*part.whole, by_start ? pace_.anchor : midnight, t);
    if (slot && !by_start) slot->end = std::min(slot->end, midnight + kDay);
    return slot;
  }
  const auto stretch = part.activity.at(t);
  const auto cycle = cycle_of(part, stretch->active);
  auto slot = slot_of(*cycle, by_start ? std::max(pace_.anchor, stretch->begin) : stretch->begin, t);
  if (slot) slot->end = std::min(slot->end, stretch->end);
  return slot;
}

std::optional<Slot> Timeline::slot_at(Instant t) const {
  if (urgent_.items.empty()) return slot_in(others_, t);
  if (auto slot = slot_in(urgent_, t)) return slot;
  auto slot = slot_in(others_, t);
  if (!slot || urgent_.activity.always()) return slot;
  // The loop is where it would be without the urgent ones; what they leave of a slot has its own entrance.
  const auto calm = urgent_.activity.at(t);
  slot->start = std::max(slot->start, calm->begin);
  slot->end = std::min(slot->end, calm->end);
  return slot;
}

Instant Timeline::changes_after(Instant t) const {
  return std::min(urgent_.activity.at(t)->end, others_.activity.at(t)->end);
}

Timeline::Stretch Timeline::stretch_at(Instant t) const {
  const auto alarm = urgent_.activity.at(t), calm = others_.activity.at(t);
  const auto urgent = cycle_of(urgent_, alarm->active), others = cycle_of(others_, calm->active);
  const bool is_urgent = usable_from(*urgent, 0).has_value();
  const Cycle& cycle = is_urgent ? *urgent : *others;
  Stretch stretch{
      std::max(alarm->begin, calm->begin), std::min(alarm->end, calm->end), {}, cycle.length(), is_urgent};
  if (is_urgent) stretch.begin = alarm->begin, stretch.end = alarm->end;
  std::vector<bool> listed(items_.size());
  for (const std::size_t item : cycle.order) {
    if (!items_[item].usable || listed[item]) continue;
    listed[item] = true;
    stretch.slides.push_back(items_[item].slide);
  }
  return stretch;
}

std::set<std::size_t> Timeline::shown_between(Instant from, Instant to) const {
  const Part& part = part_at(from);
  const auto stretch = part.activity.at(from);
  const auto cycle = cycle_of(part, stretch->active);
  std::set<std::size_t> shown;
  if (cycle->length() <= Duration::zero()) return shown;
  const bool endless = part.whole && pace_.sync == Sync::start;
  const Duration into = from - (endless ? pace_.anchor : stretch->begin);
  const Duration begin = into - floor_to(into, cycle->length()), end = begin + (to - from);
  for (std::size_t place = 0; place < cycle->order.size(); ++place) {
    const Duration opens = cycle->starts[place], closes = cycle->starts[place + 1];
    const bool in_this_round = opens < end && closes > begin, in_the_next = opens + cycle->length() < end;
    const auto item = in_this_round || in_the_next ? usable_from(*cycle, place) : std::nullopt;
    if (item) shown.insert(items_[*item].slide);
  }
  return shown;
}

const Timeline::Part& Timeline::part_at(Instant t) const {
  return usable_from(*cycle_of(urgent_, urgent_.activity.at(t)->active), 0) ? urgent_ : others_;
}

std::vector<Timeline::Promised> Timeline::promised_at(Instant t) const {
  const Part& part = part_at(t);
  const auto cycle = cycle_of(part, part.activity.at(t)->active);
  std::map<std::size_t, std::vector<Duration>> starts;
  for (std::size_t place = 0; place < cycle->order.size(); ++place) {
    const Item& item = items_[cycle->order[place]];
    if (item.min_per_hour > 0 && item.usable) starts[cycle->order[place]].push_back(cycle->starts[place]);
  }
  std::vector<Promised> promised;
  for (const auto& [item, of_it] : starts)
    promised.push_back({items_[item].slide, items_[item].min_per_hour,
                        fewest_an_hour(of_it, cycle->length(), part.restarts)});
  return promised;
}

std::optional<std::size_t> Timeline::usable_from(const Cycle& cycle, std::size_t place) const {
  for (std::size_t i = 0; i < cycle.order.size(); ++i) {
    const std::size_t item = cycle.order[(place + i) % cycle.order.size()];
    if (items_[item].usable) return item;
  }
  return std::nullopt;
}

Timeline zone_timeline(const Playlist& playlist, std::string_view zone, Instant anchor,
                       const std::set<std::string>& unusable, CalendarPtr calendar) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < playlist.slides.size(); ++i) {
    const Slide& slide = playlist.slides[i];
    if (slide.enabled && slide.zone.value == zone)
      items.push_back({i, slide.duration, slide.weight, !unusable.contains(slide.id),
                       rules_of(playlist, slide), slide.priority == Priority::urgent,
                       slide.min_per_hour.value});
  }
  const Campaign& campaign = playlist.campaign;
  return {std::move(items), {campaign.sync, anchor, campaign.utc_offset, std::move(calendar)}};
}

}  // namespace xp::playlist
