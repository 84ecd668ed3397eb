// SPDX-License-Identifier: MIT
#include "lint/pieces.h"

#include <algorithm>

namespace xp::lint {
namespace {

/// The next begin or end of one of the hours.
Instant edge_after(Instant t, const std::vector<playlist::Hours>& hours, UtcOffset offset) {
  Instant first = kNever;
  for (const playlist::Hours& one : hours) {
    for (const int minute : {one.start, one.end}) {
      const Instant today = local_midnight(t, offset) + std::chrono::minutes(minute);
      first = std::min(first, today > t ? today : today + kDay);
    }
  }
  return first;
}

}  // namespace

std::vector<Piece> pieces_of(Instant begin, Instant end, const std::vector<playlist::Hours>& hours,
                             const show::Show& show) {
  const UtcOffset offset = show.playlist.campaign.utc_offset;
  std::vector<Piece> pieces;
  for (Instant t = begin; t < end; t = pieces.back().end) {
    const playlist::PowerStretch power = show.power.at(t);
    const Instant switched = power.until > t ? power.until : end;
    pieces.push_back({t, std::min({end, switched, edge_after(t, hours, offset)}),
                      std::ranges::any_of(hours, [&](const auto& one) { return one.hold(t, offset); }),
                      power.state == playlist::PanelState::on});
  }
  return pieces;
}

}  // namespace xp::lint
