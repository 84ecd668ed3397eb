// SPDX-License-Identifier: MIT
#include "lint/stretches.h"

#include <algorithm>

namespace xp::lint {

std::vector<playlist::Timeline::Stretch> stretches_of(const show::ZoneShow& zone, const Whole& whole) {
  std::vector<playlist::Timeline::Stretch> all;
  if (zone.filler) return all;
  const Instant end = whole.now + whole.limits.days * std::chrono::hours(24);
  for (Instant t = whole.now; t < end;) {
    playlist::Timeline::Stretch stretch = zone.timeline.stretch_at(t);
    stretch.begin = t;
    stretch.end = std::min(end, std::max(stretch.end, t + std::chrono::minutes(1)));
    t = stretch.end;
    all.push_back(std::move(stretch));
  }
  return all;
}

const playlist::Slide* first_slide_of(const show::Show& show, const show::ZoneShow& zone) {
  if (zone.filler) return nullptr;
  for (const playlist::Slide& slide : show.playlist.slides)
    if (slide.enabled && slide.zone.value == zone.zone.name) return &slide;
  return nullptr;
}

}  // namespace xp::lint
