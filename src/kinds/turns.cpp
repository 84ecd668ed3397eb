// SPDX-License-Identifier: MIT
#include "kinds/turns.h"

#include <algorithm>

namespace xp::kinds {

TurnLine::TurnLine(State state) : state_(std::move(state)) {
  for (const Turn& turn : state_.turns) period_ += turn.ticks;
}

TurnLine::Place TurnLine::place_at(std::int64_t tick) const {
  Place place{0, ((tick % period_) + period_) % period_};
  while (place.tick >= state_.turns[place.turn].ticks) place.tick -= state_.turns[place.turn++].ticks;
  return place;
}

int TurnLine::edge_at(const Place& place) const {
  if (state_.wipe_step == 0 || state_.turns.size() < 2) return state_.band.w;
  return static_cast<int>(std::min<std::int64_t>(state_.band.w, place.tick * state_.wipe_step));
}

void TurnLine::append_standing(const Turn& turn, const Rect& clip, std::vector<scene::Layer>& out) const {
  if (!clip.empty()) out.push_back(scene::layer(turn.tiles.front().ops, state_.band.origin(), clip));
}

void TurnLine::append_passing(const Turn& turn, std::int64_t tick, std::vector<scene::Layer>& out) const {
  const Rect& band = state_.band;
  int x = band.right() - static_cast<int>(tick * state_.step);
  for (const ScrollTile& tile : turn.tiles) {
    const Rect clip = intersect({x, band.y, tile.width, band.h}, band);
    if (!clip.empty()) out.push_back(scene::layer(tile.ops, {x, band.y}, clip));
    x += tile.width;
  }
}

std::optional<Passing> passing_of(const Laid& laid) {
  if (const auto* line = dynamic_cast<const ScrollingLine*>(&laid)) return line->passing();
  if (const auto* turns = dynamic_cast<const TurnLine*>(&laid)) return turns->passing();
  return std::nullopt;
}

std::optional<Passing> TurnLine::passing() const {
  int longest = 0;
  for (const Turn& turn : state_.turns) {
    int length = 0;
    for (const ScrollTile& tile : turn.tiles) length += tile.width;
    if (!turn.stands) longest = std::max(longest, length);
  }
  return longest > 0 ? std::optional(Passing{state_.step, state_.band.w, longest}) : std::nullopt;
}

void TurnLine::append_layers(const Moment& moment, std::vector<scene::Layer>& out) const {
  out.insert(out.end(), state_.ground.begin(), state_.ground.end());
  if (period_ == 0) return;
  const Place place = place_at(state_.grid.tick_at(moment.now));
  const Turn& turn = state_.turns[place.turn];
  if (!turn.stands) {
    append_passing(turn, place.tick, out);
    return;
  }
  const Rect& band = state_.band;
  const int edge = edge_at(place);
  const Turn& before = state_.turns[(place.turn + state_.turns.size() - 1) % state_.turns.size()];
  append_standing(turn, {band.x, band.y, edge, band.h}, out);
  if (before.stands) append_standing(before, {band.x + edge, band.y, band.w - edge, band.h}, out);
}

Instant TurnLine::next_change(const Moment& moment) const {
  if (period_ == 0) return kNever;
  const std::int64_t now = state_.grid.tick_at(moment.now);
  const Place place = place_at(now);
  const Turn& turn = state_.turns[place.turn];
  if (!turn.stands || edge_at(place) < state_.band.w) return state_.grid.start_of(now + 1);
  if (state_.turns.size() == 1) return kNever;
  return state_.grid.start_of(now + turn.ticks - place.tick);
}

}  // namespace xp::kinds
