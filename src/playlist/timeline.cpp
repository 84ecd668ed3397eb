// SPDX-License-Identifier: MIT
#include "playlist/timeline.h"

#include <algorithm>
#include <utility>

#include "playlist/rotation.h"

namespace xp::playlist {

namespace {

constexpr Duration kDay = std::chrono::hours(24);

std::vector<std::size_t> cycle_of(const std::vector<Item>& items) {
  std::vector<int> weights;
  weights.reserve(items.size());
  for (const Item& item : items) weights.push_back(item.weight);
  return rotation(weights);
}

Duration floor_to(Duration t, Duration step) {
  const Duration rest = t % step;
  return t - (rest.count() < 0 ? rest + step : rest);
}

}  // namespace

Timeline::Timeline(std::vector<Item> items, Sync sync, Instant anchor, UtcOffset offset)
    : items_(std::move(items)), cycle_(cycle_of(items_)), sync_(sync), anchor_(anchor), offset_(offset) {
  Duration at{};
  starts_.reserve(cycle_.size() + 1);
  for (const std::size_t index : cycle_) {
    starts_.push_back(at);
    at += items_[index].duration;
  }
  starts_.push_back(at);
}

Duration Timeline::cycle_length() const { return starts_.back(); }

std::optional<Slot> Timeline::slot_at(Instant t) const {
  if (cycle_length() <= Duration::zero()) return std::nullopt;
  const Instant midnight = local_midnight(t, offset_);
  const Instant origin = sync_ == Sync::start ? anchor_ : midnight;
  const Instant begin = origin + floor_to(t - origin, cycle_length());
  const auto after = std::ranges::upper_bound(starts_, t - begin);
  const auto place = static_cast<std::size_t>(after - starts_.begin()) - 1;
  const auto item = usable_from(place);
  if (!item) return std::nullopt;
  Slot slot{items_[*item].slide, begin + starts_[place], begin + starts_[place + 1]};
  if (sync_ == Sync::wall_clock) slot.end = std::min(slot.end, midnight + kDay);
  return slot;
}

std::optional<std::size_t> Timeline::usable_from(std::size_t place) const {
  for (std::size_t i = 0; i < cycle_.size(); ++i) {
    const std::size_t item = cycle_[(place + i) % cycle_.size()];
    if (items_[item].usable) return item;
  }
  return std::nullopt;
}

Timeline zone_timeline(const Playlist& playlist, std::string_view zone, Instant anchor,
                       const std::set<std::string>& unusable) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < playlist.slides.size(); ++i) {
    const Slide& slide = playlist.slides[i];
    if (slide.enabled && slide.zone.value == zone)
      items.push_back({i, slide.duration, slide.weight, !unusable.contains(slide.id)});
  }
  return {std::move(items), playlist.campaign.sync, anchor, playlist.campaign.utc_offset};
}

}  // namespace xp::playlist
